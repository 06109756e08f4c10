import { join, resolve } from 'node:path';
import type { Plugin } from 'vite';
import { openPublication } from '../works/current.ts';
import { imageFile } from '../works/images.ts';
import { listFiles } from '../works/list-files.ts';
import { listEditions } from '../works/work.ts';

/** Modules that list what Vite must see of the content, as its module graph names them. */
export const imagesId = '\0virtual:beyt/images';
export const editionsId = '\0virtual:beyt/editions';

/** What Vite must see of the content: images, and the few editions that import something of their own. */
export function contentModules(contentDir: string): Plugin {
  return {
    name: 'beyt-content-modules',
    resolveId: (id) => [imagesId, editionsId].find((one) => one === `\0${id}`) ?? null,
    async load(id) {
      if (id === imagesId) return exportImports('images', listImages(contentDir));
      if (id !== editionsId) return null;
      const publication = await openPublication();
      const files = publication.content.works
        .filter((work) => listEditions(work).some(({ mayImport }) => mayImport))
        .flatMap((work) =>
          Object.values(publication.prepare(work).editions)
            .filter((e) => e.compiled.imports)
            .map((e) => resolve(e.edition.file)),
        );
      return exportImports('editions', files);
    },
  };
}

function exportImports(name: string, files: readonly string[]): string {
  const lines = files.map((file) => `${JSON.stringify(file)}: () => import(${JSON.stringify(file)}),`);
  return `export const ${name} = {\n${lines.join('\n')}\n};\n`;
}

/** Absolute paths of the images in the content folder, sorted. */
export function listImages(contentDir: string): string[] {
  const dir = resolve(contentDir);
  return listFiles(dir)
    .filter((path) => imageFile.test(path))
    .map((path) => join(dir, path));
}

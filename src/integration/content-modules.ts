import { resolve } from 'node:path';
import type { Plugin } from 'vite';
import { listEditions } from '../content/work.ts';
import { openPublication } from '../works/current.ts';

export const editionsId = '\0virtual:beyt/editions';

/** Vite need only see the few editions that import something of their own. */
export function contentModules(): Plugin {
  return {
    name: 'beyt-content-modules',
    resolveId: (id) => (editionsId === `\0${id}` ? editionsId : null),
    async load(id) {
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

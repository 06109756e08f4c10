import { existsSync } from 'node:fs';
import { dirname, resolve, sep } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Plugin } from 'vite';

const src = fileURLToPath(new URL('..', import.meta.url));
const pageRooms = ['client', 'components', 'layouts', 'pages'].map((room) => src + room + sep);

export const isPageModule = (path: string) => pageRooms.some((room) => path.startsWith(room));

/** Node imports the core, so that pages, commands and the dev server's watcher share one copy of the publication. */
export function coreModules(): Plugin {
  return {
    name: 'beyt-core-modules',
    enforce: 'pre',
    resolveId(source, importer) {
      if (!importer || !source.endsWith('.ts') || !source.startsWith('.')) return null;
      const path = resolve(dirname(importer.replace(/[?#].*$/s, '')), source);
      if (!path.startsWith(src) || isPageModule(path) || !existsSync(path)) return null;
      return { id: pathToFileURL(path).href, external: true };
    },
  };
}

import { existsSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { dirname, resolve, sep } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Plugin } from 'vite';

const srcUrl = new URL('..', import.meta.url).href;
const src = fileURLToPath(srcUrl);
const rooms = ['client', 'components', 'layouts', 'pages'];
const pageRooms = rooms.map((room) => src + room + sep);

export const isPageModule = (path: string) => pageRooms.some((room) => path.startsWith(room));

/** Node imports the core, so that pages, commands and the dev server's watcher share one copy of the publication. */
export function coreModules(): Plugin {
  return {
    name: 'beyt-core-modules',
    enforce: 'pre',
    // The dev server runs files by itself, also those that are external; what is built in it leaves to Node.
    configEnvironment(name, _config, { command }) {
      if (command !== 'serve' || name === 'client') return null;
      const core = new RegExp(`^${RegExp.escape(srcUrl)}(?!(?:${rooms.join('|')})/)[^?]*\\.ts$`);
      return { resolve: { builtins: [...builtinModules, /^(?:node|npm|bun):/, core] } };
    },
    resolveId(source, importer) {
      if (!importer || !source.endsWith('.ts') || !source.startsWith('.')) return null;
      const path = resolve(dirname(importer.replace(/[?#].*$/s, '')), source);
      if (!path.startsWith(src) || isPageModule(path) || !existsSync(path)) return null;
      return { id: pathToFileURL(path).href, external: true };
    },
  };
}

import { existsSync } from 'node:fs';
import { dirname, resolve, sep } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Plugin } from 'vite';

const src = fileURLToPath(new URL('..', import.meta.url));
const core = ['works', 'alignment', 'markdown', 'publish', 'search', 'i18n', 'templates'].map((d) => src + d + sep);

/**
 * Leaves the core to Node: pages import it as it stands on disk, so that the pages, the commands and the dev
 * server's watcher share one copy of the publication, and nothing is compiled or segmented twice.
 */
export function coreModules(): Plugin {
  return {
    name: 'beyt-core-modules',
    enforce: 'pre',
    resolveId(source, importer) {
      if (!importer || !source.endsWith('.ts') || !source.startsWith('.')) return null;
      const path = resolve(dirname(importer.replace(/[?#].*$/s, '')), source);
      if (!core.some((dir) => path.startsWith(dir)) || !existsSync(path)) return null;
      return { id: pathToFileURL(path).href, external: true };
    },
  };
}

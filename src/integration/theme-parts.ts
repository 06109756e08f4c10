import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';
import type { PartName } from '../settings/appearance.ts';

const components = fileURLToPath(new URL('../components', import.meta.url));

/** @param parts name of a part → file, from `folder` */
export function themeParts(parts: Partial<Record<PartName, string>>, folder: string): Plugin {
  const replaced = new Map(
    Object.entries(parts).map(([part, file]) => [resolve(components, `${part}.astro`), resolve(folder, file)]),
  );
  return {
    name: 'beyt-theme-parts',
    enforce: 'pre',
    resolveId(source, importer) {
      if (!importer || !source.startsWith('.') || !source.endsWith('.astro')) return null;
      const from = importer.replace(/[?#].*$/s, '');
      const replacement = replaced.get(resolve(dirname(from), source));
      return replacement && replacement !== from ? replacement : null;
    },
  };
}

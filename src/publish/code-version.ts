import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { walkFolder } from '../works/walk-folder.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

/**
 * Digest of all that makes pages beside the content: the site's code, texts, styles and settings, its dependencies,
 * and the versions of Node and its data (dates and lists are formatted by them).
 */
export function readCodeVersion(): string {
  const hash = createHash('sha256');
  const sources = walkFolder(join(root, 'src'))
    .filter((entry) => entry.isFile() && !/\.test\.ts$/.test(entry.name))
    .map((entry) => `${entry.parentPath}${sep}${entry.name}`)
    .sort();
  for (const path of [join(root, 'astro.config.mjs'), join(root, 'package-lock.json'), ...sources])
    hash.update(path.slice(root.length)).update('\0').update(readFileSync(path)).update('\0');
  const { node, icu, tz, unicode } = process.versions as Record<string, string>;
  return hash.update(JSON.stringify([node, icu, tz, unicode])).digest('hex');
}

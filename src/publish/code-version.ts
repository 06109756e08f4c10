import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { settings } from '../settings/current.ts';
import { listFiles } from '../works/list-files.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

/**
 * Digest of all that makes pages beside the content: the site's code, texts, styles and settings, its dependencies,
 * and the versions of Node and its data (dates and lists are formatted by them).
 */
export function readCodeVersion(): string {
  const hash = createHash('sha256');
  const sources = listFiles(join(root, 'src')).filter((path) => !/\.test\.ts$/.test(path));
  for (const path of ['astro.config.mjs', 'package-lock.json', ...sources.map((path) => `src/${path}`)])
    hash
      .update(path)
      .update('\0')
      .update(readFileSync(join(root, path)))
      .update('\0');
  hash.update(JSON.stringify(settings));
  const { node, icu, tz, unicode } = process.versions as Record<string, string>;
  return hash.update(JSON.stringify([node, icu, tz, unicode])).digest('hex');
}

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { digestBytes } from '../../base/digest.ts';
import { listFiles } from '../../base/list-files.ts';
import { langs } from '../../locales.ts';
import type { ManifestEntry } from './manifest.ts';

/** Slugs of files that earlier runs wrote, by key. */
export function readKnownNames(manifest: ReadonlyMap<string, ManifestEntry>): Map<string, string> {
  return new Map([...manifest].map(([key, { file }]) => [key, file.replace(/^(?:en|fa)\/|\.mdx?$/g, '')]));
}

/**
 * Editions that are none of the texts with these keys: written by hand, or brought in by another import.
 * @returns language and slug → what to call it in a message
 */
export function listOthers(
  contentDir: string,
  manifest: ReadonlyMap<string, ManifestEntry>,
  keys: readonly string[],
): Map<string, string> {
  const ours = new Set(keys.map((key) => manifest.get(key)?.file));
  const others = new Map<string, string>();
  for (const lang of langs)
    for (const name of listFiles(join(contentDir, lang))) {
      const file = `${lang}/${name}`;
      if (/\.mdx?$/.test(name) && !ours.has(file)) others.set(file.replace(/\.mdx?$/, ''), `the file ${file}`);
    }
  return others;
}

/** Digest of a file; null where there is none. */
export function readDigest(path: string): string | null {
  return existsSync(path) ? digestBytes(readFileSync(path)) : null;
}

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { digestBytes } from '../../base/digest.ts';
import { listFiles } from '../../base/list-files.ts';
import { langs } from '../../locales.ts';
import type { Identity } from './recognise-texts.ts';

export function readKnownNames(identities: ReadonlyMap<string, Identity>): Map<string, string> {
  return new Map(
    [...identities].flatMap(([key, { entry }]) =>
      entry ? [[key, entry.file.replace(/^(?:en|fa)\/|\.mdx?$/g, '')] as const] : [],
    ),
  );
}

/** Written by hand, or by another import. @returns language and slug → what to call it in a message */
export function listOthers(contentDir: string, identities: ReadonlyMap<string, Identity>): Map<string, string> {
  const ours = new Set([...identities.values()].map(({ entry }) => entry?.file));
  const others = new Map<string, string>();
  for (const lang of langs)
    for (const name of listFiles(join(contentDir, lang))) {
      const file = `${lang}/${name}`;
      if (/\.mdx?$/.test(name) && !ours.has(file)) others.set(file.replace(/\.mdx?$/, ''), `the file ${file}`);
    }
  return others;
}

export function readDigest(path: string): string | null {
  return existsSync(path) ? digestBytes(readFileSync(path)) : null;
}

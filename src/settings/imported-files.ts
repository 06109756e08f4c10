import { existsSync, readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';

/** A module and those that it imports by relative paths, and so on. Of no others: packages change with the lock file. */
export function listImportedFiles(file: string, known = new Set<string>()): Set<string> {
  if (known.has(file)) return known;
  known.add(file);
  const source = existsSync(file) ? readFileSync(file, 'utf8') : '';
  for (const [, , target] of source.matchAll(/\b(?:from|import)[\s(]*(['"])(\.{1,2}\/[^'"\n]+)\1/g))
    listImportedFiles(resolve(dirname(file), target!), known);
  return known;
}

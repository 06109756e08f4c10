import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { digestBytes } from '../base/digest.ts';
import { replaceFile } from '../base/write-files.ts';
import type { Edition } from '../content/edition.ts';

/** @returns false where the file was changed since it was read, and is left alone */
export function editEdition(root: string, edition: Edition, edit: (source: string) => string): boolean {
  const path = join(root, edition.file);
  const bytes = readFileSync(path);
  if (digestBytes(bytes) !== edition.digest) return false;
  replaceFile(path, edit(bytes.toString('utf8')));
  return true;
}

import { readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { digestBytes } from '../base/digest.ts';
import type { Edition } from '../content/edition.ts';

/** Writes a file whole or not at all, with the rights that it has. */
export function replaceFile(path: string, text: string): void {
  const temporary = join(dirname(path), `.${process.pid}.tmp`);
  writeFileSync(temporary, text, { mode: statSync(path).mode });
  renameSync(temporary, path);
}

/**
 * Changes the source of an edition.
 * @param root the folder that the edition's file is named from
 * @returns false where the file was changed since it was read, and is left alone
 */
export function editEdition(root: string, edition: Edition, edit: (source: string) => string): boolean {
  const path = join(root, edition.file);
  const bytes = readFileSync(path);
  if (digestBytes(bytes) !== edition.digest) return false;
  replaceFile(path, edit(bytes.toString('utf8')));
  return true;
}

import { existsSync, readdirSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/**
 * The path by which a file system has a file. Names that look the same may be stored in other characters than they are
 * written with: an é as one, or as an e with a mark, as archives and disks of macOS have it. A path that is found in
 * neither way comes back as it is.
 */
export function findStored(path: string): string {
  if (existsSync(path)) return path;
  const folder = dirname(path);
  // Names in ASCII have one spelling.
  if (folder === path || !/[^ -~]/.test(path)) return path;
  const stored = findStored(folder);
  if (!existsSync(stored)) return path;
  const name = basename(path).normalize('NFC');
  const found = readdirSync(stored).find((one) => one.normalize('NFC') === name);
  return found === undefined ? path : join(stored, found);
}

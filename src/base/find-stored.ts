import { existsSync, readdirSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/** The path as it is stored: an é may be one character, or an e with a mark, as archives and disks of macOS have it. */
export function findStored(path: string): string {
  if (!/[^ -~]/.test(path) || existsSync(path)) return path;
  const folder = dirname(path);
  if (folder === path) return path;
  const stored = findStored(folder);
  if (!existsSync(stored)) return path;
  const name = basename(path).normalize('NFC');
  const found = readdirSync(stored).find((one) => one.normalize('NFC') === name);
  return found === undefined ? path : join(stored, found);
}

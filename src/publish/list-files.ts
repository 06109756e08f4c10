import { readdir } from 'node:fs/promises';
import { join, resolve, sep } from 'node:path';

/**
 * All files below a folder, as paths with forward slashes, sorted by their UTF-16 code units: the same list whatever
 * order the file system or the locale has.
 */
export async function listFiles(folder: string): Promise<string[]> {
  const root = resolve(folder);
  const start = join(root, sep).length;
  const entries = await readdir(root, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => !entry.isDirectory())
    .map(({ parentPath, name }) => `${parentPath}${sep}${name}`.slice(start).replaceAll(sep, '/'))
    .sort();
}

import { readdir } from 'node:fs/promises';
import { relative, sep } from 'node:path';

/**
 * All files below a folder, as paths with forward slashes, sorted by their UTF-16 code units: the same list whatever
 * order the file system or the locale has.
 */
export async function listFiles(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => !entry.isDirectory())
    .map((entry) => relative(folder, `${entry.parentPath}${sep}${entry.name}`).split(sep).join('/'))
    .sort();
}

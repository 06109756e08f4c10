import { type Dirent, existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/**
 * All below a folder that are no folders themselves, in no order; none where there is no such folder. Node's own way
 * of listing folders within folders asks the disk about each entry once more.
 */
export function walkFolder(folder: string): Dirent[] {
  const found: Dirent[] = [];
  const folders = existsSync(folder) ? [folder] : [];
  for (const one of folders)
    for (const entry of readdirSync(one, { withFileTypes: true })) {
      if (entry.isDirectory()) folders.push(join(one, entry.name));
      else found.push(entry);
    }
  return found;
}

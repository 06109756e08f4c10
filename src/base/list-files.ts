import { type Dirent, readdirSync } from 'node:fs';
import { join } from 'node:path';

function readFolder(folder: string): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}

/** Sorted by UTF-16 code units; links are not followed. Node's recursive listing would ask about each entry. */
export function listFiles(folder: string): string[] {
  const files: string[] = [];
  const enter = (prefix: string): void => {
    for (const entry of readFolder(join(folder, prefix))) {
      if (entry.isDirectory()) enter(`${prefix}${entry.name}/`);
      else files.push(prefix + entry.name);
    }
  };
  enter('');
  return files.sort();
}

import { join } from 'node:path';
import { listFiles } from '../../base/list-files.ts';
import { createFinding, type Finding } from '../../errors.ts';

/**
 * Finds files below a folder whose names are one on Windows and macOS: those that differ in capitals, or in whether their
 * letters are stored composed. Editions are left out, since their names are compared as addresses.
 */
export function findAlikeFiles(folder: string): Finding[] {
  const known = new Map<string, string>();
  return listFiles(folder).flatMap((path): Finding[] => {
    if (/(?:^|\/)\.|\.mdx?$/.test(path)) return [];
    const one = path.normalize('NFC').toLowerCase();
    const other = known.get(one);
    if (other === undefined) known.set(one, path);
    return other === undefined
      ? []
      : [createFinding('FilesAlike', { file: join(folder, path) }, { other: join(folder, other) })];
  });
}

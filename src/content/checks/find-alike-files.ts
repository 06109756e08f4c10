import { join } from 'node:path';
import { listFiles } from '../../base/list-files.ts';
import { createFinding, type Finding } from '../../errors.ts';

/**
 * Finds names that are one on Windows and macOS: those that differ in capitals, or in whether letters are stored
 * composed. Editions are left out: their addresses are compared.
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

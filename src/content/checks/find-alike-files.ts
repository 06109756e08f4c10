import { join } from 'node:path';
import { listFiles } from '../../base/list-files.ts';
import { createFinding, type Finding } from '../../errors.ts';

/** Names that are one on Windows and macOS, by capitals or composed letters. Editions are compared by address. */
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

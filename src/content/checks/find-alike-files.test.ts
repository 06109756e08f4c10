import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { findAlikeFiles } from './find-alike-files.ts';

test('files that are one on Windows and macOS are named with each other', () => {
  const root = mkdtempSync(join(tmpdir(), 'beyt-alike-'));
  try {
    const files = [
      ...['a/Map.png', 'a/map.PNG', 'b/map.png', 'Report.pdf', 'report-2.pdf', 'Guide.md', 'guide.md'],
      ...['caf\u00e9.pdf', 'cafe\u0301.pdf', 'A/map.png', '.git/X', '.git/x'],
    ];
    for (const file of files) {
      mkdirSync(join(root, file, '..'), { recursive: true });
      writeFileSync(join(root, file), '');
    }
    const found = findAlikeFiles(root).map(({ name, file, message }) => [name, file, message.match(/of (.*) in/)![1]]);
    expect(found).toEqual([
      ['FilesAlike', join(root, 'a/Map.png'), join(root, 'A/map.png')],
      ['FilesAlike', join(root, 'a/map.PNG'), join(root, 'A/map.png')],
      ['FilesAlike', join(root, 'caf\u00e9.pdf'), join(root, 'cafe\u0301.pdf')],
    ]);
    expect(findAlikeFiles(join(root, 'none'))).toEqual([]);
  } finally {
    rmSync(root, { recursive: true });
  }
});

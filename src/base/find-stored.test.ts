import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { findStored } from './find-stored.ts';

test('a file is found however its name and its folders are composed', () => {
  const root = mkdtempSync(join(tmpdir(), 'beyt-stored-'));
  try {
    mkdirSync(join(root, 'cafe\u0301'));
    writeFileSync(join(root, 'cafe\u0301', '\u0622\u0628.png'), '');
    writeFileSync(join(root, 'plain.png'), '');
    const stored = join(root, 'cafe\u0301', '\u0622\u0628.png');
    expect(findStored(join(root, 'caf\u00e9', '\u0627\u0653\u0628.png'))).toBe(stored);
    expect(findStored(stored)).toBe(stored);
    expect(findStored(join(root, 'plain.png'))).toBe(join(root, 'plain.png'));
    expect(findStored(join(root, 'caf\u00e9', 'none.png'))).toBe(join(root, 'caf\u00e9', 'none.png'));
    expect(findStored(join(root, 'none', 'é.png'))).toBe(join(root, 'none', 'é.png'));
  } finally {
    rmSync(root, { recursive: true });
  }
});

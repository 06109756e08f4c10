import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { replaceFile } from './write-files.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'beyt-write-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('replaceFile', () => {
  it('leaves the new text alone in the folder, which it makes', () => {
    const path = join(folder, 'deep/er/a.mdx');
    replaceFile(path, 'old');
    replaceFile(path, 'new');
    expect(readFileSync(path, 'utf8')).toBe('new');
    expect(readdirSync(join(folder, 'deep/er'))).toEqual(['a.mdx']);
  });

  it.skipIf(process.platform === 'win32').each([0o600, 0o666, 0o755])('keeps permissions: %o', (mode) => {
    const path = join(folder, 'a.mdx');
    writeFileSync(path, 'old');
    chmodSync(path, mode);
    replaceFile(path, 'new');
    expect(statSync(path).mode & 0o777).toBe(mode);
  });

  it('takes names as long as a disk has', () => {
    const path = join(folder, `${'a'.repeat(251)}.mdx`);
    replaceFile(path, 'new');
    expect(readFileSync(path, 'utf8')).toBe('new');
  });
});

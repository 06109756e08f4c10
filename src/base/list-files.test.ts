import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { listFiles } from './list-files.ts';

test('all files below a folder, at any depth, in one order, and no folders', () => {
  const folder = mkdtempSync(join(tmpdir(), 'beyt-list-'));
  mkdirSync(join(folder, 'a/b/c'), { recursive: true });
  mkdirSync(join(folder, 'empty'));
  for (const path of ['one.mdx', 'a/دو.mdx', 'a/b/c/.three', 'a.mdx']) writeFileSync(join(folder, path), '');
  // A link to a folder is not entered: it may lead back to where it is.
  symlinkSync(folder, join(folder, 'a/back'));
  expect(listFiles(folder)).toEqual(['a.mdx', 'a/b/c/.three', 'a/back', 'a/دو.mdx', 'one.mdx']);
  rmSync(folder, { recursive: true });
  expect(listFiles(folder)).toEqual([]);
});

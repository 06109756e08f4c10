import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { expect, test } from 'vitest';
import { walkFolder } from './walk-folder.ts';

test('all files below a folder, at any depth, and no folders', () => {
  const folder = mkdtempSync(join(tmpdir(), 'beyt-walk-'));
  mkdirSync(join(folder, 'a/b/c'), { recursive: true });
  mkdirSync(join(folder, 'empty'));
  for (const path of ['one.mdx', 'a/دو.mdx', 'a/b/c/.three']) writeFileSync(join(folder, path), '');
  // A link to a folder is not entered: it may lead back to where it stands.
  symlinkSync(folder, join(folder, 'a/back'));
  const found = walkFolder(folder).map(({ parentPath, name }) => relative(folder, join(parentPath, name)));
  expect(found.sort()).toEqual(['a/b/c/.three', 'a/back', 'a/دو.mdx', 'one.mdx'].sort());
  rmSync(folder, { recursive: true });
  expect(walkFolder(folder)).toEqual([]);
});

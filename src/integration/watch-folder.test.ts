import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type FolderWatch, watchFolder } from './watch-folder.ts';

let folder: string;
let told: Set<string>;
let watched: FolderWatch;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'beyt-watch-'));
  await mkdir(join(folder, 'en'));
  await writeFile(join(folder, 'en/a.mdx'), 'a');
  told = new Set();
  watched = watchFolder(folder, (path) => told.add(relative(folder, path)));
});
afterEach(async () => {
  watched.close();
  await rm(folder, { recursive: true, force: true });
});
const hears = (path: string) => vi.waitFor(() => expect([...told]).toContain(path), { timeout: 5000 });

test('a file that is written, put in the place of another, or taken away', async () => {
  await writeFile(join(folder, 'en/a.mdx'), 'b');
  await hears('en/a.mdx');
  await writeFile(join(folder, 'en/.a.tmp'), 'c');
  await rename(join(folder, 'en/.a.tmp'), join(folder, 'en/b.mdx'));
  await hears('en/b.mdx');
  told.clear();
  await rm(join(folder, 'en/b.mdx'));
  await hears('en/b.mdx');
});

test('a folder that comes later, with what is in it, and after it went and came again', async () => {
  await mkdir(join(folder, 'en/deep/er'), { recursive: true });
  await writeFile(join(folder, 'en/deep/er/c.mdx'), 'c');
  await hears('en/deep/er/c.mdx');
  await rm(join(folder, 'en/deep'), { recursive: true });
  await hears('en/deep/er/c.mdx');
  told.clear();
  await mkdir(join(folder, 'en/deep'));
  await writeFile(join(folder, 'en/deep/d.mdx'), 'd');
  await hears('en/deep/d.mdx');
  told.clear();
  await writeFile(join(folder, 'en/deep/d.mdx'), 'e');
  await hears('en/deep/d.mdx');
});

test('nothing is told of a folder that changed before, nor after the end', async () => {
  expect(told.size).toBe(0);
  watched.close();
  await writeFile(join(folder, 'en/a.mdx'), 'z');
  await new Promise((done) => setTimeout(done, 100));
  expect(told.size).toBe(0);
});

import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { publishFolder } from './publish-folder.ts';

let folder: string;
let dist: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'beyt-publish-'));
  dist = join(folder, 'dist');
});
afterEach(() => rm(folder, { recursive: true }));

const make = (text: string) => async (target: string) => {
  await mkdir(target, { recursive: true });
  await writeFile(join(target, 'index.html'), text);
};
const read = () => readFile(join(dist, 'index.html'), 'utf8');

test('the new site takes the place of the old one, and nothing else is left', async () => {
  await publishFolder(dist, make('one'));
  await writeFile(join(dist, 'gone.html'), '');
  await publishFolder(dist, make('two'));
  expect(await read()).toBe('two');
  expect(await readdir(folder)).toEqual(['dist']);
  expect(await readdir(dist)).toEqual(['index.html']);
});

test('a build that fails leaves the good site as it was', async () => {
  await publishFolder(dist, make('one'));
  const failing = async (target: string) => {
    await make('half')(target);
    throw new Error('no');
  };
  await expect(publishFolder(dist, failing)).rejects.toThrow('no');
  expect(await read()).toBe('one');
  expect(await readdir(folder)).toEqual(['dist']);
});

test('a build that makes nothing leaves the good site as it was', async () => {
  await publishFolder(dist, make('one'));
  await expect(publishFolder(dist, async () => {})).rejects.toThrow();
  expect(await read()).toBe('one');
});

test('what killed runs left is cleared away, and a site that was being moved is put back', async () => {
  await make('was')(join(folder, '.dist.old-999999'));
  await make('half')(join(folder, '.dist.new-999999'));
  await make('other')(join(folder, '.other.new-999999'));
  let during = '';
  await publishFolder(dist, async (target) => {
    during = await read();
    await make('new')(target);
  });
  expect(during).toBe('was');
  expect(await read()).toBe('new');
  expect((await readdir(folder)).sort()).toEqual(['.other.new-999999', 'dist']);
});

test('a run that goes on at the same time keeps its folder', async () => {
  const other = join(folder, `.dist.new-${process.ppid}`);
  await make('theirs')(other);
  await publishFolder(dist, make('ours'));
  expect(existsSync(other)).toBe(true);
});

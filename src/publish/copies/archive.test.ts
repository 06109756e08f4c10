import { execFileSync } from 'node:child_process';
import { mkdtemp, readFile, rm, utimes } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { writeFiles } from '../../base/write-files.ts';
import { writeArchive } from './archive.ts';
import { precompressFiles } from './precompress.ts';

const page = '<!doctype html><p>یک بند</p>'.repeat(30);
const files = new Map([
  ['en/a.html', page],
  ['fa/گاه‌شمار.html', page],
  ['index.html', page],
  ['_beyt/font.woff2', 'font'],
]);
let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'beyt-archive-'));
  await writeFiles(join(folder, 'site'), files);
});
afterEach(() => rm(folder, { recursive: true, force: true }));

/** From the central directory, by the letter of the format. */
function readNames(zip: Buffer): { name: string; utf8: boolean; time: number }[] {
  const end = zip.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'));
  const names = [];
  for (let at = zip.readUInt32LE(end + 16); zip.readUInt32LE(at) === 0x02014b50; ) {
    const [name, extra, comment] = [28, 30, 32].map((offset) => zip.readUInt16LE(at + offset)) as [
      number,
      number,
      number,
    ];
    names.push({
      name: zip.toString('utf8', at + 46, at + 46 + name),
      utf8: (zip.readUInt16LE(at + 8) & 0x800) !== 0,
      time: zip.readUInt32LE(at + 12),
    });
    at += 46 + name + extra + comment;
  }
  return names;
}

test('holds every file once, index.html first, Persian names marked as such, and no compressed copies', async () => {
  await precompressFiles(join(folder, 'site'), [...files.keys()]);
  expect(await writeArchive(join(folder, 'site'), join(folder, 'site.zip'))).toBe(4);
  const names = readNames(await readFile(join(folder, 'site.zip')));
  expect(names.map((n) => n.name)).toEqual(['index.html', '_beyt/font.woff2', 'en/a.html', 'fa/گاه‌شمار.html']);
  expect(names.at(-1)!.utf8).toBe(true);
});

test('is the same in another time zone, with other times on the files', async () => {
  const one = join(folder, 'one.zip');
  const two = join(folder, 'two.zip');
  await writeArchive(join(folder, 'site'), one);
  for (const path of files.keys()) await utimes(join(folder, 'site', path), 1e9, 1e9);
  const script = `import('${new URL('archive.ts', import.meta.url).href}').then((m) => m.writeArchive(...process.argv.slice(1)))`;
  execFileSync(process.execPath, ['--input-type=module', '-e', script, join(folder, 'site'), two], {
    env: { ...process.env, TZ: 'America/New_York' },
  });
  expect(await readFile(two)).toEqual(await readFile(one));
});

test('a folder that cannot be read leaves the archive that was there', async () => {
  const target = join(folder, 'site.zip');
  await writeArchive(join(folder, 'site'), target);
  const before = await readFile(target);
  await expect(writeArchive(join(folder, 'nowhere'), target)).rejects.toThrow(/ENOENT/);
  expect(await readFile(target)).toEqual(before);
});

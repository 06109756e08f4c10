import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeContent, makeEdition } from '../content/testing/make-content.ts';
import { readSettings } from '../settings/read-settings.ts';
import { checkPodcast } from './check-podcast.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'beyt-podcast-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

const names = { name: { en: 'a', fa: 'ا' }, tagline: { en: 'a', fa: 'ا' } };
const silent = makeContent(makeEdition('en', 'a'));
const check = async (podcast: object = { image: './podcast.png' }, content = silent) => {
  const read = readSettings({ ...names, podcast }, (path) => ({ file: path.join('.'), line: 1, column: 1 }));
  return (await checkPodcast(content, read, folder)).map(({ file, message }) => `${file}: ${message}`);
};
const draw = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: '#213f9e' } })
    .png()
    .toFile(join(folder, 'podcast.png'));

// Apple: "a minimum of 1400 x 1400 pixels and a maximum of 3000 x 3000 pixels, in JPEG or PNG format".
test('the picture of a podcast is a square of 1400 to 3000 pixels', async () => {
  expect(await check()).toEqual([]);
  for (const side of [1400, 3000]) {
    await draw(side, side);
    expect(await check()).toEqual([]);
  }
  for (const [width, height] of [
    [1399, 1399],
    [3001, 3001],
    [1400, 1500],
  ] as const) {
    await draw(width, height);
    expect(await check()).toEqual([
      `podcast.image: The picture of the podcast has ${width}×${height} pixels; directories take squares of 1400 to 3000 pixels.`,
    ]);
  }
  writeFileSync(join(folder, 'podcast.png'), 'no picture');
  expect((await check())[0]).toContain('cannot be read');
});

test('a podcast without a picture is reported, once there is sound', async () => {
  expect(await check({})).toEqual([]);
  const heard = makeContent(makeEdition('fa', 'a', { audio: { file: './a.mp3' } }));
  expect(await check({}, heard)).toEqual([
    'podcast: The podcast has no picture, and directories such as Apple Podcasts do not accept one without.',
  ]);
});

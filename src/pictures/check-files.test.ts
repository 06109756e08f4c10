import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { loadContent } from '../content/load.ts';
import { createPublication } from '../works/publication.ts';
import { checkFiles, checkPortraitPictures } from './check-files.ts';

const fixtures = join(import.meta.dirname, '../../tests/fixtures');
const folder = mkdtempSync(join(tmpdir(), 'beyt-files-test-'));
afterAll(() => rmSync(folder, { recursive: true }));

async function check(contentDir: string) {
  const content = await loadContent(contentDir, { root: contentDir });
  const publication = createPublication(content, contentDir);
  const findings = await Promise.all(content.works.map((work) => checkFiles(publication, work)));
  return findings.flat().map((f) => `${f.file}:${f.line}:${f.column} ${f.name} ${f.message}`);
}

test('sound, films and captions that are something else are found where they are named', async () => {
  expect(await check(join(fixtures, 'media-wrong'))).toEqual([
    'en/sound.mdx:6:10 MediaUnusable The file "./page.mp3" cannot be played: its beginning is of no known format, whatever its name says.',
    'en/sound.mdx:9:1 MediaUnusable The file "./empty.ogg" is empty.',
    'en/sound.mdx:11:1 MediaUnusable The file "./wave.mp4" cannot be played: it is audio/wav, whatever its name says.',
    'en/sound.mdx:11:1 MediaUnusable The file "./page.vtt" cannot be played: its beginning is of no known format, whatever its name says.',
  ]);
});

test('the media of a whole publication can be played', async () => {
  expect(await check(join(fixtures, 'second-publication/content'))).toEqual([]);
});

/** Beginnings of files as the formats' own documents give them. */
const hex = (bytes: string) => Buffer.from(bytes.replace(/\s/g, ''), 'hex');
const beginnings: Readonly<Record<string, Buffer>> = {
  // An MPEG frame of layer III, 128 kbit/s, 44.1 kHz; the same behind a tag of ID3v2.3 without frames.
  'frame.mp3': Buffer.concat([hex('fffb9064'), Buffer.alloc(1000)]),
  'tag.mp3': Buffer.concat([hex('49443303000000000000 fffb9064'), Buffer.alloc(1000)]),
  'padded.mp3': Buffer.concat([hex('49443303000000000000'), Buffer.alloc(900), hex('fffb9064'), Buffer.alloc(1000)]),
  'a.m4a': Buffer.concat([hex('00000018'), Buffer.from('ftypM4A \0\0\0\0M4A mp42')]),
  'a.mp4': Buffer.concat([hex('00000018'), Buffer.from('ftypisom\0\0\x02\0isommp42')]),
  'a.flac': Buffer.concat([Buffer.from('fLaC'), hex('00000022'), Buffer.alloc(34)]),
  'a.opus': Buffer.concat([
    Buffer.from('OggS'),
    hex('0002 0000000000000000 01000000 00000000 00000000 01 13'),
    Buffer.from('OpusHead'),
    hex('0102 3801 80bb0000 0000 00'),
  ]),
  'a.webm': hex('1a45dfa3 8b 4282 84 7765626d 4287 81 02'),
  'a.vtt': Buffer.from('\ufeffWEBVTT\n\n00:00.000 --> 00:01.000\nسلام\n'),
};

test('files in the formats that browsers play are right', async () => {
  mkdirSync(join(folder, 'sounds/en'), { recursive: true });
  for (const [name, bytes] of Object.entries(beginnings)) writeFileSync(join(folder, 'sounds/en', name), bytes);
  const uses = Object.keys(beginnings).map((name) =>
    name.endsWith('.vtt')
      ? `<Video src="./a.mp4" title="F" captions="./${name}" />`
      : `<${/mp4|webm/.test(name) ? 'Video' : 'Audio'} src="./${name}" title="T" />`,
  );
  writeFileSync(
    join(folder, 'sounds/en/a.mdx'),
    `---\ntitle: T\ndescription: D\ndate: 2026-01-01\nauthors: [A]\n---\n\n${uses.join('\n\n')}\n`,
  );
  expect(await check(join(folder, 'sounds'))).toEqual([]);
});

test('a portrait that cannot be read is found where it is named', async () => {
  const site = join(folder, 'people');
  cpSync(join(fixtures, 'newsroom'), site, { recursive: true });
  writeFileSync(join(site, 'people/zahra.png'), 'no picture');
  const content = await loadContent(site, { root: folder });
  const findings = await checkPortraitPictures(content, site);
  expect(findings.map((f) => `${f.file}:${f.line}:${f.column} ${f.name}`)).toEqual([
    'people/people.yaml:3:3 ImageUnusable',
  ]);
});

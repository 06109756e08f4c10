import { expect, test } from 'vitest';
import { createPublication } from '../works/publication.ts';
import { loadContent } from './load.ts';
import { edition, useContentFolder } from './testing/content-folder.ts';

const { state, write } = useContentFolder();

const files = Object.fromEntries(
  ['gate.png', 'call.wav', 'walk.mp4', 'walk.vtt', 'notes.txt'].map((name) => [`media/${name}`, 'x']),
);

/** Findings on `en/a.mdx`, from the first line of its text on. */
async function find(text: string, fields = '') {
  write({ ...files, 'en/a.mdx': edition(fields, text) });
  const content = await loadContent(state.folder, { root: state.folder });
  const findings = createPublication(content, state.folder).collectFindings();
  return findings.filter(({ name }) => name !== 'FileIgnored');
}

test.each([
  ['<Audio src="../media/gate.png" title="T" />', 'Media', '../media/gate.png', 'is a picture, and not sound'],
  ['<Audio src="../media/walk.vtt" title="T" />', 'Media', '../media/walk.vtt', 'is a file of captions, and not sound'],
  [
    '<Audio src="../media/notes.txt" title="T" />',
    'Media',
    '../media/notes.txt',
    'is not in a format that browsers play',
  ],
  ['<Video src="../media/gate.png" title="T" />', 'Media', '../media/gate.png', 'is a picture, and not a film'],
  ['<Video src="../media/call.wav" title="T" />', 'Media', '../media/call.wav', 'is sound, and not a film'],
  [
    '<Video src="../media/walk.mp4" title="T" captions="../media/gate.png" />',
    'Media',
    '../media/gate.png',
    'is a picture, and not a file of captions',
  ],
  [
    '<Video src="../media/walk.mp4" title="T" poster="../media/call.wav" />',
    'Image',
    '../media/call.wav',
    'is sound, and not a picture',
  ],
  [
    '<Embed url="https://youtu.be/dQw4w9WgXcQ" title="T" poster="../media/call.wav" />',
    'Image',
    '../media/call.wav',
    'is sound, and not a picture',
  ],
  ['<Figure src="../media/walk.mp4" alt="" />', 'Image', '../media/walk.mp4', 'is a film, and not a picture'],
  ['<audio><source src="../media/gate.png" /></audio>', 'Media', '../media/gate.png', 'is a picture, and not sound'],
  ['<video><source src="../media/call.wav" /></video>', 'Media', '../media/call.wav', 'is sound, and not a film'],
])('%s', async (text, of, target, reason) => {
  const named = of === 'Media' ? 'file' : 'image';
  expect((await find(text)).map(({ name, line, message }) => `${line} ${name} ${message}`)).toEqual([
    `8 ${of}Unusable The ${named} "${target}" ${reason}.`,
  ]);
});

test('so are the sound and the cover of the frontmatter', async () => {
  const fields = 'audio: { file: ../media/gate.png }\ncover: { src: ../media/call.wav, alt: "" }\n';
  expect((await find('Text.', fields)).map(({ line, message }) => `${line} ${message}`)).toEqual([
    '6 The file "../media/gate.png" is a picture, and not sound.',
    '7 The image "../media/call.wav" is sound, and not a picture.',
  ]);
});

test('files of the right kind are right', async () => {
  const text = `<Audio src="../media/call.wav" title="T" />

<Audio src="../media/walk.mp4" title="T" />

<Video src="../media/walk.mp4" title="T" poster="../media/gate.png" captions="../media/walk.vtt" />`;
  expect(await find(text)).toEqual([]);
});

test.each([
  ['<Audio src="./none.mp3" title="T" />', 'write its path from there: ./interview.mp3.'],
  ['<Video src="./none.mp4" title="T" />', 'write its path from there: ./interview.mp4.'],
  ['<Video src="../media/walk.mp4" title="T" poster="./none.png" />', 'for example ./img/map.png.'],
  ['<Video src="../media/walk.mp4" title="T" captions="./none.vtt" />', 'write its path from there: ./interview.vtt.'],
  ['<Video src="../media/gate.png" title="T" />', 'that is a film: MP4 or WebM.'],
  ['<Video src="../media/walk.mp4" title="T" captions="../media/gate.png" />', 'that holds captions: VTT.'],
])('the hint for %s is about its kind', async (text, end) => {
  const [finding, ...others] = await find(text);
  expect(others).toEqual([]);
  expect(finding!.hint.slice(-end.length)).toBe(end);
});

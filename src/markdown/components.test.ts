import { expect, test } from 'vitest';
import { compileText } from './testing/compile-text.ts';

const find = (text: string) =>
  compileText(text).findings.map((f) => `${f.line - 3}:${f.column} ${f.name} ${f.message}`);
const ownFile = 'takes the path of a file of your own';
const beyt = '<Beyt a="D" b="E" />';

test.each([
  [`<Poem lang="ar">${beyt}</Poem>`, 'Poem', 'takes "en" or "fa" for lang="…", which is "ar"'],
  [`<Poem lang>${beyt}</Poem>`, 'Poem', 'takes "en" or "fa" for lang="…", which is ""'],
  ['<Quote lang="Persian">Words</Quote>', 'Quote', 'takes "en" or "fa" for lang="…", which is "Persian"'],
  [
    '<Aside kind="Side note">Words</Aside>',
    'Aside',
    'takes small letters a to z and hyphens for kind="…", which is "Side note"',
  ],
  [
    '<Audio src="https://a.example/a.mp3" title="T" />',
    'Audio',
    `${ownFile} for src="…", which is "https://a.example/a.mp3"`,
  ],
  ['<Video src="//a.example/a.mp4" title="T" />', 'Video', `${ownFile} for src="…", which is "//a.example/a.mp4"`],
  ['<Video src="a.mp4" title="T" poster="data:," />', 'Video', `${ownFile} for poster="…", which is "data:,"`],
  ['<Video src="a.mp4" title="T" captions />', 'Video', `${ownFile} for captions="…", which is ""`],
  ['<Figure src="" alt="" />', 'Figure', 'takes the path of a picture for src="…", which is ""'],
  ['<Figure src="a.png" alt="" alt="b" />', 'Figure', 'has alt="…" twice'],
])('%s', (text, name, reason) => {
  expect(find(text)).toEqual([`1:1 ComponentProp The component <${name}> ${reason}.`]);
});

test.each([
  `<Poem lang="fa" by="C" source="F">${beyt}</Poem>`,
  '<Quote lang="en">Words</Quote>',
  '<Aside kind="side-note">Words</Aside>',
  '<Figure src="a.png" alt />',
  '<Video src="/a.mp4" title="T" poster="../a.png" captions="./en/a.vtt" />',
])('%s is right', (text) => {
  expect(find(text)).toEqual([]);
});

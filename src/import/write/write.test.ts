import { expect, test } from 'vitest';
import type { Incoming } from '../incoming.ts';
import { takeFirstSentence } from './compose-edition.ts';
import { formatManifest, parseManifest } from './manifest.ts';
import { readUploadPath, stripSize } from './media-store.ts';
import { nameFiles, slugify } from './name-file.ts';
import { decideWrite } from './plan-write.ts';

const entry = { key: 'k', file: 'en/a.mdx', digest: 'old' };

test.each([
  ['nothing there yet', undefined, null, 'new'],
  ['written before and untouched', entry, 'old', 'updated'],
  ['written before and edited', entry, 'other', 'edited'],
  ['written before and deleted', entry, null, 'deleted'],
  ['somebody else’s file', undefined, 'other', 'taken'],
  ['already as wanted', entry, 'wanted', 'unchanged'],
  ['already as wanted, by hand', undefined, 'wanted', 'unchanged'],
] as const)('%s', (_, known, onDisk, decision) => expect(decideWrite(known, onDisk, 'wanted')).toBe(decision));

const text = (key: string, lang: 'en' | 'fa', slug: string, kind = 'article') =>
  ({ key, lang, slug, title: key, kind }) as unknown as Incoming;

test('names: one for each text, shared by the two of a pair only', () => {
  const names = nameFiles(
    [
      text('x:1', 'en', 'a'),
      text('x:2', 'fa', 'a'),
      text('x:3', 'en', 'b'),
      text('x:4', 'fa', 'b'),
      text('x:5', 'en', 'search'),
      text('x:6', 'en', 'c'),
      text('x:7', 'fa', 'كتاب-هاي'),
    ],
    new Map([
      ['x:1', 'x:2'],
      ['x:2', 'x:1'],
    ]),
    new Map([['x:6', 'named-before']]),
    new Map(),
  );
  expect(Object.fromEntries([...names].map(([key, { slug }]) => [key, slug]))).toEqual({
    'x:1': 'a',
    'x:2': 'a',
    'x:3': 'b',
    'x:4': 'b-2',
    'x:5': 'search-5',
    'x:6': 'named-before',
    'x:7': 'کتاب-های',
  });
});

test.each([
  ['A bridge that the flood took is open. It cost much.', 'A bridge that the flood took is open.'],
  ['A line without a mark at its end\nAnother one.', 'A line without a mark at its end'],
  ['Kabul, 3 May\nThe river rose again today.', 'Kabul, 3 May The river rose again today.'],
  ['Short', 'Short'],
])('the first sentence of %j', (plain, sentence) => expect(takeFirstSentence(plain)).toBe(sentence));

test('words as names', () => {
  expect(slugify('What’s “new”: 2 things?')).toBe('whats-new-2-things');
  expect(slugify('پس از سیل؛ نیم\u200cفاصله')).toBe('پس-از-سیل-نیم\u200cفاصله');
  expect(Buffer.byteLength(slugify('سلام '.repeat(100)))).toBeLessThanOrEqual(200);
});

test('uploads in addresses', () => {
  expect(readUploadPath('https://a.example/wp-content/uploads/sites/3/2021/08/x-300x200.jpg?w=1')).toBe(
    '2021/08/x-300x200.jpg',
  );
  expect(readUploadPath('https://a.example/x.jpg')).toBeUndefined();
  expect(readUploadPath('/wp-content/uploads/../../etc/passwd')).toBeUndefined();
  expect(stripSize('2021/08/x-300x200.jpg')).toBe('2021/08/x.jpg');
});

test('a manifest keeps one line for each text, and names a line that it cannot read', () => {
  const read = parseManifest(formatManifest([{ ...entry, key: 'z' }, entry]));
  expect([...read.keys()]).toEqual(['k', 'z']);
  expect(() => parseManifest(`${formatManifest([entry])}{"key":\n`)).toThrow(/imported\.jsonl:2: /);
});

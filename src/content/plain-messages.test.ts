import { expect, test } from 'vitest';
import { stringify } from 'yaml';
import type { Finding } from '../errors.ts';
import { readSettings } from '../settings/read-settings.ts';
import { parseFrontmatter } from './frontmatter.ts';
import { parseGlossary } from './glossary.ts';
import { readPeople } from './people.ts';
import { readSections } from './sections.ts';
import { readSeries } from './series.ts';

type Data = Readonly<Record<string, unknown>>;

const both = { en: 'A', fa: 'ا' };
const people = {
  a: { name: both, portrait: 'a.png', bio: both, links: [{ label: both, href: 'https://a.b' }], team: true },
};
const glossary = {
  terms: [{ id: 'a', en: ['a'], fa: 'ا', kind: 'term', note: both }],
  topics: [{ id: 'a', ...both }],
};
const frontmatter = {
  title: 'A',
  description: 'A',
  date: '2026-01-01',
  authors: ['a'],
  original: 'en',
  source: { name: 'a', url: 'https://a.b', date: '2026-01-01' },
  cover: { src: 'a.png', alt: 'a' },
  audio: { file: 'a.mp3', duration: '1:00' },
  draft: true,
  part: 2,
  series: 'a',
  section: 'a',
  aliases: ['a'],
  corrections: [{ date: '2026-01-01', text: 'a' }],
  checks: { off: ['LengthsDiffer'] },
};
const settings = {
  name: both,
  tagline: both,
  languages: { en: { tag: 'en', calendar: 'gregory', digits: 'latn' } },
  timeZone: 'UTC',
  shareImage: './theme/a.png',
  navigation: [{ to: { en: 'a.html', fa: 'b.html' }, label: both }],
  social: [{ name: 'a', href: 'https://a.b' }],
  front: { size: 3, sections: ['a'] },
  pageSize: 3,
  epub: true,
  colours: { light: { accent: '#123456' } },
  fonts: { latin: { family: 'A', files: [{ src: './theme/a.woff2', weight: 400, style: 'normal' }] } },
  components: { Head: './theme/a.astro' },
  podcast: { category: 'News', image: './theme/a.png', author: 'a', email: 'a@b.c', explicit: false },
  outside: { scripts: ['https://a.b'] },
  embeds: ['youtube'],
  forms: ['https://a.b/'],
  redirects: { '/a/': '/en/b.html' },
  texts: { en: { 'a.b': 'c' } },
  checks: { off: ['LengthsDiffer'], quotes: { fa: '«»' } },
};

const readers: [string, Data, (data: Data) => readonly Finding[]][] = [
  ['people', people, (data) => readPeople(stringify(data ?? null), 'f').findings],
  [
    'sections',
    { a: { name: both, description: both, lead: 'a' } },
    (data) => readSections(stringify(data ?? null), 'f').findings,
  ],
  ['series', { a: { title: both, description: both } }, (data) => readSeries(stringify(data ?? null), 'f').findings],
  ['the glossary', glossary, (data) => parseGlossary(stringify(data ?? null), 'f').findings],
  ['frontmatter', frontmatter, (data) => parseFrontmatter(`---\n${stringify(data ?? null)}---\n`, 'f').findings],
  ['settings', settings, (data) => readSettings(data, () => ({ file: 'f', line: 1, column: 1 })).findings],
];

const wrong = [null, undefined, -1.5, 1e9, '', 'x y', true, [], [1], { x: 1 }];

/** The data with one value in place of another, at every place. */
function* spoil(data: unknown, value: unknown): Generator<unknown> {
  yield value;
  if (Array.isArray(data))
    for (const [i, one] of data.entries()) for (const other of spoil(one, value)) yield data.with(i, other);
  else if (typeof data === 'object' && data !== null)
    for (const [key, one] of Object.entries(data))
      for (const other of spoil(one, value)) yield { ...data, [key]: other };
}

test.each(readers)('says in plain words whatever is wrong with %s', (_, whole, read) => {
  const said = new Set<string>();
  for (const value of wrong)
    for (const data of spoil(whole, value)) for (const { message } of read(data as Data)) said.add(message);
  expect(said.size).toBeGreaterThan(5);
  for (const message of said) {
    expect(message).not.toMatch(/Invalid|expected|received|Too (?:small|big)|undefined|\[object|regex|Unrecognized/);
    expect(message).toMatch(/^[A-Z].*[^.]\.$/s);
  }
});

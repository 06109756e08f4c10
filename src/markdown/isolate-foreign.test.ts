import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { showVisually } from '../../tests/support/bidi-order.ts';
import { directionTable, isolateMarked } from '../../tests/support/direction-table.ts';
import { locales } from '../locales.ts';
import { compileEdition } from '../works/compile.ts';
import type { Lang } from './block.ts';
import { findForeignRuns } from './foreign-runs.ts';
import { isolateHtml, isolatePlain } from './isolate-foreign.ts';

test('the table is long enough', () => expect(directionTable.length).toBeGreaterThanOrEqual(150));

describe('a reader sees what UAX #9 shows for rightly isolated runs', () => {
  test.each(directionTable)('$lang $marked', (sentence) => {
    const { dir } = locales[sentence.lang];
    const shown = showVisually(isolatePlain(sentence.text, sentence.lang), dir);
    expect(shown).toBe(showVisually(isolateMarked(sentence), dir));
  });
});

test('HTML is escaped, and each run names its direction and language', () => {
  expect(isolateHtml('<b> و C++ و +93 70 123 4567', 'fa')).toBe(
    '<bdi lang="en" dir="ltr">&lt;b&gt;</bdi> و <bdi lang="en" dir="ltr">C++</bdi> و <bdi dir="ltr">+93 70 123 4567</bdi>',
  );
  expect(isolateHtml('the سال 1404 & b', 'en')).toBe('the <bdi lang="fa-AF" dir="rtl">سال 1404</bdi> &amp; b');
});

const compile = (text: string, file: string, lang: Lang) => {
  const glossary = { terms: [], people: [], topics: [] } as never;
  const { html, blocks } = compileEdition(`---\ntitle: a\n---\n${text}`, file, lang, glossary);
  return { html: html.filter((part) => typeof part === 'string').join(''), blocks };
};

test('a run is whole across emphasis and links', () => {
  const html = (text: string, lang: Lang) => compile(text, `${lang}/a.md`, lang).html;
  expect(html('روزنامهٔ The *New York* Times گفت', 'fa')).toContain(
    '<bdi lang="en" dir="ltr">The <em>New York</em> Times</bdi>',
  );
  expect(html('از [*Google* Chrome](https://a.example/) آمد', 'fa')).toContain(
    '<bdi lang="en" dir="ltr"><a href="https://a.example/"><em>Google</em> Chrome</a></bdi>',
  );
  expect(html('فرمان run `x` now را', 'fa')).toContain(
    '<bdi lang="en" dir="ltr">run <code dir="ltr">x</code> now</bdi>',
  );
});

/** As browsers read it: what states a direction is isolated, and other tags change nothing. */
const readIsolates = (html: string) =>
  html
    .replace(/<(?:bdi|code)[^<>]* dir="(ltr|rtl)"[^<>]*>/g, (_, dir) => (dir === 'ltr' ? '\u2066' : '\u2067'))
    .replace(/<\/(?:bdi|code)>/g, '\u2069')
    .replace(/<[^<>]*>/g, '')
    .trim();

/** Words in the order in which they are shown from left to right, by UAX #9. */
const cutRuns: readonly [lang: Lang, text: string, words: string][] = [
  ['fa', '[پیوند به Wikipedia](https://example.org/) 2026 است.', 'است. Wikipedia 2026 به پیوند'],
  ['fa', '**کتاب Windows** 11', 'Windows 11 کتاب'],
  ['fa', '*نسخهٔ iOS* (beta)', 'iOS (beta) نسخهٔ'],
  ['fa', '*نام John* Smith', 'John Smith نام'],
  ['fa', 'کتاب Windows **11 است** و', 'و است Windows 11 کتاب'],
  ['fa', '**کتاب *نام John*** Smith *Junior است* و', 'و است John Smith Junior نام کتاب'],
  ['fa', '*فرمان run* `x` now را', 'را run x now فرمان'],
  ['fa', '**تلفن +93 70** 123 4567 است', 'است +93 70 123 4567 تلفن'],
  ['fa', '*نام John* Smith، *نام Ann* Lee', 'Ann Lee نام ،John Smith نام'],
  ['en', '[see کتاب](https://a.example/) بزرگ is', 'see بزرگ کتاب is'],
  ['en', 'the *سال **هزار*** و *سیصد of* it', 'the سیصد و هزار سال of it'],
];

describe('a run that begins or ends within a link or emphasis and goes on beyond it has one order', () => {
  test.each(cutRuns.flatMap((row) => ['md', 'mdx'].map((ending) => [ending, ...row] as const)))(
    '%s, %s: %s',
    (ending, lang, text, words) => {
      const { html } = compile(text, `${lang}/a.${ending}`, lang);
      const shown = showVisually(readIsolates(html), locales[lang].dir).split(' ');
      const turn = (word: string) => (/\p{Script=Arabic}/u.test(word) ? [...word].reverse().join('') : word);
      expect(shown.map(turn).join(' ')).toBe(words);
    },
  );
});

test('its parts have their language, and the text of its block no isolates', () => {
  const { html, blocks } = compile('[پیوند به Wikipedia](https://example.org/) 2026 است.', 'fa/a.md', 'fa');
  expect(html).toContain('به \u2066<span lang="en">Wikipedia</span></a><span lang="en"> 2026</span>\u2069 است.');
  expect(blocks.map(({ text }) => text)).toEqual(['پیوند به Wikipedia 2026 است.']);
});

test('a link made of a bare address ends where the address ends', () => {
  for (const file of ['fa/a.md', 'fa/a.mdx']) {
    const compiled = compileEdition('---\ntitle: a\n---\nx https://example.com/a، سپس', file, 'fa', {
      terms: [],
      people: [],
      topics: [],
    } as never);
    const html = compiled.html.filter((part) => typeof part === 'string').join('');
    expect(html).toContain('href="https://example.com/a">https://example.com/a</a></bdi>، سپس');
  }
});

test.each([
  [
    'https://a.example/x،https://b.example/y؛www.c.example/z.',
    ['https://a.example/x', 'https://b.example/y', 'http://www.c.example/z'],
  ],
  ['https://a.example/x»«https://b.example/(y)؟', ['https://a.example/x', 'https://b.example/(y)']],
  ['https://a.example/x…b.example/y', ['https://a.example/x']],
  // One address within another is part of it.
  ['https://web.example/2019/https://a.example/y،', ['https://web.example/2019/https://a.example/y']],
])('addresses that nothing but punctuation is between are links of their own: %s', (line, expected) => {
  for (const file of ['fa/a.md', 'fa/a.mdx']) {
    const compiled = compileEdition(`---\ntitle: a\n---\nx ${line} سپس`, file, 'fa', {} as never);
    const html = compiled.html.filter((part) => typeof part === 'string').join('');
    expect([...html.matchAll(/ href="([^"]*)"/g)].map(([, href]) => href)).toEqual(expected);
    expect(html.replace(/<[^<>]*>/g, '').trim()).toBe(`x ${line} سپس`);
  }
});

const text = fc
  .array(
    fc.constantFrom(
      ...[
        'a',
        'AT&T',
        'al-Sham',
        'U.S.',
        'سلام',
        'می\u200cرود',
        '۱۴',
        '7',
        '(',
        ')',
        ' ',
        ' ',
        '،',
        ',',
        '«',
        '»',
        '–',
      ],
      ...['"', '<', '😀', '+', '.', ':', '/', 'https://a.b/', '[', '!', '؟', '\n'],
    ),
    { maxLength: 20 },
  )
  .map((pieces) => pieces.join(''));

test('runs come in order, and the text stays the same, whatever it holds', () => {
  fc.assert(
    fc.property(fc.oneof(text, fc.string({ unit: 'grapheme' })), fc.constantFrom<Lang>('en', 'fa'), (input, lang) => {
      let last = 0;
      for (const { start, end } of findForeignRuns(input, lang)) {
        expect(start).toBeGreaterThanOrEqual(last);
        expect(end).toBeGreaterThan(start);
        last = end;
      }
      expect(last).toBeLessThanOrEqual(input.length);
      expect(isolatePlain(input, lang).replace(/[\u2066-\u2069]/g, '')).toBe(input.replace(/[\u2066-\u2069]/g, ''));
    }),
  );
});

test('every letter of the other script is isolated', () => {
  fc.assert(
    fc.property(text, (input) => {
      const outside = isolatePlain(input, 'fa').replace(/[\u2066\u2068][^\u2069]*\u2069/g, '');
      expect(outside).not.toMatch(/\p{Script=Latin}/u);
    }),
  );
});

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

test('a run is whole across emphasis and links', () => {
  const html = (text: string, lang: Lang) => {
    const compiled = compileEdition(`---\ntitle: a\n---\n${text}`, `${lang}/a.md`, lang, {
      terms: [],
      people: [],
      topics: [],
    } as never);
    return compiled.html.filter((part) => typeof part === 'string').join('');
  };
  expect(html('روزنامهٔ The *New York* Times گفت', 'fa')).toContain(
    '<bdi lang="en" dir="ltr">The <em>New York</em> Times</bdi>',
  );
  expect(html('از **شرکت Google** Chrome آمد', 'fa')).toContain(
    '<strong>شرکت <bdi lang="en" dir="ltr">Google</bdi></strong>',
  );
  expect(html('فرمان run `x` now را', 'fa')).toContain(
    '<bdi lang="en" dir="ltr">run <code dir="ltr">x</code> now</bdi>',
  );
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

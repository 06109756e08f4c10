import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Lang } from '../works/block.ts';
import { hasForeign, isolateForeign } from './isolate-foreign.ts';

type Part = {
  type: string;
  value?: string;
  properties?: { lang: string; dir: string };
  children?: { value: string }[];
};
const parts = (text: string, lang: Lang) => (isolateForeign(text, lang) ?? []) as Part[];
const words = (part: Part) => part.value ?? part.children![0]!.value;
/** The text with brackets ⟦ ⟧ around each isolated run. */
const show = (text: string, lang: Lang) =>
  parts(text, lang)
    .map((p) => (p.type === 'text' ? p.value : `⟦${words(p)}⟧`))
    .join('');

describe('English in Persian', () => {
  test.each([
    ['شرکت AT&T گفت.', 'شرکت ⟦AT&T⟧ گفت.'],
    ['شرکت AT&T (American Telephone & Telegraph) گفت.', 'شرکت ⟦AT&T (American Telephone & Telegraph)⟧ گفت.'],
    ['هیئت تحریر الشام (HTS) آمد', 'هیئت تحریر الشام (⟦HTS⟧) آمد'],
    ['با Hayat Tahrir al-Sham (HTS), و', 'با ⟦Hayat Tahrir al-Sham (HTS)⟧, و'],
    ['در U.S. بود و Windows 10، C++ هم.', 'در ⟦U.S.⟧ بود و ⟦Windows 10⟧، ⟦C++⟧ هم.'],
    ['نشانی https://a.b/c?', 'نشانی ⟦https://a.b/c⟧?'],
    ['نسخهٔ v1.2 (beta', 'نسخهٔ ⟦v1.2⟧ (⟦beta⟧'],
  ])('%s', (text, expected) => expect(show(text, 'fa')).toBe(expected));
});

describe('Persian in English', () => {
  test.each([
    ['the word نیم\u200cفاصله.', 'the word ⟦نیم\u200cفاصله⟧.'],
    ['said سلام (دنیا) خوب، بلی and', 'said ⟦سلام (دنیا) خوب، بلی⟧ and'],
    ['«سلام» in ۱۴۰۵', '«⟦سلام⟧» in ⟦۱۴۰۵⟧'],
  ])('%s', (text, expected) => expect(show(text, 'en')).toBe(expected));
});

test('a text of one script alone is left alone', () => {
  expect(isolateForeign('Only English, 2026 (yes).', 'en')).toBeNull();
  expect(isolateForeign('تنها فارسی، ۱۴۰۵ (بلی) 2026.', 'fa')).toBeNull();
});

const text = fc
  .array(
    fc.constantFrom(
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
      '"',
      '<',
      '😀',
    ),
    { maxLength: 20 },
  )
  .map((pieces) => pieces.join(''));

test('the text stays the same, whatever it holds', () => {
  fc.assert(
    fc.property(fc.oneof(text, fc.string({ unit: 'grapheme' })), fc.constantFrom<Lang>('en', 'fa'), (input, lang) => {
      const found = parts(input, lang);
      if (found.length) expect(found.map(words).join('')).toBe(input);
    }),
  );
});

test('a run holds no letters of the page’s own script, and brackets in pairs', () => {
  fc.assert(
    fc.property(text, fc.constantFrom<Lang>('en', 'fa'), (input, lang) => {
      for (const part of parts(input, lang)) {
        if (part.type === 'text') continue;
        const run = words(part);
        expect(run).not.toMatch(lang === 'fa' ? /\p{Script=Arabic}/u : /\p{Script=Latin}/u);
        expect(run.split('(').length).toBe(run.split(')').length);
        expect(part.properties!.dir).toBe(lang === 'fa' ? 'ltr' : 'rtl');
      }
    }),
  );
});

test('every letter of the other script is isolated', () => {
  fc.assert(
    fc.property(text, (input) => {
      for (const part of parts(input, 'fa'))
        if (part.type === 'text') expect(part.value).not.toMatch(/\p{Script=Latin}/u);
    }),
  );
});

test('no letter of the other script is overlooked', () => {
  for (let code = 0; code < 0x20000; code++) {
    const letter = String.fromCodePoint(code);
    if (/\p{Script=Latin}/u.test(letter)) expect(hasForeign(letter, 'fa'), code.toString(16)).toBe(true);
  }
});

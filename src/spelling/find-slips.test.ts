import fc from 'fast-check';
import { expect, it, test } from 'vitest';
import { findSlips, repairSlips } from './find-slips.ts';
import { spellPlainly } from './plain-spelling.ts';

const repair = (text: string, lang: 'en' | 'fa') => repairSlips(text, findSlips(text, lang));
const kinds = (text: string, lang: 'en' | 'fa') => findSlips(text, lang).map(({ kind }) => kind);

it.each([
  ['ArabicLetters', 'كتاب علي', 'کتاب علی'],
  ['ArabicLetters', 'موسى آمد', 'موسی آمد'],
  ['ArabicLetters', 'سال ١٤٠٤', 'سال ۱۴۰۴'],
  ['PresentationForms', '\ufeb3\ufefc\ufee1 بر شما', 'سلام بر شما'],
  ['PresentationForms', '\ufb90\ufe98\ufe8e\ufe8f', 'کتاب'],
  ['HalfSpaces', 'می¬رود', 'می\u200cرود'],
  ['HalfSpaces', 'می\u00adرود', 'می\u200cرود'],
  ['HalfSpaces', 'می\u200bرود', 'می\u200cرود'],
  ['HalfSpaces', 'می\u200c\u200cرود', 'می\u200cرود'],
  ['HalfSpaces', 'می\u200c رود', 'می رود'],
  ['HalfSpaces', 'کتاب\u200c', 'کتاب'],
  ['BidiControls', '\u200fسلام\u200e', 'سلام'],
  ['BidiControls', '\u202bسلام\u202c', 'سلام'],
  ['BidiControls', 'سلام\ufeff دنیا', 'سلام دنیا'],
  ['HiddenCharacters', 'ک\u200dتاب', 'کتاب'],
  ['HiddenCharacters', '۱۰\u00a0متر', '۱۰ متر'],
  ['HiddenCharacters', 'سلام\u2060', 'سلام'],
  ['LettersDecomposed', 'ا\u0653ب', 'آب'],
])('Persian, %s: %s', (kind, text, right) => {
  expect(new Set(kinds(text, 'fa'))).toEqual(new Set([kind]));
  expect(repair(text, 'fa')).toBe(right);
  expect(findSlips(right, 'fa')).toEqual([]);
});

it.each([
  ['LettersDecomposed', 'cafe\u0301', 'café'],
  ['HiddenCharacters', 'co\u00adoperate', 'cooperate'],
  ['HiddenCharacters', 'so\u00a0 what', 'so  what'],
  ['HiddenCharacters', 'zero\u200bwidth', 'zerowidth'],
  ['BidiControls', 'a \u200eb', 'a b'],
  ['PresentationForms', 'the word \ufeb3\ufefc\ufee1', 'the word سلام'],
])('English, %s: %s', (kind, text, right) => {
  expect(new Set(kinds(text, 'en'))).toEqual(new Set([kind]));
  expect(repair(text, 'en')).toBe(right);
});

it.each([
  ['a letter that was lost', 'سل\ufffdم'],
  ['UTF-8 read as Windows-1252', 'Ø³Ù„Ø§Ù…'],
  ['the same in English', 'donâ€™t and cafÃ©'],
  ['Windows-1256 read as Windows-1252', 'ÓáÇãÊ æ ßÊÇÈ'],
  ['a picture that was lost', 'see \ufffc here'],
  ['a letter of a font of its own', 'a \uf0b7 b'],
])('finds, and leaves to a person, %s', (_, text) => {
  expect(new Set(kinds(text, 'en'))).toEqual(new Set(['CharactersLost']));
  expect(repair(text, 'en')).toBe(text);
});

it('leaves forms alone that lie in the wrong order', () => {
  expect(kinds('\ufee1\ufefc\ufeb3', 'fa')).toEqual(['PresentationForms']);
  expect(repair('\ufee1\ufefc\ufeb3', 'fa')).toBe('\ufee1\ufefc\ufeb3');
});

it.each([
  ['Arabic quoted with its vowels', 'گفت: «إِنَّا لِلَّٰهِ وَإِنَّا إِلَيْهِ رَاجِعُونَ» و رفت'],
  ['Arabic quoted without', 'نوشت: «بسم الله الرحمن الرحيم» و بس'],
  ['Pashto', 'د افغانستان په ولاياتو کې ډېر خلک'],
  ['the sign for Hijri years', 'سال ۶۰۰ ه\u200d.ق.'],
  ['signs of their own', 'محمد ﷺ و ۱۰۰ ﷼'],
  ['heh with hamza', 'خانهٔ ما و رفته‌ایم'],
  ['tanwin and shadda', 'مثلاً معلّم'],
  ['emoji that are joined', 'سلام 👩\u200d👧'],
])('finds nothing in %s', (_, text) => expect(findSlips(text, 'fa')).toEqual([]));

it.each([
  ['spaces that are meant not to break', '10\u00a0km, No.\u00a05, p.\u00a07, Mr.\u00a0Smith, with\u00a0JS'],
  ['Persian and Arabic that is quoted', 'the words كتاب and کتاب'],
  ['French and Turkish', 'naïve façade, déjà vu, Ağrı, Şırnak, çığ'],
  ['a character of logic', '¬p ∧ q'],
])('finds nothing in %s', (_, text) => expect(findSlips(text, 'en')).toEqual([]));

test('repairing twice repairs no more, and letters stay what they are', () => {
  const pieces = [
    'می',
    'كتاب',
    'علي',
    ' ',
    '\u200c',
    '\u200d',
    '¬',
    '\u00ad',
    '\u00a0',
    '\u200f',
    '\n',
    'café',
    'e\u0301',
    '١',
    'ﺳ',
    '.',
    '«',
    'word',
  ];
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...pieces)), fc.constantFrom('en' as const, 'fa' as const), (parts, lang) => {
      let once = parts.join('');
      for (let i = 0; i < 4; i++) once = repair(once, lang);
      expect(repair(once, lang)).toBe(once);
      // Several invisible characters in a row are nobody's spelling.
      if (/[¬\u00ad\u200b-\u200f]{2}/.test(parts.join(''))) return;
      // By the rules that say which texts are the same, a repaired text is: no translation falls behind by it.
      const fold = (text: string) => spellPlainly(text).replace(/\s+/g, ' ').trim();
      expect(fold(once)).toBe(fold(parts.join('')));
    }),
  );
});

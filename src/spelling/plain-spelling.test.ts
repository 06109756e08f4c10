import { expect, it } from 'vitest';
import { spellPlainly } from './plain-spelling.ts';

it.each([
  ['Arabic letters', 'علي و كتاب', 'علی و کتاب'],
  ['Arabic and Latin digits', 'سال ١٤٠٤ و 1404', 'سال ۱۴۰۴ و ۱۴۰۴'],
  ['a space for a half-space', 'می رود', 'می\u200cرود'],
  ['a space beside a half-space', 'می \u200cرود', 'می\u200cرود'],
  ['an old sign for a half-space', 'می¬رود می\u00adشود', 'می\u200cرود می\u200cشود'],
  ['a space that does not break', 'a\u00a0b é', 'a b é'],
  ['direction marks', '\u200fسلام\u200e', 'سلام'],
  ['a soft hyphen and a tatweel', 'co\u00adoperate ســلام', 'cooperate سلام'],
  ['decomposed letters', 'cafe\u0301', 'café'],
  ['heh with hamza', 'خان\u06c0 ما', 'خانه\u0654 ما'],
  ['presentation forms', '\ufeb3\ufefc\ufee1', 'سلام'],
  ['quotation marks', '"said" «گفت»', '“said” "گفت"'],
  ['marks', 'کی, کجا? ۲.۵', 'کی، کجا؟ ۲٫۵'],
])('takes %s for the same text', (_, a, b) => {
  expect(spellPlainly(a)).toBe(spellPlainly(b));
});

it.each([
  ['a digit', 'سال ۱۴۰۴', 'سال ۱۴۰۵'],
  ['a letter', 'باز', 'بار'],
  ['a vowel mark', 'عَلَم', 'عِلم'],
  ['words run together', 'با زار', 'بازار'],
  ['a full stop', 'سلام', 'سلام.'],
  ['a line break', 'é\nif', 'é if'],
])('tells %s apart', (_, a, b) => {
  expect(spellPlainly(a)).not.toBe(spellPlainly(b));
});

import type { Lang } from '../../works/block.ts';
import { normalize } from '../words.ts';

const UNITS: Readonly<Record<Lang, string>> = {
  en: 'one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty',
  fa: 'یک دو سه چهار پنج شش هفت هشت نه ده یازده دوازده سیزده چهارده پانزده شانزده هفده هجده نزده بیست',
};
const ORDINALS: Readonly<Record<Lang, string>> = {
  en: 'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth',
  fa: 'اول دوم سوم چهارم پنجم ششم هفتم هشتم نهم دهم یازدهم دوازدهم سیزدهم چهاردهم پانزدهم شانزدهم هفدهم هجدهم نزدهم بیستم',
};
const OTHERS: Readonly<Record<string, number>> = {
  once: 1,
  twice: 2,
  half: 2,
  dozen: 12,
  thirty: 30,
  forty: 40,
  fifty: 50,
  sixty: 60,
  seventy: 70,
  eighty: 80,
  ninety: 90,
  hundred: 100,
  single: 1,
  zero: 0,
  صفر: 0,
  نیم: 2,
  نخست: 1,
  نخستین: 1,
  اولین: 1,
  دومین: 2,
  سومین: 3,
  نوزده: 19,
  سی: 30,
  چهل: 40,
  پنجاه: 50,
  شصت: 60,
  هفتاد: 70,
  هشتاد: 80,
  نود: 90,
  صد: 100,
  دویست: 200,
  هزار: 1000,
  thousand: 1000,
};
const SCALES: Readonly<Record<string, number>> = {
  hundred: 1e2,
  thousand: 1e3,
  million: 1e6,
  billion: 1e9,
  bn: 1e9,
  trillion: 1e12,
  صد: 1e2,
  هزار: 1e3,
  میلیون: 1e6,
  ملیون: 1e6,
  میلیارد: 1e9,
  ملیارد: 1e9,
  بیلیون: 1e9,
  تریلیون: 1e12,
};

const WORDS = new Map<string, number>(Object.entries(OTHERS));
for (const table of [UNITS, ORDINALS])
  for (const words of Object.values(table)) for (const [i, word] of words.split(' ').entries()) WORDS.set(word, i + 1);

const SCALE = Object.keys(SCALES)
  .sort((a, b) => b.length - a.length)
  .join('|');
const NUMBER = new RegExp(`(\\d+(?:\\.\\d+)?)(?:[\\s\\u200c+-]*(${SCALE})(?!\\p{L}))?`, 'giu');

/** Numbers of a text in digits, a following "million" or «هزار» counted in; letters and digits are normalised first. */
export function readNumbers(text: string): number[] {
  return [...normalize(text).matchAll(NUMBER)].map(
    ([, digits, scale]) => Number(digits) * (scale ? SCALES[scale.toLowerCase()]! : 1),
  );
}

/** Numbers that a text may mean by words: one to ninety-nine, ordinals, and the round ones above. */
export function readNumberWords(text: string): Set<number> {
  const found = new Set<number>();
  let tens = 0;
  for (const [word] of normalize(text)
    .toLowerCase()
    .matchAll(/[\p{L}\p{M}]+/gu)) {
    const value = WORDS.get(word) ?? WORDS.get(word.replace(/(?:م|مین|ی)$/, ''));
    if (value !== undefined) found.add(value);
    if (value !== undefined && tens > 0 && value < 10) found.add(tens + value);
    // In «سی و سه» the ten waits for its unit.
    if (word !== 'و' && word !== 'and') tens = value !== undefined && value >= 20 && value <= 90 ? value : 0;
  }
  return found;
}

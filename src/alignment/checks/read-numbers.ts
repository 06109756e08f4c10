import type { Lang } from '../../markdown/block.ts';
import { normalize } from '../words/words.ts';

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
  هژده: 18,
  هیجده: 18,
  هیژده: 18,
  سیصد: 300,
  چهارصد: 400,
  پنجصد: 500,
  پانصد: 500,
  ششصد: 600,
  هفتصد: 700,
  هشتصد: 800,
  نهصد: 900,
  دوصد: 200,
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
const NUMBER = new RegExp(
  `(?<![\\p{Script=Latin}_](?:\\d[\\d.]*)?)(\\d+(?:\\.\\d+)?|(?<!\\d)\\.\\d+)(?:[\\s\\u200c+-]*(${SCALE})(?!\\p{L}))?`,
  'giu',
);

const RANGE = new RegExp(
  `(?<![\\d.\\p{Script=Latin}])(\\d+(?:\\.\\d+)?)\\s?(?:to|or|تا|الی|یا|[–-])\\s?(\\d+(?:\\.\\d+)?)\\s?(${SCALE})(?!\\p{L})`,
  'giu',
);

/** Persian number words written as one, «سی‌وپنج», come apart. */
function listWords(text: string): string[] {
  const words = normalize(text)
    .toLowerCase()
    .match(/[\p{L}\p{M}]+|\d+(?:\.\d+)?/gu);
  return (words ?? []).flatMap((word) => {
    if (WORDS.has(word) || !word.includes('و')) return [word];
    const parts = word.startsWith('و') && WORDS.has(word.slice(1)) ? [word.slice(1)] : word.split('و').filter(Boolean);
    return parts.every((part) => WORDS.has(part)) ? parts.flatMap((part) => ['و', part]) : [word];
  });
}

/** Numbers of a text in digits, a following "million" or «هزار» counted in; letters and digits are normalised first. */
export function readNumbers(text: string): number[] {
  const plain = normalize(text)
    .replace(/https?:\/\/\S+/g, ' ')
    .replace(/\b3rd(?=[- ]part(?:y|ies)\b)/gi, '')
    .replace(/([£$€]\s?\d[\d.]*)\s?(?:m|mn)\b/gi, '$1 million')
    // "1968/69" and «۲۰-۲۰۱۹» are two years.
    .replace(/(?<!\d)((?:1[3-9]|20)\d\d)\s?[/–-]\s?(\d\d)(?!\d)/g, (_, from, to) => `${from} ${from.slice(0, 2)}${to}`)
    .replace(/(?<!\d)(\d\d)\s?[/–-]\s?((?:1[3-9]|20)\d\d)(?!\d)/g, (_, to, from) => `${from.slice(0, 2)}${to} ${from}`)
    // Of "20 to 30 million" both are millions.
    .replace(RANGE, '$1 $3 $2 $3')
    // "7.55am" is a time.
    .replace(/\b(\d{1,2})\.(\d\d)(?=\s?[ap]\.?m\b)/gi, '$1 $2');
  return [...plain.matchAll(NUMBER)].map(
    ([, digits, scale]) => Number(digits) * (scale ? SCALES[scale.toLowerCase()]! : 1),
  );
}

/** One to ninety-nine, ordinals, the round ones above, and sums such as "one billion" or «بیست هزار». */
export function readNumberWords(text: string): Set<number> {
  const found = new Set<number>();
  for (const [numeral] of text.matchAll(/\b[IVX]{2,5}\b/g)) found.add(readRoman(numeral));
  // Whole thousands; what is yet to be counted; whether it is open; the first number of a range.
  let [whole, part, isOpen, first] = [0, 0, false, 0];
  for (const word of listWords(text)) {
    if (isOpen && /^(?:و|and|a)$/.test(word)) continue;
    if (isOpen && /^(?:تا|الی|یا|to|or)$/.test(word)) {
      [whole, part, isOpen, first] = [0, 0, false, whole + part];
      continue;
    }
    const stem = word.replace(/(?:م|مین|ی)$/, '');
    const value = /^\d/.test(word) ? Number(word) : (WORDS.get(word) ?? WORDS.get(stem));
    const scale = SCALES[word] ?? SCALES[stem];
    if (value !== undefined && !/^\d/.test(word)) found.add(value);
    if (isOpen && scale !== undefined) {
      if (scale === 100) part *= 100;
      else [whole, part] = [whole + Math.max(1, part) * scale, 0];
      if (first > 0) found.add(first * scale);
    } else if (isOpen && part > 0 && /^(?:نیم|half)$/.test(word)) part += 0.5;
    else if (value !== undefined && isOpen && (part === 0 || value < lowestPlace(part))) part += value;
    else [whole, part, isOpen, first] = [0, value ?? 0, value !== undefined, value === undefined ? 0 : first];
    if (isOpen && !/^\d/.test(word)) found.add(whole + part);
  }
  return found;
}

/** Up to 39, as in "Phase II". */
function readRoman(numeral: string): number {
  const values = [...numeral].map((letter) => ({ I: 1, V: 5, X: 10 })[letter]!);
  return values.reduce((sum, value, i) => sum + (value < (values[i + 1] ?? 0) ? -value : value), 0);
}

/** 10 for 40, 100 for 300, 1 for 45: a number in words is followed by smaller ones only. */
function lowestPlace(value: number): number {
  let place = 1;
  while (value % (place * 10) === 0) place *= 10;
  return value < 20 ? 0 : place;
}

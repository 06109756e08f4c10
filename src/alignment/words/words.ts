import type { Lang } from '../../markdown/block.ts';
import { findDates } from './calendar-dates.ts';

export interface Words {
  /** Stems, numbers (`#12`), dates (`@2021-08-15`), in order, function words left out. */
  readonly stems: readonly string[];
  /** Stem → capitalised English word, lower-cased: a likely name. */
  readonly names: ReadonlyMap<string, string>;
}

const LETTERS: Readonly<Record<string, string>> = {
  ي: 'ی',
  ى: 'ی',
  ئ: 'ی',
  ې: 'ی',
  ك: 'ک',
  ة: 'ه',
  ۀ: 'ه',
  ە: 'ه',
  آ: 'ا',
  أ: 'ا',
  إ: 'ا',
  ٱ: 'ا',
  ؤ: 'و',
};

/** One spelling for letters and digits of three scripts. No vowel marks, tatweel, direction controls; ZWNJ is kept. */
export function normalize(text: string): string {
  const composed = /[\ufb50-\ufdff\ufe70-\ufefc]/.test(text) ? text.normalize('NFKC') : text;
  return composed
    .replace(/[يىئېكةۀەآأإٱؤ]/g, (letter) => LETTERS[letter]!)
    .replace(/[\u064b-\u065f\u0670\u0640]|[\u200d-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u00ad]/g, '')
    .replace(/[۰-۹]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0x6c0))
    .replace(/[٠-٩]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0x630))
    .replace(/(\d)[٫](?=\d)/g, '$1.')
    .replace(/(\d)[٬,،](?=\d{3}(?!\d))/g, '$1');
}

const TOKEN = /[\p{L}\p{M}]+(?:['’]\p{L}+)*|\d+(?:[./]\d+)*/gu;
const LATIN = /^[a-z\u00c0-\u024f]/i;

export function readWords(text: string, lang: Lang): Words {
  const plain = normalize(text);
  const stems: string[] = findDates(plain);
  const names = new Map<string, string>();
  for (const [token] of plain.matchAll(TOKEN)) {
    const first = token.charCodeAt(0);
    if (first >= 48 && first <= 57) {
      stems.push(`#${token.replace('/', '.')}`);
    } else if (LATIN.test(token)) {
      const stem = stemEnglish(token);
      if (stem === '') continue;
      stems.push(stem);
      if (lang === 'en' && token[0] !== token[0]!.toLowerCase()) names.set(stem, bareWord(token));
    } else {
      const stem = stemPersian(token);
      if (stem !== '') stems.push(stem);
    }
  }
  return { stems, names };
}

const ENGLISH_FUNCTION_WORDS = new Set(
  `a an the and or of to in on at by for with from as is are was were be been being it its this that these those
  which who whom whose he she they we you i his her their our your my me him them us there has have had do does did
  will would can could may might shall should than then so such if but into about also`.split(/\s+/),
);

const PERSIAN_FUNCTION_WORDS = new Set(
  `و در به از که این ان را با است بود شد شده می نمی برای تا یا هم بر یک های ها هایی هایش هایشان ای ی ام ات اش ایم اید اند
  شان مان تان تر ترین خود شود شوند کند کنند کرد کرده کردن باشد باشند دارد دارند داشته بوده هست هستند استند نیز اما اگر
  می‌شود انها او ما شما من وی هر چه نه`.split(/\s+/),
);

function bareWord(token: string): string {
  return token.toLowerCase().replace(/['’].*$/, '');
}

/** Enough to bring "reports", "reported" and "reporting" together. '' for function words. */
export function stemEnglish(token: string): string {
  if (/n['’]t$/i.test(token)) return 'not';
  let word = bareWord(token);
  if (ENGLISH_FUNCTION_WORDS.has(word)) return '';
  if (word.length > 4 && word.endsWith('ies')) word = `${word.slice(0, -3)}y`;
  else if (word.length > 3 && /[^suix]s$/.test(word)) word = word.slice(0, -1);
  else if (word.length > 4 && /(?:[xs]|ch|sh)es$/.test(word)) word = word.slice(0, -2);
  if (word.length > 5 && word.endsWith('ing')) word = word.slice(0, -3);
  else if (word.length > 4 && word.endsWith('ed')) word = word.slice(0, -2);
  else if (word.length > 5 && word.endsWith('ly')) word = word.slice(0, -2);
  if (word.length > 4 && /(.)\1$/.test(word) && !/[lsz]$/.test(word)) word = word.slice(0, -1);
  if (word.length > 4 && word.endsWith('e')) word = word.slice(0, -1);
  return word;
}

/** '' for function words and detached affixes. */
export function stemPersian(token: string): string {
  if (PERSIAN_FUNCTION_WORDS.has(token)) return '';
  let word = token;
  const length = word.length;
  if (length > 5 && word.startsWith('نمی')) word = word.slice(3);
  else if (length > 4 && word.startsWith('می')) word = word.slice(2);
  word = word.replace(/^(.{2,}?)(?:هایشان|هایمان|هایتان|هایی|هایم|هایش|های|ها)$/, '$1');
  word = word.replace(/^(.{3,}?)(?:ترین|تری|تر)$/, '$1');
  if (word.length > 4) word = word.replace(/(?:شان|مان|تان|ای|ی)$/, '');
  return word;
}

/** Numbers, dates and links stand for themselves and teach nothing. */
export function isWord(stem: string): boolean {
  return !/^[#@~=]/.test(stem);
}

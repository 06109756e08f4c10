import type { Lang } from '../../markdown/block.ts';
import { findDates } from '../words/calendar-dates.ts';
import { normalize } from '../words/words.ts';
import { areSameMeasure } from './measures.ts';
import { readNumbers, readNumberWords } from './read-numbers.ts';
import { hideTerms } from './terms-check.ts';
import { type CheckedUnit, hasBothTexts, translationOf, type UnitCheck } from './unit-check.ts';

/** Add `offset` for the Gregorian year (or the next one). */
const SOLAR_YEARS = { first: 1250, last: 1450, offset: 621 };

/** Years count as equal across the two calendars. */
export const numbersCheck: UnitCheck = {
  name: 'NumbersDiffer',
  find: (unit) => {
    if (!hasBothTexts(unit)) return undefined;
    const missing = findMissingNumbers(unit);
    if (missing.en.length + missing.fa.length === 0) return undefined;
    return { lang: translationOf(unit), params: { en: missing.en.join(', '), fa: missing.fa.join(', ') } };
  },
};

function findMissingNumbers(unit: CheckedUnit): { en: string[]; fa: string[] } {
  const hidden = hideTerms(unit);
  const en = joinFeet(joinGroups(hidden.en, hidden.fa), hidden.fa);
  const fa = readSlashes(joinGroups(hidden.fa, hidden.en), en);
  const dates = { en: findDates(normalize(en)), fa: findDates(normalize(fa)) };
  const numbers = { en: readNumbers(en), fa: readNumbers(fa) };
  const shared = new Set(dates.en.filter((date) => dates.fa.includes(date)));
  // Days and years of a date that both sides have need no twin of their own.
  const explained = new Set([...dates.en, ...dates.fa].flatMap((date) => date.slice(1).split('-').map(Number)));
  const hasSharedDate = shared.size > 0;
  const namesDecade = /دهه|دههٔ/.test(fa);
  const isMet = (value: number, others: readonly number[], otherText: string) =>
    others.includes(value) ||
    readNumberWords(otherText).has(value) ||
    others.some((other) => isSameYear(value, other) || (namesDecade && isSameDecade(value, other))) ||
    (hasSharedDate && (explained.has(value) || isDatePart(value)));
  const plain = { en: normalize(en), fa: normalize(fa) };
  const measured = { en: [...numbers.en, ...readNumberWords(en)], fa: [...numbers.fa, ...readNumberWords(fa)] };
  const isMeasureOf = (value: number, other: number, lang: Lang) =>
    lang === 'en' ? areSameMeasure(value, other, plain) : areSameMeasure(other, value, plain);
  const findMissing = (lang: Lang, there: Lang) =>
    unique(
      numbers[lang].filter(
        (value) =>
          !isMet(value, numbers[there], there === 'en' ? en : fa) &&
          !measured[there].some((other) => isMeasureOf(value, other, lang)),
      ),
    );
  const missing = { en: findMissing('en', 'fa'), fa: findMissing('fa', 'en') };
  // A name may be translated by one without a number. Two numbers that differ are an error, in names too.
  if (missing.fa.length === 0) missing.en = missing.en.filter((number) => !isInName(number, en));
  else if (missing.en.length === 0) missing.fa = missing.fa.filter((number) => !isInName(number, fa));
  return missing;
}

/** Numbers behind the hyphen of a name: "COVID-19", "F-16", «اف-۱۶»; «کووید ۱۹» is written without one too. */
const inName =
  /(?<![\p{L}\d])(?:(?:\p{Lu}{1,6}|Covid|\p{Script=Arabic}{1,6})[-\u2010\u2011]|کووید[\s\u200c]|کوید[\s\u200c])(\d+)(?!\d|\.\d|%)/gu;

/** Whether a number is everywhere in a text a part of a name. */
function isInName(number: string, text: string): boolean {
  const rest = normalize(text).replace(inName, ' ');
  return !readNumbers(rest).map(String).includes(number);
}

const feetAndInches =
  /(?<![\d.])(\d+)\s?(?:ft|feet|foot|['′’])[\s,-]*(?:and\s)?(\d+(?:\.\d+)?)\s?(?:in\b|inch(?:es)?\b|["″”])/gi;

/** Heights in feet and inches as one number of inches, where the Persian text has metres. */
function joinFeet(en: string, fa: string): string {
  if (!/متر|سانتی/.test(fa)) return en;
  return en.replace(feetAndInches, (_, feet, inches) => `${Number(feet) * 12 + Number(inches)} inches`);
}

/** Telephone numbers may be written in groups on one side. */
function joinGroups(text: string, other: string): string {
  const there = normalize(other);
  return normalize(text).replace(/\d+(?:[ -]\d+)+/g, (groups) => {
    const joined = groups.replace(/[ -]/g, '');
    return joined.length >= 5 && there.includes(joined) ? joined : groups;
  });
}

/** Digits around one slash: a decimal number as Persian writes it by hand, «۷۰/۵», or else a fraction or two numbers. */
const slash = /(?<![\d۰-۹٠-٩/])([\d۰-۹٠-٩]+)\/([\d۰-۹٠-٩]+)(?![\d۰-۹٠-٩/])/g;

function readSlashes(fa: string, en: string): string {
  if (!fa.includes('/')) return fa;
  const numbers = readNumbers(en);
  return fa.replace(slash, (written, whole, part) => {
    const [decimal] = readNumbers(`${whole}.${part}`);
    return numbers.some((value) => value === decimal || hasDigits(value, decimal!)) ? `${whole}.${part}` : written;
  });
}

const hasDigits = (value: number, decimal: number) => [1e3, 1e6, 1e9, 1e12].some((scale) => value === decimal * scale);

function isSameYear(a: number, b: number): boolean {
  const [solar, gregorian] = a < b ? [a, b] : [b, a];
  if (solar < SOLAR_YEARS.first || solar > SOLAR_YEARS.last) return false;
  return gregorian - solar === SOLAR_YEARS.offset || gregorian - solar === SOLAR_YEARS.offset + 1;
}

/** "the 1930s" and «دههٔ ۳۰». */
function isSameDecade(a: number, b: number): boolean {
  const [short, long] = a < b ? [a, b] : [b, a];
  return short < 100 && short % 10 === 0 && long >= 1300 && long % 100 === short;
}

function isDatePart(value: number): boolean {
  return Number.isInteger(value) && (value <= 31 || (value >= SOLAR_YEARS.first && value <= SOLAR_YEARS.last));
}

function unique(values: readonly number[]): string[] {
  return [...new Set(values)].map(String);
}

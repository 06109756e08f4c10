import { locales, otherLang } from '../locales.ts';
import { findAddresses } from './addresses-in-text.ts';
import type { Lang } from './block.ts';
import { easternDigit, letter, mark, numeric, quick, rtlLetter, technical } from './foreign-patterns.ts';
import { findInSegment, type Kind } from './foreign-segment.ts';

export interface ForeignRun {
  readonly start: number;
  readonly end: number;
  readonly dir: 'ltr' | 'rtl';
  /** Undefined for words without letters of either language. */
  readonly lang: Lang | undefined;
}

/** Ends every run: a line break, or the end of a block. */
export const textBreak = '\u2029';

function isBreak(text: string, at: number, lang: Lang): boolean {
  const char = text[at]!;
  if (char === textBreak || char === '\n') return true;
  if (lang === 'fa') return '،؛؟۔'.includes(char);
  return char === ';' || (char === ',' && /^(?:\s|$)/.test(text.slice(at + 1, at + 2)));
}

function classify(text: string, lang: Lang): Kind[] {
  const kinds: Kind[] = [];
  for (let at = 0; at < text.length; ) {
    const char = String.fromCodePoint(text.codePointAt(at)!);
    let kind: Kind;
    // A half-space belongs to the suffix behind it: «PDF‌ها».
    if (lang === 'fa' && /[\u200c\u200d]/.test(char) && rtlLetter.test(text[at + 1] ?? '')) kind = 'native';
    else if (mark.test(char)) kind = kinds[at - 1] ?? 'symbol';
    else if (letter.test(char)) kind = rtlLetter.test(char) === (lang === 'fa') ? 'native' : 'foreign';
    else if (easternDigit.test(char)) kind = lang === 'en' ? 'foreign' : 'digit';
    else if (/\p{Nd}|\p{No}/u.test(char)) kind = 'digit';
    else if (isBreak(text, at, lang)) kind = 'break';
    else kind = /\s/.test(char) ? 'space' : 'symbol';
    for (const end = at + char.length; at < end; at++) kinds[at] = kind;
  }
  return kinds;
}

/** False means that a text holds nothing to isolate; true, that it may. */
export function hasForeign(text: string, lang: Lang): boolean {
  return quick[lang].test(text);
}

/**
 * What must be isolated to keep its order in the Unicode Bidirectional Algorithm (UAX #9): words of the other script
 * with their numbers, symbols and brackets, addresses, paths, formulas, phone numbers. Two foreign words are in one run
 * unless a native word or punctuation of the page's own language is between them. Runs are in order and do not overlap.
 */
export function findForeignRuns(text: string, lang: Lang): ForeignRun[] {
  if (!hasForeign(text, lang)) return [];
  const kinds = classify(text, lang);
  const runs: ForeignRun[] = [];
  const fill = (start: number, end: number, kind: Kind) => kinds.fill(kind, start, end);
  const whole: [number, number][] = [
    ...findAddresses(text),
    ...[...text.matchAll(technical)].map((m): [number, number] => [m.index, m.index + m[0].length]),
  ];
  if (lang === 'fa') {
    for (const [start, end] of whole) fill(start, end, 'foreign');
    for (const { index, 0: found } of text.matchAll(numeric)) fill(index, index + found.length, 'foreign');
  } else {
    for (const { index, 0: found } of text.matchAll(numeric))
      if (!easternDigit.test(found)) fill(index, index + found.length, 'native');
    for (const [start, end] of whole) {
      if (rtlLetter.test(text.slice(start, end))) runs.push({ start, end, dir: 'ltr', lang: 'en' });
      fill(start, end, 'native');
    }
  }
  const dir = locales[otherLang(lang)].dir;
  const add = (start: number, end: number): void => {
    const words = text.slice(start, end);
    const foreign = lang === 'fa' ? /\p{Script=Latin}/u : /\p{Script=Arabic}|[\u06f0-\u06f9]/u;
    runs.push({ start, end, dir, lang: foreign.test(words) ? otherLang(lang) : undefined });
  };
  let start = 0;
  for (let at = 0; at <= text.length; at++) {
    const kind = kinds[at] ?? 'break';
    if (kind !== 'native' && kind !== 'break') continue;
    if (at > start) findInSegment({ text, lang, kinds, start, end: at }, add);
    start = at + 1;
  }
  return runs.sort((a, b) => a.start - b.start);
}

import type { Lang } from './block.ts';
import {
  abbreviation,
  closers,
  digits,
  englishCount,
  latinUnit,
  letter,
  number,
  numberedBefore,
  openers,
  persianCount,
  questionWord,
  yearBefore,
} from './foreign-patterns.ts';

export const inlineObject = '\ufffc';

export type Kind = 'native' | 'foreign' | 'break' | 'digit' | 'space' | 'symbol';

function pairBrackets(text: string, start: number, end: number): Map<number, number> {
  const pairs = new Map<number, number>();
  const open: number[] = [];
  for (let at = start; at < end; at++) {
    const char = text[at]!;
    if (char === '’' && letter.test(text[at - 1] ?? '') && letter.test(text[at + 1] ?? '')) continue;
    if (openers.includes(char)) open.push(at);
    const kind = closers.indexOf(char);
    if (kind < 0) continue;
    const from = open.findLastIndex((index) => openers.indexOf(text[index]!) === kind);
    if (from < 0) continue;
    pairs.set(open[from]!, at).set(at, open[from]!);
    open.length = from;
  }
  let quote: number | undefined;
  for (let at = start; at < end; at++) {
    if (text[at] !== '"' || /\d/.test(text[at - 1] ?? '')) continue;
    if (quote === undefined) quote = at;
    else {
      pairs.set(quote, at).set(at, quote);
      quote = undefined;
    }
  }
  return pairs;
}

/** A part of a text without native words or breaks: `kinds` has one entry per UTF-16 code unit of the whole text. */
export interface Segment {
  readonly text: string;
  readonly lang: Lang;
  readonly kinds: readonly Kind[];
  readonly start: number;
  readonly end: number;
}

/** @param add called with each run, in order */
export function findInSegment(segment: Segment, add: (start: number, end: number) => void): void {
  const { text, lang, kinds } = segment;
  const pairs = pairBrackets(text, segment.start, segment.end);
  const part = (start: number, end: number) => findInSegment({ ...segment, start, end }, add);
  let first = -1;
  let last = -1;
  for (let at = segment.start; at < segment.end; at++) {
    const char = text[at]!;
    const lone = !pairs.has(at) && (openers.includes(char) || (closers.includes(char) && char !== '’'));
    if (lone) {
      part(segment.start, at);
      part(at + 1, segment.end);
      return;
    }
    if (kinds[at] !== 'foreign') continue;
    if (first < 0) first = at;
    last = at;
  }
  if (first < 0) return;
  // «سازمان (HTS) Google»: what is in brackets belongs to the sentence before it.
  const groups = lang === 'fa' ? '([«' : '([“"';
  for (const [from, to] of pairs) {
    if (from >= first || to < first || to > last || !groups.includes(text[from]!) || !/\s/.test(text[to + 1] ?? ''))
      continue;
    if (!/^\s*$/.test(text.slice(segment.start, from)) && !/\s$/.test(text.slice(segment.start, from))) continue;
    part(segment.start, to + 1);
    part(to + 1, segment.end);
    return;
  }
  const end = extendRight(segment, pairs, first, last + 1);
  const start = extendLeft(segment, pairs, first, end);
  add(...encloseAll(segment, start, closeBrackets(pairs, start, end)));
}

function closeBrackets(pairs: ReadonlyMap<number, number>, start: number, end: number): number {
  const from = pairs.get(end - 1);
  return from !== undefined && from < start ? end - 1 : end;
}

function extendRight(segment: Segment, pairs: ReadonlyMap<number, number>, first: number, from: number): number {
  const { text, lang, kinds } = segment;
  let end = from;
  while (end < segment.end && kinds[end] !== 'space' && text[end] !== inlineObject) end++;
  const isAttached = end === segment.end && kinds[end] === 'native';
  end = trimRight(segment, pairs, first, from, end, isAttached);
  const chain = new RegExp(
    String.raw`(?:,?\s|,?\s?\((?=${number}\))|\s?[-–—+×÷*=<>≤≥≈^/:&]\s?)[$€£¥+−-]?${number}[%°٪+]?\)?`,
    'yu',
  );
  const count = lang === 'fa' ? persianCount : englishCount;
  for (;;) {
    chain.lastIndex = end;
    const found = chain.exec(text);
    const next = end + (found?.[0].length ?? 0);
    if (!found || next > segment.end) return end;
    if (/\s/.test(found[0]) && count.test(text.slice(next).trimStart())) return end;
    if (kinds[next] === 'native' && !/\s$/.test(found[0])) return end;
    end = next;
  }
}

function trimRight(
  { text, lang }: Segment,
  pairs: ReadonlyMap<number, number>,
  first: number,
  from: number,
  to: number,
  isAttached: boolean,
): number {
  let end = to;
  while (end > from) {
    const char = text[end - 1]!;
    const opening = pairs.get(end - 1);
    if (opening !== undefined) {
      if (opening >= first || isWithin(text, opening, first)) return end;
      end--;
    } else if (char === '.' && abbreviation.test(text.slice(first, end - 1))) return end;
    else if (
      char === '?' &&
      lang === 'fa' &&
      questionWord.test(text.slice(first)) &&
      !/:\/\//.test(text.slice(first, end))
    )
      return end;
    else if (char === '!' && continues(text, first, end, lang)) return end;
    else if (/[.,:;!?…'’"|–—-]/.test(char) && !(char === '؟')) end--;
    else if (isAttached && /[/\\_=&*~^<>]/.test(char)) end--;
    else return end;
  }
  return end;
}

/** A bracket directly behind a letter or number is not around the whole run. */
function isWithin(text: string, opening: number, first: number): boolean {
  return /^\S*$/.test(text.slice(opening, first)) && /[\p{L}\p{N}]/u.test(text[opening - 1] ?? '');
}

/** An exclamation mark is part of the run where the sentence goes on behind it. */
function continues(text: string, first: number, end: number, lang: Lang): boolean {
  if (lang === 'en') return /^\s\p{Ll}/u.test(text.slice(end));
  const run = text.slice(first, end);
  return /^Yahoo!$/.test(run) || (/\s/.test(run) && /^\s\p{L}/u.test(text.slice(end)));
}

function extendLeft(segment: Segment, pairs: ReadonlyMap<number, number>, first: number, end: number): number {
  const { text, lang, kinds } = segment;
  let start = first;
  while (start > segment.start && kinds[start - 1] !== 'space' && text[start - 1] !== inlineObject) start--;
  const isAttached = start === segment.start && kinds[start - 1] === 'native';
  for (; start < first; start++) {
    const char = text[start]!;
    const closing = pairs.get(start);
    if (kinds[start] === 'digit') break;
    if (isAttached) continue;
    if (
      closing === undefined ? !/[,;!?…–—'’"|•·،]/.test(char) || /^[!?][a-z]/.test(text.slice(start)) : closing < end - 1
    )
      break;
    // `(a+b)^2`, against `(HTS)`.
    if (closing !== undefined && closing < end && closing !== end - 1) break;
    if (closing === end - 1 && '{<'.includes(char)) break;
  }
  if (kinds[start] === 'digit' && isAttached) while (kinds[start - 1] === 'digit') start--;
  const before = text.slice(segment.start, start);
  const latinDigit = lang === 'fa' ? String.raw`\d` : '';
  const isUnit = (lang === 'fa' ? latinUnit : persianCount).test(text.slice(start));
  const digit = isUnit || !latinDigit ? digits : latinDigit;
  if (!isUnit && !latinDigit) return start;
  const amount = String.raw`[$€£¥~≈+−±-]?${digit}(?:[\d\u06f0-\u06f9.,:/٫٬]*${digit})?[%°]?`;
  const lead = new RegExp(
    String.raw`(?<![\p{L}\p{M}\d\u06f0-\u06f9.,:/])${amount}(?:\s?[–—+×*=/^<>:-]\s?${amount})*:?[ \u00a0]$`,
    'u',
  );
  const found = lead.exec(before);
  if (!found) return start;
  const sentence = text.slice(0, segment.start + found.index);
  if (numberedBefore.test(sentence) && !isUnit) return start;
  if (/^(?:1[2-9]|20)\d\d\s$/.test(found[0]) && yearBefore.test(sentence)) return start;
  return segment.start + found.index;
}

/** A run that fills its brackets has its punctuation with it: `(Yahoo!)`. */
function encloseAll({ text }: Segment, start: number, end: number): [number, number] {
  const open = text[start - 1] ?? '';
  const close = open === '"' ? '"' : closers[openers.indexOf(open)];
  if (!open || !close || (open !== '"' && !openers.includes(open))) return [start, end];
  const rest = /^[.,:;!?؟…]+/.exec(text.slice(end))?.[0] ?? '';
  return rest && text[end + rest.length] === close ? [start, end + rest.length] : [start, end];
}

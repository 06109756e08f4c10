import { locales, otherLang } from '../locales.ts';
import { findAddresses } from './addresses-in-text.ts';
import type { Lang } from './block.ts';

export interface ForeignRun {
  readonly start: number;
  readonly end: number;
  readonly dir: 'ltr' | 'rtl';
  /** Undefined for words without letters of either language. */
  readonly lang: Lang | undefined;
}

export const inlineObject = '\ufffc';
/** Ends every run: a line break, or the end of a block. */
export const textBreak = '\u2029';

const rtlLetter = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;
const letter = /\p{L}/u;
const mark = /[\p{M}\u0640\u200c\u200d]/u;
const easternDigit = /[\u0660-\u0669\u06f0-\u06f9]/;
const digits = String.raw`[\d\u0660-\u0669\u06f0-\u06f9]`;
const number = String.raw`${digits}(?:[\d\u0660-\u0669\u06f0-\u06f9.,:/٫٬\u00a0]*${digits})?[\u00b2\u00b3\u00b9\u2070-\u2089]*`;

/** Finds a little too much, and spares most texts the longer search. */
const quick: Readonly<Record<Lang, RegExp>> = {
  fa: /[A-Za-z\u00aa\u00b5\u00ba\u00c0-\u02e4\u0370-\u058f\u0900-\u1fff\u2071-\u209c\u2100-\u2188\u2c00-\u2dff\u2e80-\ua7ff\ua800-\uabff\uf900-\ufaff\ufb00-\ufb1c\uff21-\uffdc\ud800-\udbff]|[+\-−~<>≤≥≈=×÷^*(] ?[\d\u0660-\u0669\u06f0-\u06f9]|[\d\u06f0-\u06f9)][+ \-–—][\d\u06f0-\u06f9(–—-]|\d\+/,
  en: /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/,
};

/** Numbers that plain text takes apart, though both languages write them from left to right. */
const numeric = new RegExp(
  [
    // Telephone numbers: groups of digits behind a plus, a zero or a code in brackets.
    String.raw`(?<![\p{L}\d\u06f0-\u06f9])(?:\+|00)${digits}{1,4}(?:[\s\u00a0./-]?\(${digits}{1,4}\)|[\s\u00a0./-]?${digits}{1,8}){1,7}`,
    String.raw`(?<![\p{L}\d\u06f0-\u06f9])\(${digits}{2,5}\)[\s\u00a0-]?${digits}{2,8}(?:[\s\u00a0-]${digits}{2,8})*`,
    String.raw`(?<![\p{L}\d\u06f0-\u06f9])[0۰]${digits}{1,4}(?:[\s\u00a0-]${digits}{2,8}){1,5}`,
    String.raw`(?<![\p{L}\d\u06f0-\u06f9.,])${digits}{1,3}(?:[ \u2009]${digits}{3})+(?!${digits})`,
    String.raw`(?<![\p{L}\d\u06f0-\u06f9.,])${digits}{4}(?: ${digits}{4}){2,}`,
    String.raw`(?<![\p{L}\d\u06f0-\u06f9])[-−+(]*${number}[)%]*(?:\s?[+−×÷*=<>≤≥≈≠^·]+\s?[-−+(]*${number}[)%]*|\s-\s${number}(?=\s?=)|-${number}(?=\s?=))+`,
    String.raw`(?<![\p{L}\p{M}\d\u06f0-\u06f9)\]».,:/-])[-−+~≈<>≤≥]+${number}[%٪°]?`,
    String.raw`(?<![\p{L}\d\u06f0-\u06f9+−-])\d[\d.,]*\+(?![\p{L}\d])`,
    String.raw`(?<![\p{L}\d\u06f0-\u06f9])[$€£¥]?\d(?:[\d.,:/]*\d)?[%°]?(?:\s?[–—]\s?|\s-\s)[$€£¥]?\d(?:[\d.,:/]*\d)?[%°]?`,
  ].join('|'),
  'gu',
);

const technical =
  /(?<![\p{L}\d])[A-Za-z]:\\[^\s«»،؛؟"<>|\u2029]*|(?<![\p{L}\d/.])(?:~|\.{1,2})?(?:\/?[\w.-]+)?(?:\/[\w\p{L}\p{M}\u200c.()-]+)+\.[A-Za-z]\w{0,4}\b|<\/?[A-Za-z][^<>\u2029]*>/gu;

const latinUnit =
  /^(?:(?:[kKMGTPmµnpcdhz]?(?:m|g|s|B|b|W|V|A|Hz|J|N|Pa|L|l|bps|Wh|Ah|Ω|mol|bar|cal|eV|bit|byte|iB)|kn|mph|mi|ft|in|lb|lbs|oz|px|pt|em|rem|min|h|hr|hrs|AM|PM|am|pm|a\.m|p\.m|dpi|fps|rpm|dB|ppm|USD|EUR|AFN|GBP|IRR|PKR|INR|bn|Mbit|Gbit|Kbit|MP|K|C|F|Jan\w*|Feb\w*|Mar(?:ch)?|Apr\w*|May|June?|July?|Aug\w*|Sep\w*|Oct\w*|Nov\w*|Dec\w*)(?:[²³]|\/(?:s|h|m|min|km|kg|l|L|day)[²³]?)?(?![\p{L}\p{M}])|[°Ω℃℉])/u;
const persianCount =
  /^(?:کیلو|متر|سانتی|میلی|گرم|لیتر|لیت|درصد|فیصد|درجه|دالر|دلار|افغانی|تومان|ریال|روپیه|یورو|ساعت|دقیقه|ثانیه|روز|هفته|ماه|سال|قرن|نفر|تن|بار|مرتبه|عدد|دانه|هزار|صد|میلیون|ملیون|میلیارد|ملیارد|تریلیون|کشور|شهر|ولایت|زن|مرد|کودک|کتاب|مقاله|صفحه|مورد|شرکت|کارمند|دستگاه|قرارداد)/u;
const englishCount =
  /^(?:times?|people|percent|per cent|million|billion|thousand|hundred|men|women|children)\b|^(?!was\b|this\b|does\b|thus\b|plus\b|means\b|has\b)\p{Ll}{3,}s(?!\p{L})/u;
/** After these a number belongs to the sentence, not to the foreign word that comes next. */
const numberedBefore =
  /(?:^|[^\p{L}\p{M}\u200c])(?:سال|سال‌های|شماره|شمارهٔ|شماره‌ی|صفحه|صفحهٔ|بند|ماده|مادهٔ|فصل|بخش|قرن|سده|روز|ماه|ساعت|جنوری|فبروری|مارچ|اپریل|می|جون|جولای|آگست|اگست|سپتمبر|اکتوبر|نومبر|دسمبر|ژانویه|فوریه|مارس|آوریل|مه|ژوئن|ژوئیه|اوت|سپتامبر|اکتبر|نوامبر|دسامبر|حمل|ثور|جوزا|سرطان|اسد|سنبله|میزان|عقرب|قوس|جدی|دلو|حوت) $/u;
const yearBefore = /(?:^|[^\p{L}\p{M}\u200c])(?:در|از|تا|به|و|پس از|پیش از|بعد از|قبل از) $/u;
const questionWord =
  /^(?:who|whom|whose|what|why|how|when|where|which|is|are|am|was|were|do|does|did|can|could|will|would|shall|should|may|has|have|had|quo)\b/i;
const abbreviation =
  /(?:(?:^|[^\p{L}])(?:\p{L}\.)+\p{L}|(?:^|[^\p{L}])(?:Inc|Ltd|Corp|Bros|Jr|Sr|etc|a\.m|p\.m|et al|Ph\.D))$/u;

const openers = '([{«“‘‹';
const closers = ')]}»”’›';

type Kind = 'native' | 'foreign' | 'break' | 'digit' | 'space' | 'sign';

function isBreak(text: string, at: number, lang: Lang): boolean {
  const sign = text[at]!;
  if (sign === textBreak || sign === '\n') return true;
  if (lang === 'fa') return '،؛؟۔'.includes(sign);
  return sign === ';' || (sign === ',' && /^(?:\s|$)/.test(text.slice(at + 1, at + 2)));
}

function classify(text: string, lang: Lang): Kind[] {
  const kinds: Kind[] = [];
  for (let at = 0; at < text.length; ) {
    const sign = String.fromCodePoint(text.codePointAt(at)!);
    let kind: Kind;
    // A half-space belongs to the suffix behind it: «PDF‌ها».
    if (lang === 'fa' && /[\u200c\u200d]/.test(sign) && rtlLetter.test(text[at + 1] ?? '')) kind = 'native';
    else if (mark.test(sign)) kind = kinds[at - 1] ?? 'sign';
    else if (letter.test(sign)) kind = rtlLetter.test(sign) === (lang === 'fa') ? 'native' : 'foreign';
    else if (easternDigit.test(sign)) kind = lang === 'en' ? 'foreign' : 'digit';
    else if (/\p{Nd}|\p{No}/u.test(sign)) kind = 'digit';
    else if (isBreak(text, at, lang)) kind = 'break';
    else kind = /\s/.test(sign) ? 'space' : 'sign';
    for (const end = at + sign.length; at < end; at++) kinds[at] = kind;
  }
  return kinds;
}

function pairBrackets(text: string, start: number, end: number): Map<number, number> {
  const pairs = new Map<number, number>();
  const open: number[] = [];
  for (let at = start; at < end; at++) {
    const sign = text[at]!;
    if (sign === '’' && letter.test(text[at - 1] ?? '') && letter.test(text[at + 1] ?? '')) continue;
    if (openers.includes(sign)) open.push(at);
    const kind = closers.indexOf(sign);
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

interface Segment {
  readonly text: string;
  readonly lang: Lang;
  readonly kinds: readonly Kind[];
  readonly start: number;
  readonly end: number;
}

function findInSegment(segment: Segment, add: (start: number, end: number) => void): void {
  const { text, lang, kinds } = segment;
  const pairs = pairBrackets(text, segment.start, segment.end);
  const part = (start: number, end: number) => findInSegment({ ...segment, start, end }, add);
  let first = -1;
  let last = -1;
  for (let at = segment.start; at < segment.end; at++) {
    const sign = text[at]!;
    const lone = !pairs.has(at) && (openers.includes(sign) || (closers.includes(sign) && sign !== '’'));
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
    const sign = text[end - 1]!;
    const opening = pairs.get(end - 1);
    if (opening !== undefined) {
      if (opening >= first || isWithin(text, opening, first)) return end;
      end--;
    } else if (sign === '.' && abbreviation.test(text.slice(first, end - 1))) return end;
    else if (
      sign === '?' &&
      lang === 'fa' &&
      questionWord.test(text.slice(first)) &&
      !/:\/\//.test(text.slice(first, end))
    )
      return end;
    else if (sign === '!' && continues(text, first, end, lang)) return end;
    else if (/[.,:;!?…'’"|–—-]/.test(sign) && !(sign === '؟')) end--;
    else if (isAttached && /[/\\_=&*~^<>]/.test(sign)) end--;
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
    const sign = text[start]!;
    const closing = pairs.get(start);
    if (kinds[start] === 'digit') break;
    if (isAttached) continue;
    if (
      closing === undefined ? !/[,;!?…–—'’"|•·،]/.test(sign) || /^[!?][a-z]/.test(text.slice(start)) : closing < end - 1
    )
      break;
    // `(a+b)^2`, against `(HTS)`.
    if (closing !== undefined && closing < end && closing !== end - 1) break;
    if (closing === end - 1 && '{<'.includes(sign)) break;
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

import type { Lang } from '../markdown/block.ts';
import { findOtherLanguages } from './other-languages.ts';
import { presentationForms, readForms } from './presentation-forms.ts';

export type SlipKind =
  | 'ArabicLetters'
  | 'PresentationForms'
  | 'HalfSpaces'
  | 'BidiControls'
  | 'HiddenCharacters'
  | 'LettersDecomposed'
  | 'CharactersLost';

/** `[start, end)`. */
export interface Slip {
  readonly kind: SlipKind;
  readonly start: number;
  readonly end: number;
  readonly right?: string;
}

const PERSIAN: Readonly<Record<string, string>> = { ي: 'ی', ى: 'ی', ك: 'ک' };
const letter = String.raw`[\p{Script=Arabic}\u064b-\u0655\u0670]`;

const toPersian = (char: string) => PERSIAN[char] ?? String.fromCharCode(char.charCodeAt(0) + 0x90);

interface Rule {
  readonly kind: SlipKind;
  readonly pattern: RegExp;
  /** Undefined where only a person can say what is right. */
  readonly repair: (found: string) => string | undefined;
  /** Of Persian text only. */
  readonly lang?: Lang;
}

const remove = () => '';
const leave = () => undefined;

/** In this order; what one rule has found is no longer looked at by the next. */
const rules: readonly Rule[] = [
  // Replacement characters, places of lost objects, letters of fonts of their own.
  { kind: 'CharactersLost', pattern: /[\ufffc\ufffd\ue000-\uf8ff]+/g, repair: leave },
  // UTF-8 that was read as Windows-1252; Windows-1256 that was.
  {
    kind: 'CharactersLost',
    pattern:
      /(?:[ØÙÚÛ][\u0080-\u00bfŒœŠšŸŽžƒˆ˜–—‘’‚“”„†‡•…‰‹›€™][\u200c\s]*){3,}|â€[™œ˜“”¦\u009d]|Ã[©¨¡±¼¶¤\u00ad³]|[À-Öà-öø-ÿØ-ß]{5,}/g,
    repair: leave,
  },
  {
    kind: 'LettersDecomposed',
    pattern: /[\p{L}][\u0300-\u036f\u0653-\u0655]+/gu,
    repair: (found) => (found.normalize('NFC') === found ? found : found.normalize('NFC')),
  },
  { kind: 'PresentationForms', pattern: presentationForms, repair: readForms },
  { kind: 'ArabicLetters', pattern: /[يىك٠-٩]/g, repair: toPersian, lang: 'fa' },
  // What old systems wrote for a half-space; half-spaces twice in a row, or beside a space, where they join nothing.
  {
    kind: 'HalfSpaces',
    pattern: new RegExp(
      `(?<=${letter})[¬\\u00ad\\u200b]\\u200c*(?=${letter})|\\u200c[¬\\u00ad\\u200b\\u200c]+(?=${letter})`,
      'gu',
    ),
    repair: () => '\u200c',
  },
  { kind: 'HalfSpaces', pattern: /\u200c+(?=\s|$)|(?<=\s|^)\u200c+/g, repair: remove },
  { kind: 'HalfSpaces', pattern: /\u200c{2,}/g, repair: () => '\u200c' },
  { kind: 'HalfSpaces', pattern: new RegExp(`(?<=${letter})¬|¬(?=${letter})`, 'gu'), repair: leave, lang: 'fa' },
  { kind: 'BidiControls', pattern: /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]+/g, repair: remove },
  { kind: 'HiddenCharacters', pattern: /[\u00ad\u200b\u2060]+/g, repair: remove },
  // A joiner between letters that join anyway, or between any that never do.
  {
    kind: 'HiddenCharacters',
    pattern: /(?<=[ئ-غف-هیکگپچژ])\u200d(?=[\u0620-\u06d3])|(?<=[\p{Script=Latin}\s])\u200d(?=[\p{Script=Latin}\s])/gu,
    repair: remove,
  },
  {
    kind: 'HiddenCharacters',
    pattern: /(?:(?![\n\r\t])\p{Cc}|[\u2028\u2029])+/gu,
    repair: leave,
  },
  { kind: 'HiddenCharacters', pattern: /(?<=^|\n *)[\u00a0\u202f]+/g, repair: remove },
  { kind: 'HiddenCharacters', pattern: /[\u00a0\u202f]+/g, repair: () => ' ', lang: 'fa' },
  // In English, a space that does not break may be meant: only one beside another space certainly is not.
  {
    kind: 'HiddenCharacters',
    pattern: /[\u00a0\u202f]+(?=\s|$)|(?<=\s)[\u00a0\u202f]+/g,
    repair: () => ' ',
  },
];

/** Most texts hold no slip, and one pattern is faster than all. */
const suspect = /[^\n\r\t -~،؛؟«»“”‘’…–—ء-غف-وًّپچژگکی۰-۹٫٬٪ٔ\u200c]|[ىيك]|\u200c(?=[\s\u200c]|$)|(?<=\s|^)\u200c/;

/** Characters that look right or like nothing and break search, joining or direction. No letters of other languages. */
export function findSlips(text: string, lang: Lang): Slip[] {
  if (!suspect.test(text)) return [];
  const slips: Slip[] = [];
  let others: [number, number][] | undefined;
  const taken = new Uint8Array(text.length);
  for (const { kind, pattern, repair, lang: only } of rules) {
    if (only && only !== lang) continue;
    for (const found of text.matchAll(pattern)) {
      const [start, end] = [found.index, found.index + found[0].length];
      if (start === end || taken.subarray(start, end).includes(1)) continue;
      const right = repair(found[0]);
      if (right === found[0]) continue;
      if (kind === 'ArabicLetters') {
        others ??= findOtherLanguages(text);
        if (others.some(([from, to]) => from <= start && end <= to)) continue;
      }
      taken.fill(1, start, end);
      slips.push({ kind, start, end, ...(right !== undefined && { right }) });
    }
  }
  return slips.sort((a, b) => a.start - b.start);
}

export function repairSlips(text: string, slips: readonly Slip[]): string {
  let out = '';
  let last = 0;
  for (const { start, end, right } of slips) {
    if (right === undefined) continue;
    out += text.slice(last, start) + right;
    last = end;
  }
  return out + text.slice(last);
}

import type { UnitCheck } from './unit-check.ts';

const PAIRS = ['«»', '“”', '()', '[]'];

/**
 * A quotation mark or bracket that is opened and not closed, or closed and not opened. Where both sides are so, a
 * quotation goes on in the next paragraph.
 */
export const quotesCheck: UnitCheck = {
  name: 'QuotesUnbalanced',
  find: ({ text }) => {
    const lone = { en: findLone(text.en), fa: findLone(text.fa) };
    if (lone.en !== undefined && lone.fa !== undefined) return undefined;
    for (const lang of ['en', 'fa'] as const) {
      if (lone[lang] !== undefined) return { lang, params: { marks: lone[lang] } };
    }
    return undefined;
  },
};

/** «۱) …» and "a) …" number what follows. */
const NUMBERING = /(^|[\s،؛,;:.])[\p{L}\p{N}]{1,2}\)/gmu;

function findLone(text: string): string | undefined {
  const plain = count(text, ')') > count(text, '(') ? text.replace(NUMBERING, '$1') : text;
  const pair = PAIRS.find(([open, close]) => count(plain, open!) !== count(plain, close!));
  if (pair) return `${pair[0]} ${pair[1]}`;
  return count(plain, '"') % 2 === 1 ? '"' : undefined;
}

function count(text: string, sign: string): number {
  return text.split(sign).length - 1;
}

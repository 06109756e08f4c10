import type { UnitCheck } from './unit-check.ts';

const PAIRS = ['«»', '“”', '()', '[]'];

/** A quotation mark or bracket that is opened and not closed, or closed and not opened. */
export const quotesCheck: UnitCheck = {
  name: 'QuotesUnbalanced',
  find: ({ text }) => {
    for (const lang of ['en', 'fa'] as const) {
      const lone = PAIRS.find(([open, close]) => count(text[lang], open!) !== count(text[lang], close!));
      if (lone) return { lang, params: { marks: `${lone[0]} ${lone[1]}` } };
      if (count(text[lang], '"') % 2 === 1) return { lang, params: { marks: '"' } };
    }
    return undefined;
  },
};

function count(text: string, sign: string): number {
  return text.split(sign).length - 1;
}

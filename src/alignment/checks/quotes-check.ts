import type { UnitCheck } from './unit-check.ts';

const PAIRS = ['«»', '“”', '()', '[]'];

/** Where both sides are unbalanced, a quotation goes on in the next paragraph. */
export const quotesCheck: UnitCheck = {
  name: 'QuotesUnbalanced',
  find: ({ text }) => {
    const lone = { en: findLone(text.en), fa: findLone(text.fa) };
    if (lone.fa !== undefined && (lone.en !== undefined || hasLoneSingle(text.en))) return undefined;
    for (const lang of ['en', 'fa'] as const) {
      if (lone[lang] !== undefined) return { lang, params: { marks: lone[lang] } };
    }
    return undefined;
  },
};

/** An apostrophe may look like a closing mark: only the balance counts. */
function hasLoneSingle(text: string): boolean {
  const opened = text.match(/(?<![\p{L}\p{N}])['‘](?=[\p{L}\p{N}])/gu)?.length ?? 0;
  const closed = text.match(/(?<=[\p{L}\p{N}.,!?…])['’](?![\p{L}\p{N}])/gu)?.length ?? 0;
  return opened !== closed;
}

/** «۱) …» and "a) …" number what follows. */
const NUMBERING = /(^|[\s،؛,;:.])(?:الف|[\p{L}\p{N}]{1,2})\)/gmu;

function findLone(text: string): string | undefined {
  const plain = count(text, ')') > count(text, '(') ? text.replace(NUMBERING, '$1') : text;
  const pair = PAIRS.find(([open, close]) => count(plain, open!) !== count(plain, close!));
  if (pair) return `${pair[0]} ${pair[1]}`;
  return count(plain, '"') % 2 === 1 ? '"' : undefined;
}

function count(text: string, char: string): number {
  return text.split(char).length - 1;
}

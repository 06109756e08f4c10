import { readFileSync } from 'node:fs';
import type { Lexicon } from '../alignment/words/lexicon.ts';
import { parseCommonWords } from '../alignment/words/seed-lexicon/common-words.ts';
import { parseLexicon } from '../alignment/words/seed-lexicon/lexicon-file.ts';

/** What texts of one kind teach says less of others: chosen on articles that the seed was not learnt from. */
export const SEED_WEIGHT = 0.5;

let seed: Lexicon | undefined;

/** See NOTICE.md beside it. */
export function readSeedLexicon(): Lexicon {
  seed ??= [
    { counts: parseLexicon(readFile('tico-19.tsv')), weight: SEED_WEIGHT },
    { counts: readCommonWords(), weight: 1 },
  ];
  return seed;
}

export function readCommonWords(): Lexicon[number]['counts'] {
  return parseCommonWords(readFile('common-words.txt'));
}

function readFile(name: string): string {
  return readFileSync(new URL(`../alignment/words/seed-lexicon/${name}`, import.meta.url), 'utf8');
}

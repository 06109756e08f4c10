import { readFileSync } from 'node:fs';
import type { Lexicon } from '../lexicon.ts';
import { parseLexicon } from './lexicon-file.ts';

let seed: Lexicon | undefined;

/** The lexicon that the project brings along (see NOTICE.md beside it), read from disk once. */
export function readSeedLexicon(): Lexicon {
  seed ??= [
    { counts: parseLexicon(readFileSync(new URL('./tico-19.tsv', import.meta.url), 'utf8')), weight: 1 },
  ];
  return seed;
}

import { readFileSync } from 'node:fs';
import type { Lexicon } from '../lexicon.ts';
import { parseCommonWords } from './common-words.ts';
import { parseLexicon } from './lexicon-file.ts';

let seed: Lexicon | undefined;

/** The lexicon that the project brings along (see NOTICE.md beside it), read from disk once. */
export function readSeedLexicon(): Lexicon {
  seed ??= [
    { counts: parseLexicon(readFile('tico-19.tsv')), weight: 1 },
    { counts: readCommonWords(), weight: 1 },
  ];
  return seed;
}

/** The part of it that was written by hand, and has seen no text. */
export function readCommonWords(): Lexicon[number]['counts'] {
  return parseCommonWords(readFile('common-words.txt'));
}

function readFile(name: string): string {
  return readFileSync(new URL(`./${name}`, import.meta.url), 'utf8');
}

import { subtractWords, tallyWords } from '../../base/similarity.ts';
import { type Matching, PIECE_WORDS } from './matching.ts';

export interface LeftWords {
  readonly at: number;
  readonly words: string[];
  readonly tally: ReadonlyMap<string, number>;
}

/** Of each matched text the words that its counterparts lack, if they are more than a few. */
export function listLeft(
  matching: Matching,
  texts: readonly string[],
  links: readonly number[][],
  others: readonly string[],
): LeftWords[] {
  return [...texts.keys()].flatMap((at) => {
    const known = links[at]!.map((i) => others[i]!);
    if (known.length === 0 || known.includes(texts[at]!)) return [];
    const words = known.reduce((rest, one) => subtractWords(rest, matching.words(one)), matching.words(texts[at]!));
    return words.length < PIECE_WORDS ? [] : { at, words, tally: tallyWords(words) };
  });
}

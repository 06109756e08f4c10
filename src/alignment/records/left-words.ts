import { subtractWords, tallyWords } from '../../base/similarity.ts';
import { type Matching, PIECE_WORDS } from './matching.ts';

/** Words of a text that no text it is matched with has. */
export interface LeftWords {
  /** Index of the text. */
  readonly at: number;
  readonly words: string[];
  readonly tally: ReadonlyMap<string, number>;
}

/** Of each text that is matched the words that its counterparts do not have, if they are more than a few. */
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

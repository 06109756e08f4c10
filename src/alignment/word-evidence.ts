import { type Band, findCell } from './band.ts';
import { SPLIT, TAKES } from './extents.ts';
import type { OwnWords } from './own-words.ts';
import { WordExpectations } from './word-expectations.ts';
import type { Side, WordModel } from './word-model.ts';

/** Words are not independent of each other: their joint evidence counts this much. */
export const WORD_WEIGHT = 0.8;

/** For each cell (English block, Persian block) of a band, which scores are wanted: bit `taken - 1`. */
export interface Wanted {
  readonly fa: Uint8Array;
  readonly en: Uint8Array;
}

/**
 * Log-likelihood ratios of words, for the cells of a band, where they were wanted.
 * `fa[taken - 1][cell]`: of the Persian block's words, given what is taken of the English blocks up to that one;
 * `en[taken - 1][cell]`: of the English block's words, given what is taken of the Persian blocks up to that one.
 */
export interface WordScores {
  readonly fa: readonly Float32Array[];
  readonly en: readonly Float32Array[];
}

/** @param own what the document has taught; what a block's own unit has taught is left out when it is scored */
export function scoreWords(model: WordModel, band: Band, wanted: Wanted, own?: OwnWords): WordScores {
  return {
    fa: scoreDirection(new WordExpectations(model, 'en', own), model.fa, band, wanted.fa, model.en.blocks.length),
    en: scoreDirection(new WordExpectations(model, 'fa', own), model.en, band, wanted.en, model.fa.blocks.length, true),
  };
}

function scoreDirection(
  expectations: WordExpectations,
  target: Side,
  band: Band,
  wanted: Uint8Array,
  count: number,
  across = false,
): Float32Array[] {
  const scores = Array.from({ length: SPLIT }, () => new Float32Array(band.size));
  const { expected, base, inverse } = expectations;
  const { lost, weight } = target;
  // Most words have no counterpart in most blocks: those are scored together, by the chance that they have none.
  const chances = [...new Set(lost)];
  const classOf = Uint8Array.from(lost, (chance) => chances.indexOf(chance));
  const weights = weighClasses(target, classOf, chances.length);
  const absent = TAKES.map(() => new Float64Array(chances.length));
  for (let block = 0; block < count; block++) {
    expectations.read(block);
    const last = expected[0]!;
    for (const [taken, none] of absent.entries()) {
      for (const [index, chance] of chances.entries()) none[index] = Math.log(chance + (1 - chance) * base[taken]!);
    }
    const low = across ? band.top[block]! : band.low[block]!;
    const high = across ? band.bottom[block]! : band.high[block]!;
    for (let other = low; other < high; other++) {
      const cell = across ? findCell(band, other, block) : findCell(band, block, other);
      const words = target.blocks[other]!;
      for (let taken = 1, rest = wanted[cell]!; rest > 0; taken++, rest >>= 1) {
        if ((rest & 1) === 0) continue;
        const [none, takes] = [absent[taken]!, TAKES[taken]!];
        let score = 0;
        for (let c = 0; c < chances.length; c++) score += weights[other * chances.length + c]! * none[c]!;
        for (let k = 0; k < words.length; k++) {
          const word = words[k]!;
          let sum = last[word]!;
          for (let t = 1; t < takes.length; t++) sum += expected[takes[t]!]![word]!;
          if (sum === 0) continue;
          const chance = lost[word]!;
          const evidence = Math.log(chance + (1 - chance) * (base[taken]! + sum * inverse[taken]!));
          score += weight[word]! * (evidence - none[classOf[word]!]!);
        }
        scores[taken - 1]![cell] = score;
      }
    }
  }
  return scores;
}

/** The weight of each block's words by class, block by block. */
function weighClasses({ blocks, weight }: Side, classOf: Uint8Array, classes: number): Float64Array {
  const weights = new Float64Array(blocks.length * classes);
  for (const [block, words] of blocks.entries()) {
    for (const word of words) weights[block * classes + classOf[word]!]! += weight[word]!;
  }
  return weights;
}

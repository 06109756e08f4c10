import type { Side, WordModel } from '../words/word-model.ts';
import { type Band, findCell } from './band.ts';
import { SPLIT, TAKES } from './extents.ts';
import { addLogs } from './logarithms.ts';
import type { OwnWords } from './own-words.ts';
import { WordExpectations } from './word-expectations.ts';

/** Words are not independent of each other. */
export const WORD_WEIGHT = 0.8;

/** For each cell of a band: bit `taken - 1`. */
export interface Wanted {
  readonly fa: Uint32Array;
  readonly en: Uint32Array;
}

/** `fa[taken - 1][cell]`: of the Persian block's words, given what is taken of the English blocks up to that one. */
export interface WordScores {
  readonly fa: readonly Float32Array[];
  readonly en: readonly Float32Array[];
}

/** @param ownWords what a block's own unit has taught is left out when it is scored */
export function scoreWords(model: WordModel, band: Band, wanted: Wanted, ownWords?: OwnWords): WordScores {
  return {
    fa: scoreDirection(new WordExpectations(model, 'en', ownWords), model.fa, band, wanted.fa, model.en.blocks.length),
    en: scoreDirection(
      new WordExpectations(model, 'fa', ownWords),
      model.en,
      band,
      wanted.en,
      model.fa.blocks.length,
      true,
    ),
  };
}

/**
 * A text is translated closely or freely as a whole: `keeps` is a factor on the chance that a word has a counterpart,
 * `share` how often texts are translated that way. Taken for independent, the absent words of a free translation would
 * outweigh all that it shares.
 */
const MANNERS = [
  { keeps: 1.15, share: 0.98 },
  { keeps: 0.6, share: 0.02 },
] as const;
const MOST_KEPT = 0.95;

function scoreDirection(
  expectations: WordExpectations,
  target: Side,
  band: Band,
  wanted: Uint32Array,
  count: number,
  across = false,
): Float32Array[] {
  const scores = allocateScores(wanted);
  const { expected, base, inverse } = expectations;
  const { lost, weight } = target;
  // Most words have no counterpart in most blocks: those are scored together.
  const chances = [...new Set(lost)];
  const classOf = Uint8Array.from(lost, (chance) => chances.indexOf(chance));
  const kept = MANNERS.map(({ keeps }) =>
    Float64Array.from(chances, (lost) => Math.min(MOST_KEPT, (1 - lost) * keeps)),
  );
  const shares = MANNERS.map(({ share }) => Math.log(share));
  const weights = weighClasses(target, classOf, chances.length);
  const absent = TAKES.map(() => MANNERS.map(() => new Float64Array(chances.length)));
  const readAbsent = new Int32Array(TAKES.length).fill(-1);
  const sums = new Float64Array(MANNERS.length);
  for (let block = 0; block < count; block++) {
    expectations.read(block);
    const last = expected[0]!;
    const low = across ? band.top[block]! : band.low[block]!;
    const high = across ? band.bottom[block]! : band.high[block]!;
    for (let other = low; other < high; other++) {
      const cell = across ? findCell(band, other, block) : findCell(band, block, other);
      const words = target.blocks[other]!;
      for (let taken = 1, rest = wanted[cell]!; rest > 0; taken++, rest >>>= 1) {
        if ((rest & 1) === 0) continue;
        const [none, takes] = [absent[taken]!, TAKES[taken]!];
        if (readAbsent[taken] !== block) {
          readAbsent[taken] = block;
          for (const [manner, logs] of none.entries()) {
            for (const [c, keep] of kept[manner]!.entries()) logs[c] = Math.log(1 - keep + keep * base[taken]!);
          }
        }
        for (let manner = 0; manner < MANNERS.length; manner++) {
          let score = shares[manner]!;
          const logs = none[manner]!;
          for (let c = 0; c < chances.length; c++) score += weights[other * chances.length + c]! * logs[c]!;
          sums[manner] = score;
        }
        for (let k = 0; k < words.length; k++) {
          const word = words[k]!;
          let sum = last[word]!;
          for (let t = 1; t < takes.length; t++) sum += expected[takes[t]!]![word]!;
          if (sum === 0) continue;
          const c = classOf[word]!;
          const found = base[taken]! + sum * inverse[taken]!;
          for (let manner = 0; manner < MANNERS.length; manner++) {
            const keep = kept[manner]![c]!;
            sums[manner]! += weight[word]! * (Math.log(1 - keep + keep * found) - none[manner]![c]!);
          }
        }
        scores[taken - 1]![cell] = addLogs(sums[0]!, sums[1]!);
      }
    }
  }
  return scores;
}

function allocateScores(wanted: Uint32Array): Float32Array[] {
  let all = 0;
  for (const bits of wanted) all |= bits;
  return Array.from({ length: SPLIT }, (_, k) => new Float32Array((all >>> k) & 1 ? wanted.length : 0));
}

function weighClasses({ blocks, weight }: Side, classOf: Uint8Array, classes: number): Float64Array {
  const weights = new Float64Array(blocks.length * classes);
  for (const [block, words] of blocks.entries()) {
    for (const word of words) weights[block * classes + classOf[word]!]! += weight[word]!;
  }
  return weights;
}

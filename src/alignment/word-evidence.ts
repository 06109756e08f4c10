import { type Band, findCell } from './band.ts';
import type { WordCounts } from './lexicon.ts';
import { type OwnCounts, type Rows, SHRINKAGE, type Side, type WordModel } from './word-model.ts';

/** Words are not independent of each other: their joint evidence counts this much. */
export const WORD_WEIGHT = 0.8;
/** Most blocks that one unit joins. */
const LONGEST = 5;

/**
 * Log-likelihood ratios of words, for the cells (English block, Persian block) of a band.
 * `fa[a - 1][cell]`: of the Persian block's words, given the English block and the a − 1 before it;
 * `en[b - 1][cell]`: of the English block's words, given the Persian block and the b − 1 before it.
 */
export interface WordScores {
  readonly fa: readonly Float32Array[];
  readonly en: readonly Float32Array[];
}

export function scoreWords(model: WordModel, band: Band, own?: OwnCounts): WordScores {
  return {
    fa: scoreDirection(model.en, model.fa, model.toFa, band, 'en', own?.en),
    en: scoreDirection(model.fa, model.en, model.toEn, band, 'fa', own?.fa),
  };
}

function scoreDirection(
  source: Side,
  target: Side,
  rows: Rows,
  band: Band,
  lang: 'en' | 'fa',
  own: readonly (WordCounts | undefined)[] | undefined,
): Float32Array[] {
  const scores = Array.from({ length: LONGEST }, () => new Float32Array(band.size));
  // Expectations of the target's words by the last few source blocks, a word's side by side in memory.
  const expected = new Float64Array(target.names.length * LONGEST);
  const touched: number[][] = Array.from({ length: LONGEST }, () => []);
  const [unknown, sizes] = [new Float64Array(LONGEST), new Float64Array(LONGEST)];
  const [base, inverse] = [new Float64Array(LONGEST), new Float64Array(LONGEST)];
  const chances = [...new Set(target.lost)];
  const classes = Uint8Array.from(target.lost, (lost) => chances.indexOf(lost));
  const absent = chances.map(() => new Float64Array(LONGEST));
  const weights = new Float64Array(chances.length);
  const targetIds = own === undefined ? undefined : new Map(target.names.map((name, id) => [name, id]));
  for (let block = 0; block < source.blocks.length; block++) {
    const slot = block % LONGEST;
    for (const at of touched[slot]!) expected[at] = 0;
    touched[slot] = [];
    const words = source.blocks[block]!;
    const ownCounts = own?.[block];
    unknown[slot] = 0;
    for (const word of words) {
      const ownSeen = ownCounts?.[lang].get(source.names[word]!) ?? 0;
      const seen = Math.max(SHRINKAGE, source.seen[word]! - ownSeen);
      unknown[slot]! += SHRINKAGE / seen;
      for (const { id, count } of rows[word]!) {
        expected[id * LONGEST + slot]! += (count / seen) * target.rarity[id]!;
        touched[slot]!.push(id * LONGEST + slot);
      }
      if (ownCounts === undefined) continue;
      for (const [translation, count] of listOwn(ownCounts, lang, source.names[word]!)) {
        const id = targetIds!.get(translation)!;
        const at = id * LONGEST + slot;
        expected[at] = Math.max(0, expected[at]! - (count / seen) * target.rarity[id]!);
      }
    }
    sizes[slot] = words.length;
    const reach = Math.min(LONGEST, block + 1);
    for (let a = 0, unknownSum = 0, sizeSum = 0; a < reach; a++) {
      unknownSum += unknown[(block - a) % LONGEST]!;
      sizeSum += sizes[(block - a) % LONGEST]!;
      inverse[a] = sizeSum === 0 ? 0 : 1 / sizeSum;
      base[a] = sizeSum === 0 ? 1 : unknownSum / sizeSum;
      for (const [index, lost] of chances.entries()) absent[index]![a] = Math.log(lost + (1 - lost) * base[a]!);
    }
    const low = lang === 'en' ? band.low[block]! : band.top[block]!;
    const high = lang === 'en' ? band.high[block]! : band.bottom[block]!;
    for (let other = low; other < high; other++) {
      const cell = lang === 'en' ? findCell(band, block, other) : findCell(band, other, block);
      if (cell < 0) continue;
      weights.fill(0);
      for (const word of target.blocks[other]!) {
        const weight = target.weight[word]!;
        const at = word * LONGEST;
        let total = 0;
        for (let s = 0; s < LONGEST; s++) total += expected[at + s]!;
        // Most words have no counterpart in most blocks: those are counted, and scored together.
        if (total === 0) {
          weights[classes[word]!]! += weight;
          continue;
        }
        const lost = target.lost[word]!;
        for (let a = 0, sum = 0, from = slot; a < reach; a++) {
          sum += expected[at + from]!;
          from = from === 0 ? LONGEST - 1 : from - 1;
          const evidence =
            sum === 0 ? absent[classes[word]!]![a]! : Math.log(lost + (1 - lost) * (base[a]! + sum * inverse[a]!));
          scores[a]![cell]! += weight * evidence;
        }
      }
      for (let index = 0; index < chances.length; index++) {
        for (let a = 0; a < reach; a++) scores[a]![cell]! += weights[index]! * absent[index]![a]!;
      }
    }
  }
  return scores;
}

/** What a unit has taught about one of its words. */
function* listOwn(counts: WordCounts, lang: 'en' | 'fa', name: string): Generator<readonly [string, number]> {
  if (lang === 'en') {
    yield* counts.pairs.get(name) ?? [];
    return;
  }
  for (const [translation, row] of counts.pairs) {
    const count = row.get(name);
    if (count !== undefined) yield [translation, count];
  }
}

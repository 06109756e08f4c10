import type { BlockReading } from '../pairing/block-reading.ts';

/** Distinct words, numbered in the order of their first appearance. */
export interface Vocabulary {
  readonly names: readonly string[];
  readonly ids: ReadonlyMap<string, number>;
  readonly blocks: readonly Int32Array[];
  readonly spread: Int32Array;
  readonly total: number;
}

export function numberWords(blocks: readonly BlockReading[]): Vocabulary {
  const ids = new Map<string, number>();
  const spread: number[] = [];
  let total = 0;
  const numbered = blocks.map((block) => {
    total += block.stems.length;
    return Int32Array.from(block.stems, (stem) => {
      const known = ids.get(stem);
      if (known === undefined) {
        ids.set(stem, ids.size);
        return spread.push(1) - 1;
      }
      spread[known]!++;
      return known;
    });
  });
  return { names: [...ids.keys()], ids, blocks: numbered, spread: Int32Array.from(spread), total };
}

import { type BlockReading, countSentences } from './block-reading.ts';
import { logLength, usualSpread } from './length-model.ts';
import { flagMarks, joinMarks } from './mark-evidence.ts';

export const LONGEST = 16;
/** Instead of a number of blocks: the first and last of three. */
export const SPLIT = LONGEST + 1;

/** By what a unit takes: its blocks, counted back from the last, which is 0. */
export const TAKES: readonly (readonly number[])[] = [
  ...Array.from({ length: SPLIT }, (_, taken) => Array.from({ length: taken }, (_, back) => back)),
  [0, 2],
];

export function spanOf(taken: number): number {
  return taken === SPLIT ? 3 : taken;
}

/** By the last block of a unit's side. Unset where there are not as many blocks. */
export interface Extent {
  /** Logarithm of the length, and the usual spread of a translation's. */
  readonly log: Float64Array;
  readonly spread: Float64Array;
  readonly marks: Int32Array;
  readonly sentences: Int32Array;
}

export function measureExtents(blocks: readonly BlockReading[], taken: readonly number[]): ReadonlyMap<number, Extent> {
  return new Map([...new Set(taken)].map((count) => [count, measureExtent(blocks, count)]));
}

function measureExtent(blocks: readonly BlockReading[], taken: number): Extent {
  const count = blocks.length;
  const extent: Extent = {
    log: new Float64Array(count),
    spread: new Float64Array(count),
    marks: new Int32Array(count),
    sentences: new Int32Array(count),
  };
  const span = spanOf(taken);
  const flags = blocks.map((block) => flagMarks(block.marks));
  for (let last = span - 1; last < count; last++) {
    let [length, stops, marks] = [0, 0, 0];
    for (const back of TAKES[taken]!) {
      length += blocks[last - back]!.length;
      stops += blocks[last - back]!.stops;
      marks = joinMarks(flags[last - back]!, marks, back === 0);
    }
    extent.log[last] = logLength(length);
    extent.spread[last] = usualSpread(length);
    extent.marks[last] = marks;
    extent.sentences[last] = countSentences(stops);
  }
  return extent;
}

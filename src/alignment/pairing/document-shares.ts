import type { BlockType } from '../../markdown/block.ts';
import { type BlockReading, countSentences, type Marks } from './block-reading.ts';

/** What is common in a document says little where it is met. */
export interface Shares {
  readonly count: number;
  readonly types: ReadonlyMap<BlockType, number>;
  readonly depths: ReadonlyMap<string, number>;
  /** Share of blocks with each, 0–1. */
  readonly marks: Readonly<Record<keyof Marks, number>>;
  readonly sentences: readonly number[];
}

export const MARK_NAMES: readonly (keyof Marks)[] = ['question', 'exclamation', 'colon', 'quotation', 'bracket'];

export function countShares(blocks: readonly BlockReading[]): Shares {
  const types = new Map<BlockType, number>();
  const depths = new Map<string, number>();
  const marks = { question: 0, exclamation: 0, colon: 0, quotation: 0, bracket: 0 };
  const sentences = new Map<number, number>();
  for (const block of blocks) {
    types.set(block.type, (types.get(block.type) ?? 0) + 1);
    depths.set(`${block.type}${block.depth}`, (depths.get(`${block.type}${block.depth}`) ?? 0) + 1);
    const count = countSentences(block.stops);
    sentences.set(count, (sentences.get(count) ?? 0) + 1);
    for (const mark of MARK_NAMES) if (block.marks[mark]) marks[mark]++;
  }
  for (const mark of MARK_NAMES) marks[mark] = (marks[mark] + 0.3) / (blocks.length + 1);
  const most = Math.max(1, ...sentences.keys());
  return {
    count: blocks.length,
    types,
    depths,
    marks,
    sentences: Array.from(
      { length: most + 1 },
      (_, k) => ((sentences.get(k) ?? 0) + 2 * 0.5 ** Math.max(1, k)) / (blocks.length + 2),
    ),
  };
}

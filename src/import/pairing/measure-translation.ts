import { align, type GlossaryEntry } from '../../alignment/pairing/align.ts';
import type { Lexicon } from '../../alignment/words/lexicon.ts';
import type { Block } from '../../markdown/block.ts';

export interface Measured {
  /** Of both texts' characters in units that the aligner pairs, by its confidence: 0–1. */
  readonly share: number;
  /** Of the text with less left over: near 1 where one is only a part of the other. */
  readonly shorter: number;
}

/** Enough to tell, in long texts. */
const MOST_BLOCKS = 60;

export function measureTranslation(
  en: readonly Block[],
  fa: readonly Block[],
  lexicon: Lexicon,
  glossary: readonly GlossaryEntry[],
): Measured {
  const [a, b] = [cut(en, fa.length), cut(fa, en.length)];
  const size = (block: Block) => block.text.length + 5;
  const total = { en: sum(a.map(size)), fa: sum(b.map(size)) };
  const paired = { en: 0, fa: 0 };
  for (const unit of align(a, b, { lexicon, glossary })) {
    if (unit.en.length === 0 || unit.fa.length === 0) continue;
    for (const i of unit.en) paired.en += unit.confidence * size(a[i]!);
    for (const j of unit.fa) paired.fa += unit.confidence * size(b[j]!);
  }
  const [x, y] = [paired.en / (total.en || 1), paired.fa / (total.fa || 1)];
  return { share: (x + y) / 2, shorter: Math.max(x, y) };
}

/** As much of a long text as of the other. */
function cut(blocks: readonly Block[], other: number): readonly Block[] {
  return blocks.length <= MOST_BLOCKS || other === 0
    ? blocks
    : blocks.slice(
        0,
        Math.max(MOST_BLOCKS / 2, Math.round((MOST_BLOCKS * blocks.length) / Math.max(blocks.length, other))),
      );
}

const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);

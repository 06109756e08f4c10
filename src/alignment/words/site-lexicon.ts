import type { Block } from '../../markdown/block.ts';
import { readBlock } from '../pairing/block-reading.ts';
import type { Pairing } from '../unit.ts';
import { learnWordCounts, type StemPair, type WordCounts } from './lexicon.ts';
import { isWord } from './words.ts';

export interface AlignedWork {
  readonly en: readonly Block[];
  readonly fa: readonly Block[];
  readonly pairings: readonly Pairing[];
}

/** The counts of all works, and each work's own, to be left out when it is aligned itself. */
export function learnSiteLexicon(works: readonly AlignedWork[]): {
  readonly total: WordCounts;
  readonly parts: readonly WordCounts[];
} {
  return learnWordCounts(
    works.map(({ en, fa, pairings }) =>
      pairings
        .filter((pairing) => pairing.en.length > 0 && pairing.fa.length > 0)
        .map(
          (pairing): StemPair => ({
            en: pairing.en.flatMap((index) => readBlock(en[index]!, 'en').stems.filter(isWord)),
            fa: pairing.fa.flatMap((index) => readBlock(fa[index]!, 'fa').stems.filter(isWord)),
            weight: pairing.confidence,
          }),
        ),
    ),
  );
}

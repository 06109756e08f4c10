import { type BlockReading, readBlock } from '../../alignment/pairing/block-reading.ts';
import type { Lexicon } from '../../alignment/words/lexicon.ts';
import { skeletonPersian, skeletonsEnglish, trustSkeleton } from '../../alignment/words/transliteration.ts';
import { isWord } from '../../alignment/words/words.ts';
import type { Block, Lang } from '../../markdown/block.ts';

/** Terms that both languages share: Persian stems, numbers, dates, sounds of names, images. */
export interface Signature {
  /** Term → how likely the text is to hold it, 0–1. */
  readonly terms: ReadonlyMap<string, number>;
  readonly length: number;
}

const MOST_TRANSLATIONS = 6;
const LEAST_LIKELY = 0.08;
const YEAR = /^#(1[89]\d\d|20\d\d)$/;

/** English stem → Persian stems with the share of times that each stood for it. */
export type Translations = ReadonlyMap<string, readonly (readonly [string, number])[]>;

export function tabulateLexicon(lexicon: Lexicon): Translations {
  const sums = new Map<string, { seen: number; to: Map<string, number> }>();
  for (const { counts, weight } of lexicon)
    for (const [en, row] of counts.pairs) {
      const sum = sums.get(en) ?? { seen: 0, to: new Map<string, number>() };
      sums.set(en, sum);
      sum.seen += weight * (counts.en.get(en) ?? 0);
      for (const [fa, count] of row) sum.to.set(fa, (sum.to.get(fa) ?? 0) + weight * count);
    }
  const table = new Map<string, readonly (readonly [string, number])[]>();
  for (const [en, { seen, to }] of sums) {
    const likely = [...to]
      .map(([fa, count]) => [fa, Math.min(1, count / (seen + 1))] as const)
      .filter(([, share]) => share >= LEAST_LIKELY)
      .sort((a, b) => b[1] - a[1])
      .slice(0, MOST_TRANSLATIONS);
    if (likely.length > 0) table.set(en, likely);
  }
  return table;
}

export function readSignature(
  blocks: readonly Block[],
  lang: Lang,
  images: ReadonlySet<string>,
  translations: Translations,
): Signature {
  const terms = new Map<string, number>();
  const add = (term: string, likely: number) => terms.set(term, Math.max(likely, terms.get(term) ?? 0));
  let length = 0;
  for (const block of blocks) {
    const reading = readBlock(block, lang);
    length += reading.length;
    if (lang === 'en') addEnglish(reading, translations, add);
    else addPersian(reading, add);
  }
  for (const image of images) add(`i:${image}`, 1);
  return { terms, length };
}

function addEnglish(
  reading: BlockReading,
  translations: Translations,
  add: (term: string, likely: number) => void,
): void {
  for (const stem of reading.stems) {
    if (!isWord(stem)) {
      add(stem, 1);
      const year = YEAR.exec(stem)?.[1];
      // A year of the Solar Hijri calendar begins in March.
      if (year) for (const offset of [621, 622]) add(`#${Number(year) - offset}`, 0.5);
      continue;
    }
    add(stem, 0.7);
    for (const [fa, share] of translations.get(stem) ?? []) add(fa, share);
    const name = reading.names.get(stem);
    if (name) for (const skeleton of skeletonsEnglish(name)) addSound(skeleton, add);
  }
}

function addPersian(reading: BlockReading, add: (term: string, likely: number) => void): void {
  for (const stem of reading.stems) {
    add(stem, 1);
    if (isWord(stem) && !/^[a-z]/.test(stem)) addSound(skeletonPersian(stem), add);
  }
}

function addSound(skeleton: string, add: (term: string, likely: number) => void): void {
  const trust = trustSkeleton(skeleton);
  if (trust >= 0.4) add(`s:${skeleton}`, trust);
}

import type { BlockReading } from './block-reading.ts';
import type { Lexicon, WordCounts } from './lexicon.ts';
import { skeletonPersian, skeletonsEnglish, trustSkeleton } from './transliteration.ts';
import { isWord } from './words.ts';

/** Counts are shrunk as if each word had been seen this often more, standing for nothing in particular. */
export const SHRINKAGE = 2;

/** One language's words in a pair of documents, numbered, and what they may stand for in the other language. */
export interface Side {
  readonly names: readonly string[];
  /** Numbers of the distinct words of each block. */
  readonly blocks: readonly Int32Array[];
  /** Inverse of each word's share of the document: how telling it is. */
  readonly rarity: Float64Array;
  /** How often the lexicon has seen each word, plus shrinkage. */
  readonly seen: Float64Array;
  /** Weight of each word as evidence: 0 for words the lexicon knows nothing of. */
  readonly weight: Float64Array;
  /** Chance that the word has no counterpart in a block that says the same. */
  readonly lost: Float64Array;
}

/** Word-by-word translation counts between two documents, each way in rows. */
export interface WordModel {
  readonly en: Side;
  readonly fa: Side;
  readonly toFa: Rows;
  readonly toEn: Rows;
}

/** Rows of (word of the other language, count). */
export type Rows = readonly (readonly {
  readonly id: number;
  readonly count: number;
}[])[];

/** Counts that a document's own first pass teaches, with each block's share, to be left out when it is scored. */
export interface OwnCounts {
  readonly counts: WordCounts;
  /** For each English and Persian block, the counts that the unit around it has given. */
  readonly en: readonly (WordCounts | undefined)[];
  readonly fa: readonly (WordCounts | undefined)[];
}

export function buildWordModel(
  en: readonly BlockReading[],
  fa: readonly BlockReading[],
  lexicon: Lexicon,
  own?: OwnCounts,
): WordModel {
  const layers = own === undefined ? lexicon : [...lexicon, { counts: own.counts, weight: 1 }];
  const enIds = numberWords(en);
  const faIds = numberWords(fa);
  const toFa: Map<number, number>[] = [...enIds.keys()].map(() => new Map());
  const enSeen = new Float64Array(enIds.size);
  const faSeen = new Float64Array(faIds.size);
  const enLinked = new Float64Array(enIds.size);
  const faLinked = new Float64Array(faIds.size);
  for (const { counts, weight } of layers) {
    const faSums = sumPersian(counts);
    for (const [name, id] of faIds) faLinked[id]! += weight * (faSums.get(name) ?? 0);
    for (const [name, id] of enIds) {
      enSeen[id]! += weight * (counts.en.get(name) ?? 0);
      const row = counts.pairs.get(name);
      if (row === undefined) continue;
      for (const count of row.values()) enLinked[id]! += weight * count;
      for (const [translation, count] of row) {
        const other = faIds.get(translation);
        if (other !== undefined) toFa[id]!.set(other, (toFa[id]!.get(other) ?? 0) + weight * count);
      }
    }
    for (const [name, id] of faIds) faSeen[id]! += weight * (counts.fa.get(name) ?? 0);
  }
  const [enLost, faLost] = [shareLost(enLinked, enSeen), shareLost(faLinked, faSeen)];
  addIdentities(enIds, faIds, toFa, enSeen, faSeen);
  addTransliterations(en, enIds, faIds, toFa, enSeen, faSeen);
  const rows: Rows = toFa.map((row) =>
    [...row].filter(([, count]) => count > 0.01).map(([id, count]) => ({ id, count })),
  );
  const back: { id: number; count: number }[][] = [...faIds.keys()].map(() => []);
  for (const [x, row] of rows.entries()) for (const { id, count } of row) back[id]!.push({ id: x, count });
  return {
    en: buildSide(en, enIds, enSeen, rows, enLost),
    fa: buildSide(fa, faIds, faSeen, back, faLost),
    toFa: rows,
    toEn: back,
  };
}

/** The model for some of the blocks only; how common words are stays that of the whole documents. */
export function selectBlocks(model: WordModel, en: readonly number[], fa: readonly number[]): WordModel {
  return {
    ...model,
    en: { ...model.en, blocks: en.map((index) => model.en.blocks[index]!) },
    fa: { ...model.fa, blocks: fa.map((index) => model.fa.blocks[index]!) },
  };
}

function numberWords(blocks: readonly BlockReading[]): Map<string, number> {
  const ids = new Map<string, number>();
  for (const block of blocks) for (const stem of block.stems) if (!ids.has(stem)) ids.set(stem, ids.size);
  return ids;
}

function buildSide(
  blocks: readonly BlockReading[],
  ids: ReadonlyMap<string, number>,
  seen: Float64Array,
  rows: Rows,
  shares: Float64Array,
): Side {
  const names = [...ids.keys()];
  const counts = new Float64Array(names.length);
  let total = 0;
  const numbered = blocks.map((block) => Int32Array.from(block.stems, (stem) => ids.get(stem)!));
  for (const words of numbered) {
    total += words.length;
    for (const word of words) counts[word]!++;
  }
  return {
    names,
    blocks: numbered,
    // Half a block more, so that a word seen once is not taken for a certain sign.
    rarity: counts.map((count) => (total + 50) / (count + 0.5)),
    seen: seen.map((count) => Math.max(0, count) + SHRINKAGE),
    weight: seen.map((count) => Math.max(0, count) / (Math.max(0, count) + SHRINKAGE)),
    lost: Float64Array.from(names, (name, id) => chanceLost(name, rows[id]!.length > 0, shares[id]!)),
  };
}

/** Numbers survive translation in 95–99.7 % of pairs, links nearly always, words about every other time. */
function chanceLost(name: string, hasCounterpart: boolean, usual: number): number {
  const sign = name[0]!;
  if (isWord(name)) return hasCounterpart ? usual : Math.max(0.5, usual);
  if (!hasCounterpart) return 0.5;
  if (sign === '#') return name.length > 2 ? 0.1 : 0.3;
  if (sign === '~') return 0.15;
  if (sign === '=') return 0.3;
  if (sign === '@') return 0.3;
  return usual;
}

const persianSums = new WeakMap<WordCounts, ReadonlyMap<string, number>>();

/** How often each Persian word stood for an English one; kept, since a site's counts serve all its works. */
function sumPersian(counts: WordCounts): ReadonlyMap<string, number> {
  const known = persianSums.get(counts);
  if (known !== undefined) return known;
  const sums = new Map<string, number>();
  for (const row of counts.pairs.values()) {
    for (const [name, count] of row) sums.set(name, (sums.get(name) ?? 0) + count);
  }
  persianSums.set(counts, sums);
  return sums;
}

/** Not even the plainest word is always translated by the same one. */
const MOST_KEPT = 0.8;
/** Counts that both directions must agree on are too small by about this much. */
const AGREEMENT_LOSS = 1.2;

/** Some words are nearly always translated by a word, some seldom: as the lexicon has it, in steps of .05. */
function shareLost(linked: Float64Array, seen: Float64Array): Float64Array {
  return linked.map((count, id) => {
    const share = (Math.max(0, count) + 2 * 0.55) / (Math.max(0, seen[id]!) + 2);
    return Math.round(20 * (1 - Math.min(MOST_KEPT, AGREEMENT_LOSS * share))) / 20;
  });
}

const IDENTITY = 20;

/** Numbers, dates, links and Latin words stand for themselves; years also for Solar Hijri years. */
function addIdentities(
  enIds: ReadonlyMap<string, number>,
  faIds: ReadonlyMap<string, number>,
  toFa: Map<number, number>[],
  enSeen: Float64Array,
  faSeen: Float64Array,
): void {
  const add = (en: number, fa: number, share: number): void => {
    toFa[en]!.set(fa, (toFa[en]!.get(fa) ?? 0) + IDENTITY * share);
  };
  for (const [name, fa] of faIds) {
    const en = enIds.get(name);
    const anchor = /^[#@~=]/.test(name);
    if (anchor || /^[a-z]/i.test(name)) faSeen[fa]! += anchor && en === undefined && name[0] !== '#' ? 2 : IDENTITY;
    if (en === undefined) continue;
    add(en, fa, 0.9);
    if (!anchor) enSeen[en]! += IDENTITY;
  }
  for (const [name, en] of enIds) {
    if (!/^[#@~=]/.test(name)) continue;
    enSeen[en]! += name[0] !== '#' && !faIds.has(name) ? 2 : IDENTITY;
    const year = /^#(1[89]\d\d|20\d\d)$/.exec(name);
    if (year === null) continue;
    for (const offset of [621, 622]) {
      const fa = faIds.get(`#${Number(year[1]) - offset}`);
      if (fa !== undefined) add(en, fa, 0.4);
    }
  }
}

/** Pairs names by sound where the lexicon does not know them. */
function addTransliterations(
  en: readonly BlockReading[],
  enIds: ReadonlyMap<string, number>,
  faIds: ReadonlyMap<string, number>,
  toFa: Map<number, number>[],
  enSeen: Float64Array,
  faSeen: Float64Array,
): void {
  const names = new Map<string, string>();
  for (const block of en) for (const [stem, name] of block.names) names.set(stem, name);
  if (names.size === 0) return;
  const bySkeleton = new Map<string, number[]>();
  for (const [name, id] of faIds) {
    if (/^[#@~=a-z]/i.test(name)) continue;
    const skeleton = skeletonPersian(name);
    if (trustSkeleton(skeleton) === 0) continue;
    const ids = bySkeleton.get(skeleton);
    if (ids === undefined) bySkeleton.set(skeleton, [id]);
    else ids.push(id);
  }
  for (const [stem, name] of names) {
    const id = enIds.get(stem)!;
    const matches = new Map<number, number>();
    for (const skeleton of skeletonsEnglish(name)) {
      for (const fa of bySkeleton.get(skeleton) ?? []) matches.set(fa, trustSkeleton(skeleton));
    }
    for (const [fa, trust] of matches) {
      const count = (6 * trust) / matches.size;
      toFa[id]!.set(fa, (toFa[id]!.get(fa) ?? 0) + count);
      enSeen[id]! += count;
      faSeen[fa]! += count;
    }
  }
}

import type { BlockReading } from '../pairing/block-reading.ts';
import type { OwnWords } from '../pairing/own-words.ts';
import type { Lexicon, WordCounts } from './lexicon.ts';
import { numberWords, type Vocabulary } from './vocabulary.ts';
import { findHints, type WordHints } from './word-hints.ts';
import { gatherRows, type Rows, transposeRows } from './word-rows.ts';
import { isWord } from './words.ts';

/** As if each word had been seen this often more, standing for nothing in particular. */
export const SHRINKAGE = 2;
const FAINTEST = 0.01;

export interface WordFacts {
  readonly en: Vocabulary;
  readonly fa: Vocabulary;
  readonly hints: WordHints;
  /** From the lexicon: which words stood for which, how often each was seen, and how often with a counterpart. */
  readonly toFa: Rows;
  readonly seen: BothSides;
  readonly linked: BothSides;
}

interface BothSides {
  readonly en: Float64Array;
  readonly fa: Float64Array;
}

export interface Side {
  readonly names: readonly string[];
  readonly blocks: readonly Int32Array[];
  /** Inverse of each word's share of the document. */
  readonly rarity: Float64Array;
  /** Includes shrinkage. */
  readonly seen: Float64Array;
  /** 0 for words of which nothing is known. */
  readonly weight: Float64Array;
  /** Chance that the word has no counterpart in a block that says the same. */
  readonly lost: Float64Array;
}

export interface WordModel {
  readonly en: Side;
  readonly fa: Side;
  readonly toFa: Rows;
  readonly toEn: Rows;
}

/** Looks the words of two documents up in a lexicon, once for all passes. */
export function lookUpWords(
  enBlocks: readonly BlockReading[],
  faBlocks: readonly BlockReading[],
  lexicon: Lexicon,
): WordFacts {
  const [en, fa] = [numberWords(enBlocks), numberWords(faBlocks)];
  const seen = { en: countSeen(lexicon, 'en', en.names), fa: countSeen(lexicon, 'fa', fa.names) };
  const linked = {
    en: countLinked(lexicon, (counts) => counts.pairs, en.names),
    fa: countLinked(lexicon, turnPairs, fa.names),
  };
  const toFa = gatherRows(en.names.length, fa.names.length, Number.NEGATIVE_INFINITY, (word, add) => {
    for (const { counts, weight } of lexicon) {
      for (const [translation, count] of counts.pairs.get(en.names[word]!) ?? []) {
        const id = fa.ids.get(translation);
        if (id !== undefined) add(id, weight * count);
      }
    }
  });
  return { en, fa, hints: findHints(enBlocks, en, fa), toFa, seen, linked };
}

function countSeen(lexicon: Lexicon, lang: 'en' | 'fa', names: readonly string[]): Float64Array {
  return Float64Array.from(names, (name) =>
    lexicon.reduce((sum, { counts, weight }) => sum + weight * (counts[lang].get(name) ?? 0), 0),
  );
}

export function buildWordModel(facts: WordFacts, ownWords?: OwnWords): WordModel {
  const { en, fa, hints } = facts;
  const toFa = gatherRows(en.names.length, fa.names.length, FAINTEST, (word, add) => {
    addRow(facts.toFa, word, add);
    if (ownWords !== undefined) addRow(ownWords.toFa, word, add);
    for (const { fa: id, count } of hints.pairs.get(word) ?? []) add(id, count);
  });
  const toEn = transposeRows(toFa, fa.names.length);
  return { en: buildSide(facts, 'en', toFa, ownWords), fa: buildSide(facts, 'fa', toEn, ownWords), toFa, toEn };
}

/** How common words are stays that of the whole documents. */
export function selectBlocks(model: WordModel, en: readonly number[], fa: readonly number[]): WordModel {
  return {
    ...model,
    en: { ...model.en, blocks: en.map((index) => model.en.blocks[index]!) },
    fa: { ...model.fa, blocks: fa.map((index) => model.fa.blocks[index]!) },
  };
}

export function silenceWords(model: WordModel, enCount: number, faCount: number): WordModel {
  const empty = (count: number) => Array.from({ length: count }, () => new Int32Array(0));
  return {
    ...model,
    en: { ...model.en, blocks: empty(enCount) },
    fa: { ...model.fa, blocks: empty(faCount) },
  };
}

function addRow(rows: Rows, word: number, add: (column: number, count: number) => void): void {
  for (let k = rows.start[word]!; k < rows.start[word + 1]!; k++) add(rows.ids[k]!, rows.counts[k]!);
}

function buildSide(facts: WordFacts, lang: 'en' | 'fa', rows: Rows, ownWords: OwnWords | undefined): Side {
  const { names, blocks, spread, total } = facts[lang];
  const [rarity, seen, weight, lost] = [0, 0, 0, 0].map(() => new Float64Array(names.length)) as [
    Float64Array,
    Float64Array,
    Float64Array,
    Float64Array,
  ];
  for (let id = 0; id < names.length; id++) {
    const read = facts.seen[lang][id]! + (ownWords?.[lang].seen[id] ?? 0);
    const known = Math.max(0, read + facts.hints[lang][id]!);
    // Half a block more: a word seen once is no certain evidence.
    rarity[id] = (total + 50) / (spread[id]! + 0.5);
    seen[id] = known + SHRINKAGE;
    weight[id] = known / (known + SHRINKAGE);
    const usual = shareLost(facts.linked[lang][id]! + (ownWords?.[lang].linked[id] ?? 0), read);
    lost[id] = chanceLost(names[id]!, rows.start[id + 1]! > rows.start[id]!, usual);
  }
  return { names, blocks, rarity, seen, weight, lost };
}

/** Numbers survive translation in 95–99.7 % of pairs, links nearly always, words about every other time. */
function chanceLost(name: string, hasCounterpart: boolean, usual: number): number {
  const prefix = name[0]!;
  if (isWord(name)) return hasCounterpart ? usual : Math.max(0.5, usual);
  if (!hasCounterpart) return 0.5;
  if (prefix === '#') return name.length > 2 ? 0.1 : 0.3;
  return prefix === '~' ? 0.15 : 0.3;
}

/** Not even the plainest word is always translated by the same one. */
const MOST_KEPT = 0.8;
/** Counts that both directions must agree on are too small by about this much. */
const AGREEMENT_LOSS = 1.4;
/** Of words that have a counterpart, believed as if it had been seen on two words. */
const USUAL_SHARE = 0.6;

/** Some words are nearly always translated by a word, some seldom: in steps of .05. */
function shareLost(linked: number, seen: number): number {
  const share = (Math.max(0, linked) + 2 * USUAL_SHARE) / (Math.max(0, seen) + 2);
  return Math.round(20 * (1 - Math.min(MOST_KEPT, AGREEMENT_LOSS * share))) / 20;
}

type Pairs = WordCounts['pairs'];

/** Absolute discounting (Ney, Essen & Kneser 1994): some word fits best each time, though it never will again. */
const DISCOUNT = 0.25;

function countLinked(
  lexicon: Lexicon,
  readPairs: (counts: WordCounts) => Pairs,
  names: readonly string[],
): Float64Array {
  const tables = lexicon.map(({ counts, weight }) => ({ pairs: readPairs(counts), weight }));
  return Float64Array.from(names, (name) => {
    const sums = new Map<string, number>();
    for (const { pairs, weight } of tables) {
      for (const [other, count] of pairs.get(name) ?? []) sums.set(other, (sums.get(other) ?? 0) + weight * count);
    }
    return [...sums.values()].reduce((sum, count) => sum + Math.max(0, count - DISCOUNT), 0);
  });
}

const turned = new WeakMap<WordCounts, Pairs>();

/** Kept, because a site's counts serve all its works. */
function turnPairs(counts: WordCounts): Pairs {
  const known = turned.get(counts);
  if (known !== undefined) return known;
  const pairs = new Map<string, Map<string, number>>();
  for (const [name, row] of counts.pairs) {
    for (const [translation, count] of row) {
      const back = pairs.get(translation) ?? new Map<string, number>();
      if (back.size === 0) pairs.set(translation, back);
      back.set(name, count);
    }
  }
  turned.set(counts, pairs);
  return pairs;
}

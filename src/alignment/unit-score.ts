import type { BlockType } from '../works/block.ts';
import { type Band, findCell } from './band.ts';
import type { BlockReading, Marks } from './block-reading.ts';
import type { LengthModel } from './length-model.ts';
import { isFarOff, scoreLength } from './length-model.ts';
import { WORD_WEIGHT, type WordScores } from './word-evidence.ts';

/** What is known of both documents before any unit of theirs is scored. */
export interface ScoreModel {
  readonly en: readonly BlockReading[];
  readonly fa: readonly BlockReading[];
  readonly band: Band;
  readonly words: WordScores;
  readonly lengths: LengthModel;
  readonly enSums: Sums;
  readonly faSums: Sums;
  readonly kinds: Kinds;
  readonly marks: Float64Array;
}

/** Running totals over a document's blocks, and shares of what its blocks look like. */
export interface Sums {
  readonly count: number;
  readonly length: Float64Array;
  readonly sentences: Int32Array;
  readonly types: ReadonlyMap<BlockType, number>;
  readonly depths: ReadonlyMap<string, number>;
  readonly marks: Readonly<Record<keyof Marks, number>>;
  readonly sentenceShares: readonly number[];
  /** Marks of each block, a bit each. */
  readonly flags: Int32Array;
}

const MARK_KEPT: Readonly<Record<keyof Marks, number>> = {
  question: 0.93,
  exclamation: 0.6,
  colon: 0.8,
  quotation: 0.75,
  bracket: 0.85,
};
const MARK_NAMES = Object.keys(MARK_KEPT) as (keyof Marks)[];
const MARK_WEIGHT = 0.7;
/** Code is copied, at most its comments are translated. */
const CODE_LENGTHS: LengthModel = { ratio: 0, spread: 0.6, background: 1 };
const COLON = 1 << MARK_NAMES.indexOf('colon');

export function sumBlocks(blocks: readonly BlockReading[]): Sums {
  const length = new Float64Array(blocks.length + 1);
  const sentences = new Int32Array(blocks.length + 1);
  const types = new Map<BlockType, number>();
  const depths = new Map<string, number>();
  const marks = { question: 0, exclamation: 0, colon: 0, quotation: 0, bracket: 0 };
  const sentenceCounts = new Map<number, number>();
  for (const [index, block] of blocks.entries()) {
    length[index + 1] = length[index]! + block.length;
    sentences[index + 1] = sentences[index]! + block.sentences;
    types.set(block.type, (types.get(block.type) ?? 0) + 1);
    depths.set(`${block.type}${block.depth}`, (depths.get(`${block.type}${block.depth}`) ?? 0) + 1);
    sentenceCounts.set(block.sentences, (sentenceCounts.get(block.sentences) ?? 0) + 1);
    for (const mark of MARK_NAMES) if (block.marks[mark]) marks[mark]++;
  }
  for (const mark of MARK_NAMES) marks[mark] = (marks[mark] + 0.3) / (blocks.length + 1);
  const most = Math.max(1, ...sentenceCounts.keys());
  const sentenceShares = Array.from(
    { length: most + 1 },
    (_, k) => ((sentenceCounts.get(k) ?? 0) + 2 * 0.5 ** Math.max(1, k)) / (blocks.length + 2),
  );
  const flags = Int32Array.from(blocks, (block) =>
    MARK_NAMES.reduce((bits, mark, bit) => bits | (block.marks[mark] ? 1 << bit : 0), 0),
  );
  return { count: blocks.length, length, sentences, types, depths, marks, sentenceShares, flags };
}

/**
 * Log-likelihood ratio: how much likelier the blocks are if they say the same than if they have nothing to do
 * with each other. `a` English blocks before `i`, `b` Persian ones before `j`; both at least 1.
 * With `gap`, the middle one of three blocks is no part of the unit. −Infinity where the unit leaves the band.
 */
export function scoreUnit(model: ScoreModel, i: number, a: number, j: number, b: number, gap = false): number {
  const enGap = gap && a === 3 ? i - 2 : -1;
  const faGap = gap && b === 3 ? j - 2 : -1;
  // A tag between two paragraphs belongs to what they became.
  if (model.en[enGap]?.type === 'jsx' || model.fa[faGap]?.type === 'jsx') return Number.NEGATIVE_INFINITY;
  const enLength = model.enSums.length[i]! - model.enSums.length[i - a]! - (model.en[enGap]?.length ?? 0);
  const faLength = model.faSums.length[j]! - model.faSums.length[j - b]! - (model.fa[faGap]?.length ?? 0);
  const isCode = model.en[i - 1]!.type === 'code' && model.fa[j - 1]!.type === 'code';
  const length = scoreLength(isCode ? CODE_LENGTHS : model.lengths, enLength, faLength);
  // Nobody joins blocks into one of another length: most long units need no closer look.
  if (a + b > 2 && isFarOff(model.lengths, enLength, faLength)) return Number.NEGATIVE_INFINITY;
  let words = 0;
  for (let fa = j - b; fa < j; fa++) {
    const cell = findCell(model.band, i - 1, fa);
    if (cell < 0) return Number.NEGATIVE_INFINITY;
    if (fa !== faGap) words += model.words.fa[a - 1]![cell]!;
  }
  for (let en = i - a; en < i; en++) {
    const cell = findCell(model.band, en, j - 1);
    if (cell < 0) return Number.NEGATIVE_INFINITY;
    if (en !== enGap) words += model.words.en[b - 1]![cell]!;
  }
  return (
    (WORD_WEIGHT * words) / 2 +
    length +
    scoreTypes(model, i, a, j, b, enGap, faGap) +
    (gap ? 0 : MARK_WEIGHT * (scoreMarks(model, i, a, j, b) + scoreSentences(model, i, a, j, b)))
  );
}

function scoreTypes(
  model: ScoreModel,
  i: number,
  a: number,
  j: number,
  b: number,
  enGap: number,
  faGap: number,
): number {
  const { kinds } = model;
  if (a === 1 && b === 1) return kinds.pairs[kinds.en[i - 1]! * kinds.count + kinds.fa[j - 1]!]!;
  let score = 0;
  if (a >= b) {
    for (let k = i - a; k < i; k++) {
      if (k !== enGap) score += kinds.enParts[kinds.en[k]! * kinds.count + kinds.fa[j - 1]!]!;
    }
  } else {
    for (let k = j - b; k < j; k++) {
      if (k !== faGap) score += kinds.faParts[kinds.en[i - 1]! * kinds.count + kinds.fa[k]!]!;
    }
  }
  return Math.max(-6, Math.min(2, score));
}

/** Kinds of block (type and depth), numbered, and what it says that blocks of two kinds meet. */
interface Kinds {
  readonly count: number;
  readonly en: Int32Array;
  readonly fa: Int32Array;
  /** Log-likelihood ratio of a pair, of an English block as part of a unit, and of a Persian one. */
  readonly pairs: Float64Array;
  readonly enParts: Float64Array;
  readonly faParts: Float64Array;
}

export function compareKinds(
  en: readonly BlockReading[],
  fa: readonly BlockReading[],
  enSums: Sums,
  faSums: Sums,
): Kinds {
  const numbers = new Map<string, number>();
  const kinds: BlockReading[] = [];
  const number = (block: BlockReading): number => {
    const name = `${block.type}${block.depth}`;
    const known = numbers.get(name);
    if (known !== undefined) return known;
    numbers.set(name, kinds.length);
    return kinds.push(block) - 1;
  };
  const enKinds = Int32Array.from(en, number);
  const faKinds = Int32Array.from(fa, number);
  const count = kinds.length;
  const [pairs, enParts, faParts] = [0, 0, 0].map(() => new Float64Array(count * count)) as [
    Float64Array,
    Float64Array,
    Float64Array,
  ];
  for (const [x, one] of kinds.entries()) {
    for (const [y, other] of kinds.entries()) {
      const enShare = shareOf(enSums, one.type);
      const faShare = shareOf(faSums, other.type);
      const types = Math.log(shareTypes(one.type, other.type) / Math.sqrt(enShare * faShare));
      pairs[x * count + y] = Math.max(-5, Math.min(3, types)) + scoreDepth(faSums, one, other);
      enParts[x * count + y] = Math.log(shareMerged(one.type, other.type) / enShare);
      faParts[x * count + y] = Math.log(shareMerged(other.type, one.type) / faShare);
    }
  }
  return { count, en: enKinds, fa: faKinds, pairs, enParts, faParts };
}

function shareOf(sums: Sums, type: BlockType): number {
  return ((sums.types.get(type) ?? 0) + 0.5) / (sums.count + 1);
}

/** Share of a type's translations that have another: measured on documents whose authors marked up freely. */
function shareTypes(en: BlockType, fa: BlockType): number {
  if (en === fa) return 0.95;
  const pair = [en, fa].sort().join(' ');
  if (pair === 'li p' || pair === 'p quote') return 0.03;
  if (pair === 'h p' || pair === 'img p' || pair === 'jsx quote' || pair === 'caption p' || pair === 'fn p')
    return 0.015;
  return 0.004;
}

function shareMerged(part: BlockType, whole: BlockType): number {
  if (part === whole) return part === 'h' ? 0.1 : 0.8;
  if (part === 'h' || whole === 'h') return 0.01;
  if (part === 'jsx' || part === 'code' || part === 'img') return 0.02;
  return 0.15;
}

function scoreDepth(faSums: Sums, en: BlockReading, fa: BlockReading): number {
  if (en.type !== fa.type || (en.type !== 'h' && en.type !== 'li')) return 0;
  if (en.depth === 0 || fa.depth === 0) return 0;
  const total = (faSums.types.get(fa.type) ?? 0) + 1;
  const share = ((faSums.depths.get(`${en.type}${en.depth}`) ?? 0) + 0.5) / total;
  return en.depth === fa.depth ? Math.log(0.93 / share) : Math.log(0.07 / Math.max(0.07, 1 - share));
}

/** Log-likelihood ratios of marks, for each combination of English and Persian ones (five bits each). */
export function compareMarks(faSums: Sums): Float64Array {
  const table = new Float64Array(1 << (2 * MARK_NAMES.length));
  for (let en = 0; en < 1 << MARK_NAMES.length; en++) {
    for (let fa = 0; fa < 1 << MARK_NAMES.length; fa++) {
      let score = 0;
      for (const [bit, mark] of MARK_NAMES.entries()) {
        const kept = MARK_KEPT[mark];
        const share = faSums.marks[mark];
        const added = Math.min(share, (1 - kept) * 0.3 + 0.01);
        const chance = (en >> bit) & 1 ? Math.max(kept, share) : added;
        score += (fa >> bit) & 1 ? Math.log(chance / share) : Math.log((1 - chance) / (1 - share));
      }
      table[(en << MARK_NAMES.length) | fa] = Math.max(-4, Math.min(4, score));
    }
  }
  return table;
}

function scoreMarks(model: ScoreModel, i: number, a: number, j: number, b: number): number {
  // What ends a block says nothing of a unit unless it ends the unit.
  let en = model.enSums.flags[i - 1]!;
  let fa = model.faSums.flags[j - 1]!;
  for (let k = i - a; k < i - 1; k++) en |= model.enSums.flags[k]! & ~COLON;
  for (let k = j - b; k < j - 1; k++) fa |= model.faSums.flags[k]! & ~COLON;
  return model.marks[(en << MARK_NAMES.length) | fa]!;
}

function scoreSentences(model: ScoreModel, i: number, a: number, j: number, b: number): number {
  const en = model.enSums.sentences[i]! - model.enSums.sentences[i - a]!;
  const fa = model.faSums.sentences[j]! - model.faSums.sentences[j - b]!;
  const shares = a >= b ? model.faSums.sentenceShares : model.enSums.sentenceShares;
  const target = a >= b ? fa : en;
  const off = Math.abs(en - fa);
  const chance = off === 0 ? 0.75 : off === 1 ? 0.09 : off === 2 ? 0.025 : 0.006;
  return Math.max(-3, Math.min(1.5, Math.log(chance / Math.max(0.02, shares[target] ?? 0))));
}

import type { BlockType } from '../works/block.ts';
import { type Band, findCell } from './band.ts';
import type { BlockReading, Marks } from './block-reading.ts';
import type { LengthModel } from './length-model.ts';
import { scoreLength } from './length-model.ts';
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
}

/** Running totals over a document's blocks, and shares of what its blocks look like. */
interface Sums {
  readonly length: Float64Array;
  readonly sentences: Int32Array;
  readonly types: ReadonlyMap<BlockType, number>;
  readonly depths: ReadonlyMap<string, number>;
  readonly marks: Readonly<Record<keyof Marks, number>>;
  readonly sentenceShares: readonly number[];
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
  return { length, sentences, types, depths, marks, sentenceShares };
}

/**
 * Log-likelihood ratio: how much likelier the blocks are if they say the same than if they have nothing to do
 * with each other. `a` English blocks before `i`, `b` Persian ones before `j`; both at least 1.
 * −Infinity where the unit leaves the band.
 */
export function scoreUnit(model: ScoreModel, i: number, a: number, j: number, b: number): number {
  let words = 0;
  for (let fa = j - b; fa < j; fa++) {
    const cell = findCell(model.band, i - 1, fa);
    if (cell < 0) return Number.NEGATIVE_INFINITY;
    words += model.words.fa[a - 1]![cell]!;
  }
  for (let en = i - a; en < i; en++) {
    const cell = findCell(model.band, en, j - 1);
    if (cell < 0) return Number.NEGATIVE_INFINITY;
    words += model.words.en[b - 1]![cell]!;
  }
  const enLength = model.enSums.length[i]! - model.enSums.length[i - a]!;
  const faLength = model.faSums.length[j]! - model.faSums.length[j - b]!;
  return (
    (WORD_WEIGHT * words) / 2 +
    scoreLength(model.lengths, enLength, faLength) +
    scoreTypes(model, i, a, j, b) +
    MARK_WEIGHT * (scoreMarks(model, i, a, j, b) + scoreSentences(model, i, a, j, b))
  );
}

function scoreTypes(model: ScoreModel, i: number, a: number, j: number, b: number): number {
  const en = model.en[i - 1]!;
  const fa = model.fa[j - 1]!;
  if (a === 1 && b === 1) {
    const joint = shareTypes(en.type, fa.type);
    const score = Math.log(
      joint / Math.sqrt(shareOf(model.enSums, model.en, en.type) * shareOf(model.faSums, model.fa, fa.type)),
    );
    return Math.max(-5, Math.min(3, score)) + scoreDepth(model, en, fa);
  }
  let score = 0;
  const [blocks, first, count, sums, other] =
    a >= b ? [model.en, i - a, a, model.enSums, fa] : [model.fa, j - b, b, model.faSums, en];
  for (let k = 0; k < count; k++) {
    const block = blocks[first + k]!;
    score += Math.log(shareMerged(block.type, other.type) / shareOf(sums, blocks, block.type));
  }
  return Math.max(-6, Math.min(2, score));
}

function shareOf(sums: Sums, blocks: readonly BlockReading[], type: BlockType): number {
  return ((sums.types.get(type) ?? 0) + 0.5) / (blocks.length + 1);
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

function scoreDepth(model: ScoreModel, en: BlockReading, fa: BlockReading): number {
  if (en.type !== fa.type || (en.type !== 'h' && en.type !== 'li')) return 0;
  if (en.depth === 0 || fa.depth === 0) return 0;
  const total = model.faSums.types.get(fa.type)! + 1;
  const share = ((model.faSums.depths.get(`${en.type}${en.depth}`) ?? 0) + 0.5) / total;
  return en.depth === fa.depth ? Math.log(0.93 / share) : Math.log(0.07 / Math.max(0.07, 1 - share));
}

function scoreMarks(model: ScoreModel, i: number, a: number, j: number, b: number): number {
  let score = 0;
  for (const mark of MARK_NAMES) {
    let [en, fa] = [false, false];
    if (mark === 'colon') {
      [en, fa] = [model.en[i - 1]!.marks.colon, model.fa[j - 1]!.marks.colon];
    } else {
      for (let k = i - a; k < i; k++) en ||= model.en[k]!.marks[mark];
      for (let k = j - b; k < j; k++) fa ||= model.fa[k]!.marks[mark];
    }
    const kept = MARK_KEPT[mark];
    const share = model.faSums.marks[mark];
    const added = Math.min(share, (1 - kept) * 0.3 + 0.01);
    const chance = en ? Math.max(kept, share) : added;
    score += fa ? Math.log(chance / share) : Math.log((1 - chance) / (1 - share));
  }
  return Math.max(-4, Math.min(4, score));
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

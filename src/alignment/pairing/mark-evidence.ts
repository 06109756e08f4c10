import type { Marks } from './block-reading.ts';
import { MARK_NAMES, type Shares } from './document-shares.ts';

const MARK_KEPT: Readonly<Record<keyof Marks, number>> = {
  question: 0.93,
  exclamation: 0.6,
  colon: 0.8,
  quotation: 0.75,
  bracket: 0.85,
};
const COLON = 1 << MARK_NAMES.indexOf('colon');

export function flagMarks(marks: Marks): number {
  return MARK_NAMES.reduce((bits, mark, bit) => bits | (marks[mark] ? 1 << bit : 0), 0);
}

/** What ends a block says nothing unless it ends the unit. */
export function joinMarks(before: number, marks: number, isLast: boolean): number {
  return marks | (isLast ? before : before & ~COLON);
}

/** English marks as the higher bits, Persian ones as the lower. */
export function compareMarks(faShares: Shares): Float64Array {
  const table = new Float64Array(1 << (2 * MARK_NAMES.length));
  for (let en = 0; en < 1 << MARK_NAMES.length; en++) {
    for (let fa = 0; fa < 1 << MARK_NAMES.length; fa++) {
      let score = 0;
      for (const [bit, mark] of MARK_NAMES.entries()) {
        const kept = MARK_KEPT[mark];
        const share = faShares.marks[mark];
        const added = Math.min(share, (1 - kept) * 0.3 + 0.01);
        const chance = (en >> bit) & 1 ? Math.max(kept, share) : added;
        score += (fa >> bit) & 1 ? Math.log(chance / share) : Math.log((1 - chance) / (1 - share));
      }
      table[indexMarks(en, fa)] = Math.max(-4, Math.min(4, score));
    }
  }
  return table;
}

export function indexMarks(en: number, fa: number): number {
  return (en << MARK_NAMES.length) | fa;
}

export function compareSentences(target: Shares): (expected: number, found: number) => number {
  const chances = [0.75, 0.09, 0.025, 0.006];
  const usual = chances.map((chance) => limit(chance / 0.02));
  const tables = target.sentences.map((share) => chances.map((chance) => limit(chance / Math.max(0.02, share))));
  return (expected, found) => (tables[found] ?? usual)[Math.min(3, Math.abs(expected - found))]!;
}

function limit(ratio: number): number {
  return Math.max(-3, Math.min(1.5, Math.log(ratio)));
}

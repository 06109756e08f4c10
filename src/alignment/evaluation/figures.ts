import { f1, type JudgedUnit, type Score } from './score.ts';

const LEAST_SURE = 0.9;

export function formatShare(part: number, whole: number): string {
  return whole === 0 ? '–' : ((100 * part) / whole).toFixed(2);
}

export function shareLinks({ linksRight, linksFound, linksGold }: Score): number {
  return 100 * f1(linksRight, linksFound, linksGold);
}

export interface ConfidenceFigures {
  /** The share of units that the aligner is sure of; the share of these that are right. */
  readonly sure: string;
  readonly right: string;
  /** Of the wrong units, those that it is not sure of; the same of those whose links are all in gold. */
  readonly flagged: string;
  readonly finer: string;
}

export function describeConfidence(judged: readonly JudgedUnit[]): ConfidenceFigures {
  const sure = judged.filter(isSure);
  const wrong = judged.filter((unit) => !unit.right);
  return {
    sure: formatShare(sure.length, judged.length),
    right: formatShare(sure.filter((unit) => unit.right).length, sure.length),
    flagged: countFlagged(wrong),
    finer: countFlagged(wrong.filter((unit) => unit.finer)),
  };
}

function countFlagged(wrong: readonly JudgedUnit[]): string {
  return `${wrong.filter((unit) => !isSure(unit)).length}/${wrong.length}`;
}

function isSure({ confidence }: JudgedUnit): boolean {
  return confidence >= LEAST_SURE;
}

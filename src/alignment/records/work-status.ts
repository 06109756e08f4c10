import { reasonToReview } from '../review/review-reasons.ts';
import type { Unit } from '../unit.ts';

/** How far the translation of a work has come. */
export interface WorkStatus {
  readonly work: string;
  readonly units: number;
  /** Pairs that an editor confirmed and that are not stale, and what is one-sided on purpose. */
  readonly reviewed: number;
  /** Pairs that the machine is not sure of. */
  readonly toReview: number;
  readonly stale: number;
  /** Units without a second side that nobody has said to be so on purpose. */
  readonly untranslated: number;
  /** Since when the oldest stale unit has been stale (`2026-05-03`); absent when none is or nobody knows. */
  readonly oldest?: string;
}

export function countStatus(work: string, units: readonly Unit[], hasBothEditions: boolean): WorkStatus {
  const reasons = units.map((unit) => reasonToReview(unit, hasBothEditions));
  const days = units.filter((_, i) => reasons[i] === 'stale').flatMap((unit) => unit.stale?.since ?? []);
  const [oldest] = days.sort();
  return {
    work,
    units: units.length,
    reviewed: units.filter((unit, i) => unit.by === 'human' && !reasons[i]).length,
    toReview: reasons.filter((reason) => reason === 'unsure').length,
    stale: units.filter((unit) => unit.state === 'stale').length,
    untranslated: units.filter((unit) => unit.state === 'untranslated').length,
    ...(oldest !== undefined && { oldest }),
  };
}

import { reasonToReview } from '../review/review-reasons.ts';
import type { Unit } from '../unit.ts';

export interface WorkStatus {
  readonly work: string;
  readonly units: number;
  /** Not stale; includes what is one-sided on purpose. */
  readonly reviewed: number;
  readonly toReview: number;
  readonly stale: number;
  /** Not said to be one-sided on purpose. */
  readonly untranslated: number;
  /** Since when the oldest stale unit has been stale (`2026-05-03`); absent when nobody knows. */
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

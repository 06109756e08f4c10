import { reasonToReview } from '../review/review-reasons.ts';
import type { Reconciled } from './reconcile.ts';
import type { AlignmentRecord } from './record.ts';

/** Ids of units. */
export interface RecordChanges {
  readonly added: readonly string[];
  readonly retired: readonly string[];
  readonly returned: readonly string[];
  /** One side has moved on since the last run. */
  readonly wentStale: readonly string[];
  readonly settled: readonly string[];
  /** Text or pairing changed otherwise. */
  readonly updated: readonly string[];
}

export function listChanges(before: AlignmentRecord | null, after: Reconciled): RecordChanges {
  const old = new Map(before?.units.map((unit) => [unit.id, unit]));
  const gone = new Set(before?.gone.map((unit) => unit.id));
  const now = new Map(after.record.units.map((unit) => [unit.id, unit]));
  const changes = { added: [], retired: [], returned: [], wentStale: [], settled: [], updated: [] } as {
    [key in keyof RecordChanges]: string[];
  };
  for (const [id, unit] of now) {
    const known = old.get(id);
    if (!known) changes[gone.has(id) || (before && id in before.aliases) ? 'returned' : 'added'].push(id);
    else if (!known.now && unit.now) changes.wentStale.push(id);
    else if (known.now && !unit.now) changes.settled.push(id);
    else if (JSON.stringify(known) !== JSON.stringify(unit)) changes.updated.push(id);
  }
  for (const id of old.keys()) if (!now.has(id)) changes.retired.push(id);
  return changes;
}

/** "3 new, 1 retired". Empty when only the order changed. */
export function describeChanges(changes: RecordChanges): string {
  const parts: [readonly string[], string][] = [
    [changes.added, 'new'],
    [changes.returned, 'back again'],
    [changes.wentStale, 'fell behind'],
    [changes.settled, 'caught up'],
    [changes.updated, 'updated'],
    [changes.retired, 'retired'],
  ];
  return parts.flatMap(([ids, word]) => (ids.length > 0 ? `${ids.length} ${word}` : [])).join(', ') || 'order changed';
}

/** Units of this run that an editor should look at: what is new or newly stale, and not clear. */
export function listFresh(changes: RecordChanges, after: Reconciled, hasBothEditions: boolean): Reconciled['units'] {
  const touched = new Set([...changes.added, ...changes.returned, ...changes.wentStale, ...changes.updated]);
  return after.units.filter((unit) => touched.has(unit.id) && reasonToReview(unit, hasBothEditions) !== undefined);
}

import { reasonToReview } from '../review/review-reasons.ts';
import type { Reconciled } from './reconcile.ts';
import type { AlignmentRecord } from './record.ts';

/** What a run did to a work's record, as ids of units. */
export interface RecordChanges {
  /** Units that the record did not know. */
  readonly added: readonly string[];
  /** Ids that another unit answers to from now on. */
  readonly retired: readonly string[];
  /** Ids that came back with their texts. */
  readonly returned: readonly string[];
  /** Units that one side of has moved on since the last run. */
  readonly wentStale: readonly string[];
  /** Units that were stale and are no longer. */
  readonly settled: readonly string[];
  /** Units whose text or pairing changed otherwise. */
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

/** One line on what a run did: "3 new, 1 retired". Empty when it only put units in another order. */
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

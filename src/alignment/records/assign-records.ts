import { readSide } from './find-slots.ts';
import type { AlignmentRecord } from './record.ts';

/** How much of a record's texts a work must hold to be its own under another name. */
const LEAST_SHARE = 0.5;

/** A copy of a work must not take its record; a record with no work of its name belongs to another if to any. */
const WEIGHTS = { ownName: 3, noWork: 2 };

/**
 * A record goes to the work that holds most of its texts; where none does, it stays with its name.
 * @param records by the name under which they are
 * @param works texts of both editions, by the name of the work
 * @returns the record's name, by the name of the work
 */
export function assignRecords(
  records: ReadonlyMap<string, AlignmentRecord>,
  works: ReadonlyMap<string, readonly string[]>,
): Map<string, string> {
  const holders = new Map<string, Set<string>>();
  for (const [work, texts] of works) {
    for (const text of texts) {
      const set = holders.get(text);
      if (set) set.add(work);
      else holders.set(text, new Set([work]));
    }
  }
  const matches: { record: string; work: string; weight: number }[] = [];
  for (const [record, { units }] of records) {
    const texts = units.flatMap((unit) => [...readSide(unit, 'en'), ...readSide(unit, 'fa')]);
    const found = new Map<string, number>();
    for (const text of texts) for (const work of holders.get(text) ?? []) found.set(work, (found.get(work) ?? 0) + 1);
    for (const [work, count] of found) {
      const isNear = count >= LEAST_SHARE * Math.min(texts.length, works.get(work)!.length);
      if (record === work) matches.push({ record, work, weight: WEIGHTS.ownName * count });
      else if (isNear) matches.push({ record, work, weight: count * (works.has(record) ? 1 : WEIGHTS.noWork) });
    }
  }
  matches.sort((a, b) => b.weight - a.weight || compare(a.record, b.record) || compare(a.work, b.work));
  const assigned = new Map<string, string>();
  const taken = new Set<string>();
  const sameName = [...records.keys()].filter((name) => works.has(name)).map((name) => ({ record: name, work: name }));
  for (const { record, work } of [...matches, ...sameName]) {
    if (assigned.has(work) || taken.has(record)) continue;
    assigned.set(work, record);
    taken.add(record);
  }
  return assigned;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

import type { AlignmentRecord } from './record.ts';

/** How much of a record's texts a work must hold for the record to be its own under a new name. */
const LEAST_SHARE = 0.5;

/**
 * Give records whose work is gone to works that have none and hold their texts: the work was renamed. The best match is
 * served first; a record goes to one work only.
 *
 * @param orphans records by the name under which they lie
 * @param works texts of both editions, by the name of the work
 * @returns the orphan's name, by the name of the work that adopts it
 */
export function adoptRecords(
  orphans: ReadonlyMap<string, AlignmentRecord>,
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
  const matches: { orphan: string; work: string; share: number }[] = [];
  for (const [orphan, record] of orphans) {
    const texts = record.units.flatMap((unit) => [...(unit.now?.en ?? unit.en), ...(unit.now?.fa ?? unit.fa)]);
    const found = new Map<string, number>();
    for (const text of texts) for (const work of holders.get(text) ?? []) found.set(work, (found.get(work) ?? 0) + 1);
    for (const [work, count] of found) {
      const share = count / Math.min(texts.length, works.get(work)!.length);
      if (share >= LEAST_SHARE) matches.push({ orphan, work, share });
    }
  }
  matches.sort((a, b) => b.share - a.share || compare(a.orphan, b.orphan) || compare(a.work, b.work));
  const adopted = new Map<string, string>();
  const taken = new Set<string>();
  for (const { orphan, work } of matches) {
    if (adopted.has(work) || taken.has(orphan)) continue;
    adopted.set(work, orphan);
    taken.add(orphan);
  }
  return adopted;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

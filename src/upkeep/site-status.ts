import { countStatus, type WorkStatus } from '../alignment/records/work-status.ts';
import { alignEntries } from './align-site.ts';
import type { OpenSite } from './open-site.ts';

/** With the days since the oldest stale unit fell behind, where that is known. */
export interface DatedStatus extends WorkStatus {
  readonly age?: number;
}

export function readStatus(site: OpenSite, today: Date): DatedStatus[] {
  return alignEntries(site).map(({ entry, reconciled }) => {
    const status = countStatus(entry.name, reconciled.units, entry.en !== null && entry.fa !== null);
    return status.oldest ? { ...status, age: countDays(status.oldest, today) } : status;
  });
}

function countDays(day: string, today: Date): number {
  return Math.max(0, Math.floor((today.getTime() - Date.parse(day)) / 86_400_000));
}

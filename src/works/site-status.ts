import { findStaleSince } from '../alignment/stale-since.ts';
import { countStatus, type WorkStatus } from '../alignment/work-status.ts';
import { alignEntries } from './align-site.ts';
import type { Lang } from './block.ts';
import { type LineDates, readLineDates } from './git-dates.ts';
import { openSite, type SiteEntry } from './open-site.ts';

/** A work's state, with the days since its oldest stale unit fell behind, where that is known. */
export interface DatedStatus extends WorkStatus {
  readonly age?: number;
}

/** The state of every work, sorted by name. Editions of works with stale units are looked up in git. */
export async function readStatus(contentDir: string, today: Date): Promise<DatedStatus[]> {
  const site = await openSite(contentDir);
  return alignEntries(site).map(({ entry, reconciled }) => {
    const dates = new Map<Lang, LineDates>();
    const blocks = { en: entry.en ?? [], fa: entry.fa ?? [] };
    const lastChanged = (lang: Lang, first: number, last: number) => {
      const known = dates.get(lang) ?? readLineDates(entry.work.editions[lang]!.file);
      dates.set(lang, known);
      return known(first, last);
    };
    const status = countStatus(entry.name, reconciled.units, entry.en !== null && entry.fa !== null, (unit) =>
      findStaleSince(unit, blocks, { lastChanged }, readUpdated(entry)),
    );
    return status.oldest ? { ...status, age: countDays(status.oldest, today) } : status;
  });
}

function readUpdated({ work }: SiteEntry): Partial<Record<Lang, string>> {
  const day = (lang: Lang) => work.editions[lang]?.frontmatter.updated?.slice(0, 10);
  return { en: day('en'), fa: day('fa') };
}

function countDays(day: string, today: Date): number {
  return Math.max(0, Math.floor((today.getTime() - Date.parse(day)) / 86_400_000));
}

import { findStaleSince } from '../alignment/stale-since.ts';
import { countStatus, type WorkStatus } from '../alignment/work-status.ts';
import type { Lang } from '../works/block.ts';
import { type LineDates, readLineDates } from '../works/git-dates.ts';
import { openSite, type SiteEntry } from '../works/open-site.ts';
import { alignEntries } from './write-records.ts';

/** The state of every work, sorted by name. Editions of works with stale units are looked up in git. */
export async function readStatus(contentDir: string, today: Date): Promise<(WorkStatus & { age?: number })[]> {
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

/** A table of works × counts, numbers flush right, with a line of sums. */
export function formatStatus(rows: readonly (WorkStatus & { age?: number })[]): string {
  const heads = ['work', 'units', 'reviewed', 'to review', 'stale', 'untranslated', 'oldest'];
  const cells = rows.map((row) => [
    row.work,
    ...[row.units, row.reviewed, row.toReview, row.stale, row.untranslated].map(String),
    row.oldest ? `${row.age} ${row.age === 1 ? 'day' : 'days'} (${row.oldest})` : '',
  ]);
  const sum = (key: 'units' | 'reviewed' | 'toReview' | 'stale' | 'untranslated') =>
    String(rows.reduce((total, row) => total + row[key], 0));
  const sums = ['all', sum('units'), sum('reviewed'), sum('toReview'), sum('stale'), sum('untranslated'), ''];
  const table = [heads, ...cells, sums];
  const widths = heads.map((_, column) => Math.max(...table.map((row) => [...row[column]!].length)));
  const pad = (text: string, column: number) => {
    const space = ' '.repeat(widths[column]! - [...text].length);
    return column === 0 || column === heads.length - 1 ? text + space : space + text;
  };
  return table.map((row) => row.map(pad).join('  ').trimEnd()).join('\n');
}

import { findLastChange } from '../alignment/records/last-change.ts';
import type { DayOf } from '../alignment/records/staleness.ts';
import type { Lang } from '../markdown/block.ts';
import type { SiteEntry } from '../upkeep/open-site.ts';
import { type LineDates, readLineDates } from './git-dates.ts';

/** Asks git, once an edition and only if needed, then the frontmatter. */
export function datesOf({ work, compiled }: SiteEntry): DayOf {
  const dates = new Map<Lang, LineDates>();
  return (side, indices) => {
    const edition = work.editions[side];
    if (!edition) return undefined;
    const known = dates.get(side) ?? readLineDates(edition.file);
    dates.set(side, known);
    const lastChanged = (_: Lang, first: number, last: number) => known(first, last);
    const { blocks } = compiled[side]!.places();
    return findLastChange(side, indices, blocks, { lastChanged }, edition.frontmatter.updated?.slice(0, 10));
  };
}

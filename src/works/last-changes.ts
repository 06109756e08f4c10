import { findLastChange } from '../alignment/last-change.ts';
import type { DayOf } from '../alignment/staleness.ts';
import type { Lang } from './block.ts';
import { type LineDates, readLineDates } from './git-dates.ts';
import type { SiteEntry } from './open-site.ts';

/** When blocks of a work last changed: git is asked, once an edition and only if needed, then its frontmatter. */
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

import type { Fragment } from '../search/fragment.ts';

export interface PagefindResult {
  readonly id: string;
  readonly score: number;
  readonly words: readonly number[];
  data(): Promise<Fragment>;
}

export interface PagefindOptions {
  readonly filters?: Readonly<Record<string, string>>;
  readonly sort?: Readonly<Record<string, 'asc' | 'desc'>>;
}

export interface Page {
  readonly score: number;
  /** Otherwise its text has to be read. */
  readonly sure: boolean;
  readonly positions: readonly number[];
  readonly result: PagefindResult;
}
export type Pages = ReadonlyMap<string, Page>;

const REACH = 3;

export function unite(a: Pages, b: Pages): Pages {
  const pages = new Map(a);
  for (const [id, page] of b) {
    const known = pages.get(id);
    const sure = page.sure || known?.sure === true;
    pages.set(id, { ...(known && known.score > page.score ? known : page), sure });
  }
  return pages;
}

export function intersect(a: Pages, b: Pages, { sort }: PagefindOptions): Pages {
  const pages = new Map<string, Page>();
  for (const [id, page] of a) {
    const other = b.get(id);
    // In a sorted search the score is the page's place in that order, whatever was asked.
    if (other)
      pages.set(id, {
        ...page,
        score: sort ? page.score : page.score + other.score,
        sure: page.sure && other.sure,
      });
  }
  return pages;
}

/** Words of `b` shortly behind one of `a`; their positions stay, for the next word to follow. */
export function follow(a: Pages, b: Pages, { sort }: PagefindOptions): Pages {
  const pages = new Map<string, Page>();
  for (const [id, page] of a) {
    const next = b.get(id);
    if (!next) continue;
    const before = new Set(page.positions);
    const positions = next.positions.filter((at) => {
      for (let back = 0; back <= REACH; back++) if (before.has(at - back)) return true;
      return false;
    });
    if (positions.length > 0)
      pages.set(id, {
        ...next,
        score: sort ? page.score : page.score + next.score,
        positions,
        sure: false,
      });
  }
  return pages;
}

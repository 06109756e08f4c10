import { langs } from '../locales.ts';
import { listWorkListPages, type WorkListPage } from '../templates/work-list-page.ts';
import { addresses } from '../works/addresses.ts';
import type { Lang } from '../works/block.ts';
import { digest } from '../works/digest.ts';
import type { Publication } from '../works/publication.ts';
import { needsAstro } from './astro-works.ts';
import type { BuildCache } from './build-cache.ts';
import { keyLists, listFeedWorks, listListPages } from './site-pages.ts';

/** The lists of a site that have to be made; the others are put in place. */
export interface ListPlan {
  readonly keyOf: (path: string) => string;
  readonly byAstro: readonly string[];
  /** Pages that need nothing of Astro. */
  readonly pages: readonly WorkListPage[];
  /** Feeds that need nothing of it: path below `dist/` → language. */
  readonly feeds: ReadonlyMap<string, Lang>;
}

/** Puts those lists in place that the cache knows, and plans the others. */
export function planLists(
  publication: Publication,
  cache: BuildCache,
  folder: string,
  siteUrl: string | undefined,
): ListPlan {
  const { content } = publication;
  const listsKey = keyLists(content);
  const feeds = new Map(langs.map((lang) => [addresses.feed(lang), { lang, works: listFeedWorks(publication, lang) }]));
  const keyOf = (path: string): string =>
    digest('list', listsKey, path, ...(feeds.get(path)?.works ?? []).map(publication.keyOf));
  // An empty cache is not asked: for the key of a feed its works have to be made.
  const wanted = new Set(
    listListPages(content, siteUrl).filter((path) => cache.isEmpty || !cache.restore([keyOf(path)], folder)),
  );
  const pages = wanted.size ? listWorkListPages(content).filter(({ path }) => wanted.delete(path)) : [];
  const plain = [...wanted].filter((path) => feeds.has(path) && !feeds.get(path)!.works.some(needsAstro));
  return {
    keyOf,
    byAstro: [...wanted].filter((path) => !plain.includes(path)),
    pages,
    feeds: new Map(plain.map((path) => [path, feeds.get(path)!.lang])),
  };
}

import { remember } from '../base/remember.ts';
import type { Lang } from '../markdown/block.ts';
import { settings } from '../settings/current.ts';
import { site } from '../site.ts';
import type { Edition } from './edition.ts';
import type { Content } from './load.ts';

/** Newest first, then by slug. Pages such as about are in no list. */
export const listByDate = oncePerContent((content: Content, lang: Lang): readonly Edition[] =>
  content.works
    .flatMap((work) => work.editions[lang] ?? [])
    .filter(({ frontmatter }) => frontmatter.kind !== 'page')
    .sort((a, b) => {
      const [x, y] = [a.frontmatter.date, b.frontmatter.date];
      return x === y ? (a.slug < b.slug ? -1 : 1) : x < y ? 1 : -1;
    }),
);

/** Newest first. */
export function listFeed(content: Content, lang: Lang): readonly Edition[] {
  return listByDate(content, lang).slice(0, settings.feedSize);
}

/** What leads the front page: the newest edition that is pinned, else the newest. */
export function findLead(content: Content, lang: Lang): Edition | undefined {
  const editions = listByDate(content, lang);
  return editions.find(({ frontmatter }) => frontmatter.pinned) ?? editions[0];
}

/** Content is copied when its redirects and findings are known: its works are the same ones. */
export function oncePerContent<T>(list: (content: Content, lang: Lang) => T): (content: Content, lang: Lang) => T {
  const known = new WeakMap<Content['works'], Map<Lang, T>>();
  return (content, lang) => {
    const lists = remember(known, content.works, () => new Map<Lang, T>());
    const listed = lists.has(lang) ? lists.get(lang)! : list(content, lang);
    lists.set(lang, listed);
    return listed;
  };
}

/** Pages of the archive, at least one. */
export function countPages(works: number): number {
  return Math.max(1, Math.ceil(works / site.pageSize));
}

import { langs } from '../locales.ts';
import { site } from '../site.ts';
import { addresses } from '../works/addresses.ts';
import type { Lang } from '../works/block.ts';
import { digest } from '../works/digest.ts';
import { listPlainPages } from '../works/links.ts';
import { listByDate } from '../works/list.ts';
import type { Content } from '../works/load.ts';
import type { Publication } from '../works/publication.ts';
import type { Work } from '../works/work.ts';

/** Parts of a site that a build may leave out, to measure the rest. */
export type Part = 'search' | 'facing';

/** Paths below `dist/` of the pages that show one work: its articles, and the facing page where it has both. */
export function listWorkPages(work: Work, without: ReadonlySet<Part>): string[] {
  const articles = langs.flatMap((lang) => {
    const edition = work.editions[lang];
    return edition ? [addresses.article(lang, edition.slug)] : [];
  });
  return articles.length === 2 && !without.has('facing') ? [...articles, addresses.facing(work.name)] : articles;
}

/** Paths below `dist/` of all that is made from more than one work, or from none. */
export function listListPages(content: Content, siteUrl: string | undefined): string[] {
  return [...listPlainPages(content), 'robots.txt', ...(siteUrl ? ['sitemap.xml'] : [])];
}

/** The works that a language's feed shows. */
export function listFeedWorks({ content, workOf }: Publication, lang: Lang): Work[] {
  return listByDate(content, lang).slice(0, site.pageSize).map(workOf);
}

/** Key of all that lists of works show: which works there are, and what their frontmatter says. */
export function keyLists({ works, glossaryDigest }: Content): string {
  const shown = works.map(({ name, original, editions }) => [
    name,
    original,
    ...langs.map((lang) => [editions[lang]?.slug, editions[lang]?.frontmatter]),
  ]);
  return digest(glossaryDigest, JSON.stringify(shown));
}

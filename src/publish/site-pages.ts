import { langs } from '../locales.ts';
import { addresses } from '../works/addresses.ts';
import { digest } from '../works/digest.ts';
import type { Content } from '../works/load.ts';
import type { Work } from '../works/work.ts';

/** Paths below `dist/` of the pages that show one work: its articles, and the facing page where it has both. */
export function listWorkPages(work: Work): string[] {
  const articles = langs.flatMap((lang) => {
    const edition = work.editions[lang];
    return edition ? [addresses.article(lang, edition.slug)] : [];
  });
  return articles.length === 2 ? [...articles, addresses.facing(work.name)] : articles;
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

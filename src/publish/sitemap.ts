import { langs, locales } from '../locales.ts';
import { addresses, encodePath } from '../works/addresses.ts';
import type { Lang } from '../works/block.ts';
import { groupByPerson, groupByTopic, type LabelGroup } from '../works/labels.ts';
import { countPages, listByDate } from '../works/list.ts';
import type { Content } from '../works/load.ts';
import { escapeXml } from './xml.ts';

/** One page in the languages that have it. */
type Page = Readonly<Partial<Record<Lang, { readonly path: string; readonly modified?: string }>>>;

const inBoth = (address: (lang: Lang) => string): Page => ({
  en: { path: address('en') },
  fa: { path: address('fa') },
});

function listLabelPages(
  groups: Readonly<Record<Lang, readonly LabelGroup[]>>,
  address: (lang: Lang, id: string) => string,
): Page[] {
  const ids = new Set(langs.flatMap((lang) => groups[lang].map((group) => group.label.id)));
  return [...ids].map((id) => {
    const has = langs.filter((lang) => groups[lang].some((group) => group.label.id === id));
    return Object.fromEntries(has.map((lang) => [lang, { path: address(lang, id) }]));
  });
}

function listPages(content: Content): Page[] {
  const lengths = langs.map((lang) => [lang, countPages(listByDate(content, lang).length)] as const);
  const archives = Array.from({ length: Math.max(...lengths.map(([, count]) => count)) }, (_, i) =>
    Object.fromEntries(
      lengths.filter(([, count]) => i < count).map(([lang]) => [lang, { path: addresses.archive(lang, i + 1) }]),
    ),
  );
  const both = <T>(make: (lang: Lang) => T) => ({ en: make('en'), fa: make('fa') });
  const articles = content.works.flatMap((work): Page[] => {
    const page = Object.fromEntries(
      langs.flatMap((lang) => {
        const edition = work.editions[lang];
        if (!edition) return [];
        // Days alone: W3C's date format wants a zone with a time, and a day is as much as readers of this need.
        const modified = (edition.frontmatter.updated ?? edition.frontmatter.date).slice(0, 10);
        return [[lang, { path: addresses.article(lang, edition.slug), modified }]];
      }),
    );
    // The facing page is in both languages at once: it has no alternate.
    const facing = work.editions.en && work.editions.fa ? [{ en: { path: addresses.facing(work.name) } }] : [];
    return [page, ...facing];
  });
  return [
    { en: { path: addresses.root } },
    ...[addresses.front, addresses.search, addresses.topics, addresses.people].map(inBoth),
    ...archives,
    ...listLabelPages(
      both((lang) => groupByTopic(content, lang)),
      addresses.topic,
    ),
    ...listLabelPages(
      both((lang) => groupByPerson(content, lang)),
      addresses.person,
    ),
    ...articles,
  ];
}

/** The sitemap (sitemaps.org 0.9) with each page's alternates, as search engines pair the languages by it. */
export function formatSitemap(content: Content, siteUrl: string): string {
  const absolute = (path: string) => escapeXml(siteUrl + encodePath(path));
  const formatPage = (page: Page): string => {
    const sides = langs.flatMap((lang) => (page[lang] ? [{ tag: locales[lang].tag, ...page[lang] }] : []));
    const alternate = (tag: string, path: string) =>
      `<xhtml:link rel="alternate" hreflang="${tag}" href="${absolute(path)}"/>`;
    const alternates =
      sides.length > 1
        ? [...sides.map(({ tag, path }) => alternate(tag, path)), alternate('x-default', sides[0]!.path)].join('')
        : '';
    return sides
      .map(({ path, modified }) => {
        const lastmod = modified ? `<lastmod>${modified}</lastmod>` : '';
        return `<url><loc>${absolute(path)}</loc>${lastmod}${alternates}</url>`;
      })
      .join('\n');
  };
  return `<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">
${listPages(content).map(formatPage).join('\n')}
</urlset>
`;
}

import { langs, locales } from '../locales.ts';
import { addresses, encodePath } from '../works/addresses.ts';
import type { Content } from '../works/load.ts';
import { escapeXml } from './xml.ts';

/** The sitemap (sitemaps.org 0.9) with each page's alternates, as search engines pair the languages by it. */
export function formatSitemap(content: Content, siteUrl: string): string {
  const absolute = (path: string) => escapeXml(siteUrl + encodePath(path));
  const alternate = (tag: string, path: string) =>
    `<xhtml:link rel="alternate" hreflang="${tag}" href="${absolute(path)}"/>`;
  const group = (
    paths: readonly (readonly [tag: string, path: string, modified?: string])[],
    xDefault: string,
  ): string => {
    const alternates =
      paths.length > 1
        ? [...paths.map(([tag, path]) => alternate(tag, path)), alternate('x-default', xDefault)].join('')
        : '';
    return paths
      .map(
        ([, path, modified]) =>
          `<url><loc>${absolute(path)}</loc>${modified ? `<lastmod>${modified}</lastmod>` : ''}${alternates}</url>`,
      )
      .join('\n');
  };
  const fronts = group(
    langs.map((lang) => [locales[lang].tag, addresses.front(lang)] as const),
    addresses.front('en'),
  );
  const lists = [addresses.about, (l: 'en' | 'fa') => addresses.archive(l, 1), addresses.topics, addresses.people].map(
    (address) =>
      group(
        langs.map((lang) => [locales[lang].tag, address(lang)] as const),
        address('en'),
      ),
  );
  const works = content.works.flatMap((work) => {
    const editions = langs.flatMap((lang) => work.editions[lang] ?? []);
    const paths = editions.map(
      (e) =>
        [locales[e.lang].tag, addresses.article(e.lang, e.slug), e.frontmatter.updated ?? e.frontmatter.date] as const,
    );
    const first = work.editions.en ?? editions[0]!;
    const facing = editions.length === 2 ? [`<url><loc>${absolute(addresses.facing(work.name))}</loc></url>`] : [];
    return [group(paths, addresses.article(first.lang, first.slug)), ...facing];
  });
  return `<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">
${[fronts, ...lists, ...works].join('\n')}
</urlset>
`;
}

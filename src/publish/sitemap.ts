import { escapeXml } from '../base/xml.ts';
import { addresses, encodePath } from '../content/addresses.ts';
import type { Work } from '../content/work.ts';
import { langs, locales } from '../locales.ts';
import type { SitePage } from './build-site.ts';

interface Entry {
  readonly modified?: string;
  readonly alternates: readonly (readonly [tag: string, href: string])[];
}

function describeWorkPage(work: Work, path: string, absolute: (path: string) => string): Entry {
  const { en, fa } = work.editions;
  const edition = langs.map((lang) => work.editions[lang]).find((e) => e && addresses.article(e.lang, e.slug) === path);
  // The facing page is in both languages at once: it has no alternate.
  if (!edition) return { alternates: [] };
  // W3C's date format needs a zone with a time, and a day is as much as readers of this need.
  const { updated, date } = edition.frontmatter;
  const modified = (updated ?? date).slice(0, 10);
  const address = (e: typeof edition) => absolute(addresses.article(e.lang, e.slug));
  const alternates =
    en && fa
      ? ([
          [locales.en.tag, address(en)],
          [locales.fa.tag, address(fa)],
          ['x-default', address(en)],
        ] as const)
      : [];
  return { ...(modified && { modified }), alternates };
}

/** Sitemaps.org 0.9, with the alternates that each page states, as search engines pair the languages by them. */
export function formatSitemap(pages: readonly SitePage[], siteUrl: string): string {
  const absolute = (path: string) => siteUrl + encodePath(path);
  const shown = pages.filter(({ path, facts }) => path.endsWith('.html') && path !== '404.html' && !facts?.noindex);
  const urls = shown.map(({ path, work, facts }) => {
    const { modified, alternates }: Entry = work
      ? describeWorkPage(work, path, absolute)
      : { alternates: facts?.alternates ?? [] };
    const isPaired = new Set(alternates.flatMap(([tag]) => (tag === 'x-default' ? [] : [tag]))).size > 1;
    const links = isPaired ? alternates : [];
    const lastmod = modified ? `<lastmod>${modified}</lastmod>` : '';
    const formatted = links.map(
      ([tag, href]) => `<xhtml:link rel="alternate" hreflang="${tag}" href="${escapeXml(href)}"/>`,
    );
    return `<url><loc>${escapeXml(absolute(path))}</loc>${lastmod}${formatted.join('')}</url>`;
  });
  return `<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">
${urls.join('\n')}
</urlset>
`;
}

import { escapeHtml } from '../base/escape-html.ts';
import { escapeXml } from '../base/xml.ts';
import { addresses, encodePath } from '../content/addresses.ts';
import type { Edition } from '../content/edition.ts';
import { toInstant } from '../i18n/format.ts';
import { translate } from '../i18n/translate.ts';
import { locales, otherLang } from '../locales.ts';
import type { Lang } from '../markdown/block.ts';
import { isolatePlain } from '../markdown/isolate-foreign.ts';
import { site } from '../site.ts';
import { prepareFeedHtml } from './feed-html.ts';
import { formatCorrections } from './format-corrections.ts';
import { formatEnclosure, type Sound } from './sound.ts';

export interface FeedItem {
  readonly edition: Edition;
  readonly path: string;
  readonly twin: string | undefined;
  /** As its own page shows it, without twin links. */
  readonly html: string;
  readonly authors: readonly string[];
  readonly topics: readonly string[];
  /** Of the frontmatter: on the page it is above the text. */
  readonly sound?: Sound | undefined;
}

/** RSS 2.0 with full texts. Without the site's address, items carry their work's name as guid. */
export function formatFeed(lang: Lang, items: readonly FeedItem[], siteUrl: string | undefined): string {
  const twinName = translate(lang, 'switch.article');
  const absolute = (path: string) => (siteUrl ? siteUrl + encodePath(path) : undefined);
  const entries = items.map(({ edition, path, twin, html, authors, topics, sound }) => {
    const link = absolute(path);
    const twinLink = twin && absolute(twin);
    const { dir, tag } = locales[lang];
    const hreflang = locales[otherLang(lang)].tag;
    const foot = twinLink
      ? `<p dir="${dir}" lang="${tag}"><a href="${escapeHtml(twinLink)}" hreflang="${hreflang}">${escapeHtml(twinName)}</a></p>`
      : '';
    const body = prepareFeedHtml(html + formatCorrections(edition) + foot, lang, path, siteUrl);
    return [
      '<item>',
      `<title>${escapeXml(isolatePlain(edition.frontmatter.title, edition.lang))}</title>`,
      link ? `<link>${escapeXml(link)}</link>` : '',
      `<guid isPermaLink="${link ? 'true' : 'false'}">${escapeXml(link ?? path)}</guid>`,
      `<pubDate>${toInstant(edition.frontmatter.date).toUTCString()}</pubDate>`,
      ...authors.map((name) => `<dc:creator>${escapeXml(isolatePlain(name, lang))}</dc:creator>`),
      ...topics.map((name) => `<category>${escapeXml(isolatePlain(name, lang))}</category>`),
      `<description>${escapeXml(isolatePlain(edition.frontmatter.description, edition.lang))}</description>`,
      sound && siteUrl ? formatEnclosure(sound, siteUrl) : '',
      `<content:encoded>${escapeXml(body)}</content:encoded>`,
      '</item>',
    ]
      .filter(Boolean)
      .join('\n');
  });
  const self = absolute(addresses.feed(lang));
  return `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel>
<title>${escapeXml(isolatePlain(site.name[lang], lang))}</title>
<link>${escapeXml(absolute(addresses.front(lang)) ?? addresses.front(lang))}</link>
${self ? `<atom:link rel="self" type="application/rss+xml" href="${escapeXml(self)}"/>\n` : ''}<description>${escapeXml(isolatePlain(site.tagline[lang], lang))}</description>
<language>${locales[lang].tag.toLowerCase()}</language>
${entries.join('\n')}
</channel>
</rss>
`;
}

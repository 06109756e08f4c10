import { escapeHtml } from '../base/escape-html.ts';
import { mapTags } from '../base/html-tags.ts';
import { escapeXml } from '../base/xml.ts';
import { addresses, encodePath } from '../content/addresses.ts';
import type { Edition } from '../content/edition.ts';
import { toInstant } from '../i18n/format.ts';
import { translate } from '../i18n/translate.ts';
import { locales, otherLang } from '../locales.ts';
import type { Lang } from '../markdown/block.ts';
import { isolatePlain } from '../markdown/isolate-foreign.ts';
import { site } from '../site.ts';
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

/** Only where the block sets no direction of its own. */
const blockTag =
  /(?<=^<(?:p|h[1-6]|ul|ol|dl|table|blockquote|figure|aside|li|dt|dd|tr|figcaption|caption))(?=[\s>])(?!.*\sdir=)/s;

/**
 * `dir` and `lang` on every block, because readers drop the wrapper, and `<span dir>` for `<bdi>`, which feedparser drops;
 * addresses absolute where the site's is known.
 */
export function prepareFeedHtml(html: string, lang: Lang, path: string, siteUrl: string | undefined): string {
  const { dir, tag } = locales[lang];
  const base = siteUrl && siteUrl + encodePath(path);
  const plain = html.replace(/ ?<a class="b-stale"(?:[^<>"]|"[^"]*")*>.*?<\/a>/gs, '').replaceAll('</bdi>', '</span>');
  return mapTags(plain, (opening) =>
    opening
      .replace(/^<bdi(?!.*\sdir=)/s, '<span dir="auto"')
      .replace(/^<bdi/, '<span')
      .replace(/ data-(?:unit(?:-state)?|embed|host|load|asks|kind)="[^"]*"| srcset="[^"]*"| sizes="[^"]*"/g, '')
      .replace(blockTag, ` dir="${dir}" lang="${tag}"`)
      .replace(/ (href|src|poster)="(?![a-z][a-z0-9+.-]*:)([^"]*)"/gi, (match, name, target) =>
        base ? ` ${name}="${escapeHtml(new URL(target.replace(/&amp;/g, '&'), base).href)}"` : match,
      ),
  );
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

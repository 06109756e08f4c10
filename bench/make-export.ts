/**
 * `node bench/make-export.ts BITEXT_ROOT EXPORT.xml [COPIES]`: a WordPress export of works joined by Polylang, by WPML,
 * by a line at the end, and by nothing. COPIES: of each document, its units in another order.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const [root, target, copies = '1'] = process.argv.slice(2);
if (root === undefined || target === undefined)
  throw new Error('usage: node bench/make-export.ts BITEXT_ROOT EXPORT.xml [COPIES]');

const SOURCES = ['news-fas', 'tico-fa', 'story-fa', 'real-opensource', 'md-opensource', 'real-hfcourse'];
const cdata = (text: string) => `<![CDATA[${text.replaceAll(']]>', ']]]]><![CDATA[>')}]]>`;
const escapeText = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;');
const meta = (key: string, value: string) =>
  `<wp:postmeta><wp:meta_key>${cdata(key)}</wp:meta_key><wp:meta_value>${cdata(value)}</wp:meta_value></wp:postmeta>`;

type Unit = readonly [en: readonly string[], fa: readonly string[]];

function readUnits(source: string, id: string): Unit[] {
  const read = (name: string) => JSON.parse(readFileSync(join(root!, source, id, name), 'utf8'));
  const [en, fa] = [read('en.json'), read('fa.json')] as { text: string }[][];
  return (read('gold.json') as [number[], number[]][])
    .filter(([a, b]) => a.length > 0 && b.length > 0)
    .map(([a, b]) => [a.map((i) => en![i]!.text), b.map((j) => fa![j]!.text)]);
}

type Lang = 'en' | 'fa';

const CATEGORIES = [
  { en: ['news', 'News'], fa: ['خبرها', 'خبرها'] },
  { en: ['health', 'Health'], fa: ['health-fa', 'صحت'] },
  { en: ['stories', 'Stories'], fa: ['قصه', 'قصه‌ها'] },
] as const;
const slugOf = (slug: string) => encodeURIComponent(slug).toLowerCase();
const category = (domain: string, slug: string, name = slug) =>
  `<category domain="${domain}" nicename="${slugOf(slug)}">${cdata(name)}</category>`;

/** As Polylang joins them: a serialized map of PHP in the description of a term. */
function writeTerms(): string {
  const terms = CATEGORIES.flatMap((pair, n) =>
    (['en', 'fa'] as const).map(
      (lang, m) =>
        `<wp:category><wp:term_id>${10 + 2 * n + m}</wp:term_id><wp:category_nicename>${slugOf(pair[lang][0])}</wp:category_nicename><wp:category_parent>${n === 1 ? slugOf(CATEGORIES[0][lang][0]) : ''}</wp:category_parent><wp:cat_name>${cdata(pair[lang][1])}</wp:cat_name></wp:category>`,
    ),
  );
  const groups = CATEGORIES.map(
    (_, n) =>
      `<wp:term><wp:term_id>${50 + n}</wp:term_id><wp:term_taxonomy>term_translations</wp:term_taxonomy><wp:term_slug>pll_t${n}</wp:term_slug><wp:term_description>${cdata(`a:2:{s:2:"en";i:${10 + 2 * n};s:2:"fa";i:${11 + 2 * n};}`)}</wp:term_description></wp:term>`,
  );
  return [...terms, ...groups].join('\n');
}

const addressOf = (lang: Lang, day: number, name: string) =>
  `https://paper.example/${lang === 'fa' ? 'fa/' : ''}${new Date(Date.UTC(2012, 0, 1 + day)).toISOString().slice(0, 8).replaceAll('-', '/')}${slugOf(name)}/`;

interface Item {
  readonly id: number;
  readonly lang: Lang;
  readonly title: string;
  readonly name: string;
  readonly paragraphs: readonly string[];
  readonly day: number;
  readonly extra: string;
  /** Another post of the site that the text links to. */
  readonly before?: string | undefined;
}

function writeItem({ id, lang, title, name, paragraphs, day, extra, before }: Item): string {
  const date = new Date(Date.UTC(2012, 0, 1 + day, 9, 30)).toISOString().slice(0, 19).replace('T', ' ');
  const isClassic = id % 3 === 0;
  const html = paragraphs.map(escapeText);
  if (before && html.length > 1) html[1] += ` <a href="${before}">${lang === 'en' ? 'Earlier' : 'پیشتر'}</a>`;
  if (day % 10 === 0) html.push(isClassic ? '[embed]https://www.youtube.com/watch?v=abcdefghijk[/embed]' : '');
  if (day % 15 === 0)
    html.push('<iframe src="https://www.aparat.com/video/video/embed/videohash/abc12/vt/frame"></iframe>');
  const shown = html.filter(Boolean);
  const body = isClassic
    ? shown.join('\n\n')
    : shown.map((text) => `<!-- wp:paragraph -->\n<p>${text}</p>\n<!-- /wp:paragraph -->`).join('\n\n');
  const [slug, label] = CATEGORIES[day % CATEGORIES.length]![lang];
  return `<item><title>${cdata(escapeText(title))}</title><link>${addressOf(lang, day, name)}</link><guid isPermaLink="false">https://paper.example/?p=${id}</guid>
<dc:creator>${cdata(lang === 'en' ? 'desk' : 'daftar')}</dc:creator><content:encoded>${cdata(body)}</content:encoded>
<wp:post_id>${id}</wp:post_id><wp:post_date>${cdata(date)}</wp:post_date><wp:post_name>${cdata(slugOf(name))}</wp:post_name><wp:status>publish</wp:status><wp:post_type>post</wp:post_type>${category('category', slug, label)}${extra}</item>
`;
}

let out = `<?xml version="1.0" encoding="UTF-8" ?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:wp="http://wordpress.org/export/1.2/"><channel>
<title>Paper</title><link>https://paper.example</link><pubDate>Sun, 05 Jan 2025 10:00:00 +0000</pubDate><wp:wxr_version>1.2</wp:wxr_version><wp:base_blog_url>https://paper.example</wp:base_blog_url>
<wp:author><wp:author_login>desk</wp:author_login><wp:author_display_name>${cdata('The Desk')}</wp:author_display_name></wp:author>
${writeTerms()}
`;
let id = 100;
let works = 0;
const before: Partial<Record<Lang, string>> = {};
for (let copy = 0; copy < Number(copies); copy++)
  for (const source of SOURCES)
    for (const entry of readdirSync(join(root, source), { withFileTypes: true })) {
      if (!entry.isDirectory()) continue;
      const all = readUnits(source, entry.name);
      if (all.length < 3) continue;
      const turn = (copy * 7) % all.length;
      const units =
        copy === 0 ? all : [...all.slice(turn), ...all.slice(0, turn)].filter((_, i) => (i + copy) % 5 !== 0);
      const [first, ...rest] = units;
      const [en, fa] = [id++, id++];
      const way = works++ % 4;
      const shape = (lang: Lang) => {
        if (way === 0) return category('language', lang) + category('post_translations', `pll_${works}`);
        return way === 1 ? meta('_icl_lang_code', lang) + meta('trid', String(works)) : '';
      };
      const titles = { en: first![0].join(' ').slice(0, 120), fa: first![1].join(' ').slice(0, 120) };
      const line = way === 2 ? [`You can read the Persian version of this text here: ${titles.fa}`] : [];
      // A plugin that joins the two often gives both one name; elsewhere the name must say nothing.
      const name = (lang: Lang) =>
        way < 2 ? `post-${works}` : `${lang === 'en' ? 'text' : 'متن'}-${lang === 'en' ? en : fa}`;
      const day = { en: works, fa: works + (works % 5) };
      const item = (lang: Lang, number: number, paragraphs: readonly string[]) =>
        writeItem({
          id: number,
          lang,
          title: titles[lang],
          name: name(lang),
          paragraphs,
          day: day[lang],
          extra: shape(lang),
          before: before[lang],
        });
      out += item('en', en, [...rest.flatMap(([a]) => a), ...line]);
      out += item(
        'fa',
        fa,
        rest.flatMap(([, b]) => b),
      );
      for (const lang of ['en', 'fa'] as const) before[lang] = addressOf(lang, day[lang], name(lang));
    }
writeFileSync(target, `${out}</channel></rss>\n`);
console.log(`${works} works, ${id - 100} posts`);

/**
 * Writes an export in the shapes that newsrooms have, out of documents whose translations are known:
 * `node bench/make-export.ts BITEXT_ROOT EXPORT.xml [COPIES]`. A quarter of the works each is joined by Polylang, by
 * WPML, by a line at the end, and by nothing. With COPIES, each document comes so many times, its units in another
 * order each time.
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

function writeItem(
  id: number,
  lang: 'en' | 'fa',
  title: string,
  paragraphs: readonly string[],
  day: number,
  extra: string,
): string {
  const date = new Date(Date.UTC(2018, 0, 1 + day, 9, 30)).toISOString().slice(0, 19).replace('T', ' ');
  const isClassic = id % 3 === 0;
  const body = isClassic
    ? paragraphs.map(escapeText).join('\n\n')
    : paragraphs
        .map((text) => `<!-- wp:paragraph -->\n<p>${escapeText(text)}</p>\n<!-- /wp:paragraph -->`)
        .join('\n\n');
  return `<item><title>${cdata(escapeText(title))}</title><link>https://paper.example/${lang === 'fa' ? 'fa/' : ''}${id}/</link>
<dc:creator>${cdata(lang === 'en' ? 'desk' : 'daftar')}</dc:creator><content:encoded>${cdata(body)}</content:encoded>
<wp:post_id>${id}</wp:post_id><wp:post_date>${cdata(date)}</wp:post_date><wp:post_name>${cdata(`post-${id}`)}</wp:post_name><wp:status>publish</wp:status><wp:post_type>post</wp:post_type>${extra}</item>
`;
}

let out = `<?xml version="1.0" encoding="UTF-8" ?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:wp="http://wordpress.org/export/1.2/"><channel>
<title>Paper</title><link>https://paper.example</link><pubDate>Sun, 05 Jan 2025 10:00:00 +0000</pubDate><wp:wxr_version>1.2</wp:wxr_version><wp:base_blog_url>https://paper.example</wp:base_blog_url>
`;
let id = 100;
let works = 0;
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
      const category = (domain: string, name: string) =>
        `<category domain="${domain}" nicename="${name}">${cdata(name)}</category>`;
      const shape = (lang: 'en' | 'fa') => {
        if (way === 0) return category('language', lang) + category('post_translations', `pll_${works}`);
        return way === 1 ? meta('_icl_lang_code', lang) + meta('trid', String(works)) : '';
      };
      const titles = { en: first![0].join(' ').slice(0, 120), fa: first![1].join(' ').slice(0, 120) };
      const line = way === 2 ? [`You can read the Persian version of this text here: ${titles.fa}`] : [];
      out += writeItem(en, 'en', titles.en, [...rest.flatMap(([a]) => a), ...line], works, shape('en'));
      out += writeItem(
        fa,
        'fa',
        titles.fa,
        rest.flatMap(([, b]) => b),
        works + (works % 5),
        shape('fa'),
      );
    }
writeFileSync(target, `${out}</channel></rss>\n`);
console.log(`${works} works, ${id - 100} posts`);

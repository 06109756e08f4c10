/**
 * `npm run bench -- import-words SITE EXPORT.xml…` lists the words of WordPress posts that their pages lack. SITE is
 * where the site was imported and built. Reads the XML without anything of the importer's.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const [site, ...exports] = process.argv.slice(2);
if (site === undefined || exports.length === 0)
  throw new Error('usage: npm run bench -- import-words SITE EXPORT.xml…');

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  zwnj: '\u200c',
  laquo: '«',
  raquo: '»',
  hellip: '…',
  ndash: '–',
  mdash: '—',
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
};

const readCharacter = (code: number) =>
  code > 0x10ffff || (code >= 0xd800 && code < 0xe000) ? ' ' : String.fromCodePoint(code);

function decodeEntities(text: string): string {
  return text.replace(/&(?:#(\d+)|#x([\da-f]+)|(\w+));/gi, (all, decimal, hex, name) =>
    name ? (ENTITIES[name] ?? all) : readCharacter(decimal ? Number(decimal) : Number.parseInt(hex, 16)),
  );
}

function readField(item: string, name: string): string {
  const inner = new RegExp(`<${name}(?:\\s[^>]*)?>([\\s\\S]*?)</${name}>`).exec(item)?.[1] ?? '';
  return inner
    .split(/(<!\[CDATA\[[\s\S]*?\]\]>)/)
    .map((part) => (part.startsWith('<![CDATA[') ? part.slice(9, -3) : decodeEntities(part)))
    .join('');
}

function readVisible(html: string): string {
  const plain = html
    .replace(/<!--[\s\S]*?-->/g, '')
    .replace(/<(script|style|form|svg|noscript|select|textarea)\b[\s\S]*?<\/\1\s*>/gi, ' ')
    .replace(
      /<(?:\/?(?:a|abbr|b|bdi|bdo|big|code|del|em|font|i|ins|kbd|mark|q|s|small|span|strike|strong|sub|sup|tt|u|var|wbr)\b)[^>]*>/gi,
      '',
    )
    .replace(/<[^>]*>/g, ' ');
  return decodeEntities(plain);
}

function countWords(text: string): Map<string, number> {
  const counts = new Map<string, number>();
  const folded = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\u200b-\u200f\u202a-\u202e\u2060-\u2069\u00ad\u0640\ufeff¬]/g, '')
    .replace(/[يى]/g, 'ی')
    .replace(/ك/g, 'ک')
    .replace(/[٠-٩۰-۹]/g, (digit) => String(digit.charCodeAt(0) & 15));
  for (const [word] of folded.matchAll(/[\p{L}\p{M}\p{N}]+/gu)) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

const manifest = new Map(
  readFileSync(join(site, 'content/imported.jsonl'), 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as { key: string; file: string })
    .map(({ key, file }) => [key.replace(/^.*:/, ''), file]),
);
let [posts, words, lost, without] = [0, 0, 0, 0];
for (const file of exports)
  for (const [, item] of readFileSync(file, 'utf8').matchAll(/<item>([\s\S]*?)<\/item>/g)) {
    const field = (name: string) => readField(item!, name).trim();
    if (!/^(?:post|page)$/.test(field('wp:post_type') || 'post')) continue;
    if (!/^(?:publish|)$/.test(field('wp:status')) || field('wp:post_password')) continue;
    const id = field('wp:post_id');
    const content = field('content:encoded')
      .replace(/\[\/?[a-z_-]+(?:\s[^\]]*)?\/?\]/gi, ' ')
      .replace(/^\s*https?:\/\/\S+\s*$/gm, '');
    const wanted = countWords(`${readVisible(content)} ${readVisible(field('title'))}`);
    const edition = manifest.get(id);
    const page = edition && join(site, 'dist', edition.replace(/\.mdx?$/, '.html'));
    if (!page || !existsSync(page)) {
      if (countWords(readVisible(content)).size === 0) continue;
      without++;
      console.log(`${id} "${field('title')}": no page`);
      continue;
    }
    const shown = countWords(readVisible(readFileSync(page, 'utf8').replace(/<nav[\s\S]*?<\/nav>/g, ' ')));
    posts++;
    const missing: string[] = [];
    for (const [word, count] of wanted) {
      words += count;
      const less = count - (shown.get(word) ?? 0);
      if (less <= 0) continue;
      lost += less;
      missing.push(less > 1 ? `${word} (${less})` : word);
    }
    if (missing.length > 0) console.log(`${id} ${edition}: ${missing.join(' ')}`);
  }
console.log(`${posts} posts, ${words} words: ${lost} are not on the pages; ${without} posts without a page`);

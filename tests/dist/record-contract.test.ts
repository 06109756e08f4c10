import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, inject, test } from 'vitest';
import type { Lang } from '../../src/markdown/block.ts';
import { showcase } from '../support/build-site.ts';
import { findAll, type HtmlElement, parseHtml } from '../support/html.ts';
import { readSite } from '../support/read-site.ts';

/** Read as plain JSON: nothing here asks the code that makes the pages which unit a block is of. */
interface RecordFile {
  readonly work: string;
  readonly units: readonly { readonly id: string; readonly en?: readonly string[]; readonly fa?: readonly string[] }[];
}

const site = readSite(inject('dist'));
const records: RecordFile[] = readdirSync(`${showcase}/alignment`)
  .filter((name) => name.endsWith('.json'))
  .map((name) => JSON.parse(readFileSync(join(showcase, 'alignment', name), 'utf8')));

/** What is left when markup, marks of direction and white space are gone. */
const bare = (text: string) => text.normalize('NFC').replace(/[^\p{L}\p{N}]/gu, '');

/** A picture without a caption is recorded by its address, which no page shows as text. */
const isPicture = (texts: readonly string[]) =>
  texts.length > 0 && texts.every((text) => /^\S+\.(?:svg|png|jpe?g|webp|gif)$/.test(text));

const isAdded = ({ attributes }: HtmlElement) =>
  /\b(?:twin|stale|sr-only|gloss)\b/.test(attributes.class ?? '') ||
  'data-footnote-ref' in attributes ||
  'data-footnote-backref' in attributes;

/** Of a picture its description; without the links and notes that Beyt adds, and without blocks of other units. */
function ownText(element: HtmlElement): string {
  if (element.tag === 'img') return element.attributes.alt ?? '';
  return element.children
    .map((child) => {
      if (typeof child === 'string') return child;
      return isAdded(child) || 'data-unit' in child.attributes ? '' : ownText(child);
    })
    .join('');
}

const readBlocks = (root: HtmlElement) =>
  findAll(root, '[data-unit]').map((block) => ({ id: block.attributes['data-unit']!, text: bare(ownText(block)) }));

const pathOf = new Map<string, string>();
for (const page of site.pages.values())
  for (const article of findAll(page.root, 'article'))
    if (article.attributes['data-work'])
      pathOf.set(`${page.path.slice(0, 2)} ${article.attributes['data-work']}`, page.path);

/** A record may join what a page has in two elements. */
function joinUnits(blocks: readonly { id: string; text: string }[]): Map<string, string> {
  const joined = new Map<string, string>();
  for (const { id, text } of blocks) joined.set(id, (joined.get(id) ?? '') + text);
  return joined;
}

const sides = records.flatMap((record) =>
  (['en', 'fa'] as const).flatMap((lang) => {
    const path = pathOf.get(`${lang} ${record.work}`);
    const expected = record.units.flatMap(({ id, ...texts }) =>
      texts[lang]?.length && !isPicture(texts[lang]) ? [{ id, text: bare(texts[lang].join('')) }] : [],
    );
    return path ? [{ record, lang, path, expected }] : [];
  }),
);

test('there are records of nearly all works', () => {
  expect(sides.length).toBeGreaterThan(25);
});

describe('articles show each unit of the record, with its text, in its order', () => {
  test.each(sides)('$path', ({ record, lang, path, expected }) => {
    const article = findAll(site.pages.get(path)!.root, 'article')[0]!;
    const notes = findAll(article, 'section').find((section) => 'data-footnotes' in section.attributes);
    const inNotes = new Set(notes ? readBlocks(notes).map(({ id }) => id) : []);
    const shown = joinUnits(readBlocks(article));
    const pictures = new Set(
      record.units.flatMap(({ id, ...texts }) => (texts[lang] && isPicture(texts[lang]) ? [id] : [])),
    );
    const isText = ({ id }: { id: string }) => !inNotes.has(id) && !pictures.has(id);
    for (const id of pictures) expect(shown.has(id)).toBe(true);
    expect([...shown].map(([id, text]) => ({ id, text })).filter(isText)).toEqual(expected.filter(isText));
    for (const unit of expected) expect(shown.get(unit.id), unit.id).toBe(unit.text);
  });
});

describe('facing pages show both sides of each unit in one row', () => {
  test.each(records.filter(({ work }) => site.pages.has(`both/${work}.html`)))('both/$work', ({ work, units }) => {
    const rows = findAll(site.pages.get(`both/${work}.html`)!.root, '[data-row]').map((row) =>
      row.children.filter((child) => typeof child !== 'string').map((cell) => joinUnits(readBlocks(cell))),
    );
    for (const { id, en, fa } of units) {
      const row = rows.find((cells) => cells.some((cell) => cell.has(id)))!;
      expect(row, id).toBeDefined();
      // Verse that both editions quote in Persian is shown once, on the Persian side.
      const isShared = en?.join() === fa?.join() && /^[\p{Script=Arabic}\s\p{P}\u200c]+$/u.test(en!.join());
      for (const [side, texts] of [isShared ? [] : en, fa].entries())
        if (texts?.length && isPicture(texts)) expect(row[side]!.has(id)).toBe(true);
        else if (texts?.length) expect(row[side]!.get(id), id).toBe(bare(texts.join('')));
        else expect(row[side]!.has(id)).toBe(false);
    }
  });
});

describe('feeds hold the texts of their works', () => {
  test.each(['en', 'fa'] as const)('%s', (lang: Lang) => {
    const xml = site.read(`${lang}/feed.xml`);
    const texts = new Map(
      [...xml.matchAll(/<item>.*?<\/item>/gs)].map(([item]) => {
        const path = decodeURI(/<link>https:\/\/beyt\.example\/(.*?)<\/link>/.exec(item)![1]!);
        const encoded = /<content:encoded>(.*?)<\/content:encoded>/s.exec(item)![1]!;
        const html = encoded.replace(/&#(\d+);/g, (_, code) => String.fromCharCode(Number(code)));
        return [path, bare(ownText(parseHtml(html)))] as const;
      }),
    );
    const published = sides.filter((side) => side.lang === lang && texts.has(side.path));
    expect(published.length).toBeGreaterThan(10);
    for (const { path, expected } of published)
      for (const { id, text } of expected) expect(texts.get(path), `${path} ${id}`).toContain(text);
  });
});

import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test, vi } from 'vitest';
import { type OpenSite, openSite } from '../support/open-site.ts';

/** Kept by the browser, as hosts let it. */
const headers = () => ({ 'cache-control': 'max-age=600' });
let site: OpenSite;
let built: OpenSite;
let folder: string;
let page: Page;
beforeAll(async () => {
  // The specimen is beside the built site's own fonts, with the styles of an article.
  folder = await mkdtemp(join(tmpdir(), 'beyt-specimen-'));
  await cp(join(inject('dist'), '_beyt'), join(folder, '_beyt'), { recursive: true });
  await cp('tests/fixtures/specimen', join(folder, 'fa'), { recursive: true });
  const article = await readFile(join(inject('dist'), 'fa/alliances.html'), 'utf8');
  const styles = [...article.matchAll(/<style>([^<]*)/g)].map(([, text]) => text);
  await writeFile(join(folder, 'fa', 'article.css'), styles.join('\n'));
  site = await openSite({ folder, headers });
  built = await openSite({ headers });
  page = await site.openPage('fa/specimen.html');
  await page.evaluate(() => document.fonts.ready);
});
afterAll(async () => {
  await site.close();
  await built.close();
  await rm(folder, { recursive: true });
});

/** The characters of a case from left to right as they are painted, with no spaces. */
function readVisually(name: string): Promise<string> {
  return page.locator(`[data-case="${name}"]`).evaluate((element) => {
    const glyphs: { character: string; left: number; width: number }[] = [];
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      for (let at = 0; at < node.nodeValue!.length; at++) {
        const range = document.createRange();
        range.setStart(node, at);
        range.setEnd(node, at + 1);
        const [box] = range.getClientRects();
        const character = node.nodeValue![at]!;
        if (box && character.trim()) glyphs.push({ character, left: box.left, width: box.width });
      }
    }
    return glyphs
      .filter(({ width }) => width > 0)
      .sort((a, b) => a.left - b.left)
      .map(({ character }) => character)
      .join('');
  });
}

/** Persian text from left to right: its letters backwards. */
const backwards = (text: string) => [...text.replace(/[\s\u200c]/g, '')].reverse().join('');

describe('mixed lines are painted in the order they are read', () => {
  test.each([
    ['name', `${backwards('در کابل بود.')}ThomasRuttig${backwards('نویسندهٔ').replace('ٔ', '')}`],
    ['phone', `${backwards('را بگیرید.')}+93701234567${backwards('شمارهٔ').replace('ٔ', '')}`],
    ['url', `${backwards('است.')}https://8am.media/fa/${backwards('نشانی')}`],
    ['paren', `)UN(${backwards('این گروه')}`],
    ['title', `Theessay${backwards('«سقوط حکومت‌ها»')}appearedin2024.`],
    ['en-paren', `Itsname(${backwards('هشت صبح')})`],
    ['en-number', 'In۱۴۰۳,45%ofthemleft.'],
  ])('%s', async (name, expected) => {
    expect((await readVisually(name)).replace('ٔ', '')).toBe(expected);
  });

  test('ranges, percentages, separators and dates keep their digits in order', async () => {
    // Within a right-to-left line each number runs left to right, and the first of a range stands to the right.
    expect(await readVisually('range')).toMatch(/۱۵–۱۲|۱۲–۱۵/);
    expect(await readVisually('percent')).toMatch(/۴۵٪|٪۴۵/);
    expect(await readVisually('thousands')).toContain('۱۲٬۳۴۵٫۶');
    const date = await readVisually('date');
    expect(date).toMatch(/^\)۲۰۲۱/);
    expect(date).toContain('۱۴۰۰');
    expect(date).toMatch(/۲۴زور$/);
  });

  test('a sentence’s last mark stands at its left end, inside the guillemets', async () => {
    expect(await readVisually('quote')).toMatch(/^».تسا/);
  });
});

test('letters, digits and marks all come from the site’s own face', async () => {
  const client = await page.context().newCDPSession(page);
  await client.send('DOM.enable');
  await client.send('CSS.enable');
  const { root } = await client.send('DOM.getDocument', { depth: -1 });
  for (const name of ['digits', 'pashto', 'zwnj', 'quote', 'range', 'thousands']) {
    const { nodeId } = await client.send('DOM.querySelector', { nodeId: root.nodeId, selector: `[data-case=${name}]` });
    const { fonts } = await client.send('CSS.getPlatformFontsForNode', { nodeId });
    expect(
      fonts.map((font) => font.familyName),
      name,
    ).toEqual(['Vazirmatn']);
    expect(
      fonts.every((font) => font.isCustomFont),
      name,
    ).toBe(true);
  }
});

test('Persian type is set by its own rules', async () => {
  const style = (name: string) =>
    page.locator(`[data-case="${name}"]`).evaluate((element) => {
      const { letterSpacing, lineHeight, fontSize, textAlign, hyphens } = getComputedStyle(element);
      return { letterSpacing, leading: parseFloat(lineHeight) / parseFloat(fontSize), textAlign, hyphens };
    });
  const persian = await style('name');
  expect(persian).toMatchObject({ textAlign: 'start', hyphens: 'manual' });
  expect(['normal', '0px']).toContain(persian.letterSpacing);
  expect(persian.leading).toBeCloseTo(1.85);
  expect((await style('title')).leading).toBeCloseTo(1.55);
});

describe('a page of text', () => {
  test.each([
    ['en/alliances.html', 60, 75],
    ['fa/alliances.html', 60, 75],
  ])('%s has a measure of %d–%d characters', async (path, least, most) => {
    const article = await built.openPage(path);
    await article.evaluate(() => document.fonts.ready);
    const characters = await article.locator('article > p[data-unit]').evaluateAll((paragraphs) => {
      const lines: number[] = [];
      for (const paragraph of paragraphs.slice(0, 12)) {
        const range = document.createRange();
        range.selectNodeContents(paragraph);
        const height = parseFloat(getComputedStyle(paragraph).lineHeight);
        const count = Math.round(paragraph.getBoundingClientRect().height / height);
        if (count > 2) lines.push(paragraph.textContent!.length / (count - 0.5));
      }
      return lines.reduce((sum, line) => sum + line, 0) / lines.length;
    });
    expect(characters).toBeGreaterThanOrEqual(least);
    expect(characters).toBeLessThanOrEqual(most);
  });
});

test('from a disk too, Persian is shown in its own face, and without transitions', async () => {
  // Not one whose complaints count: some Chromiums complain of what the debugger itself reads from a disk.
  const page = await built.browser.newPage();
  await page.goto(pathToFileURL(join(inject('dist'), 'fa/alliances.html')).href);
  const session = await page.context().newCDPSession(page);
  await session.send('DOM.enable');
  await session.send('CSS.enable');
  const { root } = await session.send('DOM.getDocument');
  const { nodeId } = await session.send('DOM.querySelector', { nodeId: root.nodeId, selector: 'article p' });
  await vi.waitFor(async () => {
    const { fonts } = await session.send('CSS.getPlatformFontsForNode', { nodeId });
    expect(fonts.filter((font) => font.isCustomFont).map((font) => font.familyName)).toContain('Vazirmatn');
  });
  // Nor is a transition asked for there.
  expect(await page.evaluate(() => document.adoptedStyleSheets.length)).toBe(0);
  await page.close();
});

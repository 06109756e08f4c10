import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runBuild, siteUrl } from '../support/build-site.ts';
import { type OpenSite, openSite } from '../support/open-site.ts';

let folder: string;
let site: OpenSite;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'beyt-two-scripts-'));
  const build = await runBuild({
    CONTENT_DIR: 'tests/fixtures/two-scripts',
    OUT_DIR: join(folder, 'dist'),
    BEYT_CACHE: join(folder, 'cache'),
    BEYT_CONFIG: 'tests/support/two-scripts.config.ts',
    SITE_URL: siteUrl,
  });
  if (build.code !== 0) throw new Error(build.output);
  site = await openSite({ folder: join(folder, 'dist') });
}, 120_000);
afterAll(async () => {
  await site.close();
  await rm(folder, { recursive: true, force: true });
});

/**
 * Texts of a page that have letters of the other script in no element, and between no isolates, of their own; those that
 * are shown in place of a picture, or by networks and search engines beside a link too.
 */
const findBare = (page: Page) =>
  page.evaluate(() => {
    const found: string[] = [];
    const isolated = /[\u2066-\u2068][^\u2069]*\u2069/g;
    // An isolate may go on from one element into the next.
    const open = new Map<Element, string>();
    const walker = document.createTreeWalker(document.documentElement, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const parent = walker.currentNode.parentElement!;
      if (parent.closest('script, style, code, noscript')) continue;
      const holder = parent.closest<HTMLElement>('[dir]')!;
      const { dir } = holder;
      const foreign = dir === 'rtl' ? /\p{Script=Latin}/u : /\p{Script=Arabic}/u;
      const whole = (open.get(holder) ?? '') + walker.currentNode.textContent!;
      const text = whole.replace(isolated, '').replace(/[\u2066-\u2068].*/s, '');
      open.set(holder, /[\u2066-\u2068]/.exec(whole.replace(isolated, ''))?.[0] ?? '');
      if (dir !== 'auto' && foreign.test(text)) found.push(`${parent.tagName}.${parent.className}: ${text.trim()}`);
    }
    const shown = ['alt', 'title', 'placeholder'];
    const previews = ['site_name', 'title', 'description', 'image:alt'].map((name) => `meta[property="og:${name}"]`);
    for (const element of document.querySelectorAll(
      `${shown.map((name) => `[${name}]`)}, meta[name="description"], ${previews}`,
    )) {
      const { dir } = element.closest<HTMLElement>('[dir]')!;
      const foreign = dir === 'rtl' ? /\p{Script=Latin}/u : /\p{Script=Arabic}/u;
      for (const name of element.matches('meta') ? ['content'] : shown) {
        const text = (element.getAttribute(name) ?? '').replace(isolated, '');
        if (dir !== 'auto' && foreign.test(text)) found.push(`${element.tagName}[${name}]: ${text}`);
      }
    }
    for (const holder of open.keys()) if (open.get(holder)) found.push(`${holder.tagName}: an isolate without end`);
    return found;
  });

test('every page isolates them, wherever they are', async () => {
  const paths = (await readdir(join(folder, 'dist'), { recursive: true })).filter((path) => path.endsWith('.html'));
  expect(paths.length).toBeGreaterThan(20);
  const page = await site.openPage('en/index.html', { javaScriptEnabled: false });
  const bare = new Map<string, string>();
  for (const path of paths) {
    await page.goto(site.url + path);
    for (const text of await findBare(page)) bare.set(text, path);
  }
  expect([...bare]).toEqual([]);
});

/** Words of lines as they are shown from left to right; each with space on both sides. */
const readLines = (page: Page, selector: string) =>
  page.locator(selector).evaluateAll((items) =>
    items.map((item) => {
      const words: { text: string; left: number; right: number; wide: number }[] = [];
      const walker = document.createTreeWalker(item, NodeFilter.SHOW_TEXT);
      let isWithin = false;
      while (walker.nextNode()) {
        const { data } = walker.currentNode as Text;
        for (let at = 0; at < data.length; at++) {
          if (/[\u2066-\u2069]/.test(data[at]!)) continue;
          const isSpace = /\s/.test(data[at]!);
          if (!isSpace) {
            const range = new Range();
            range.setStart(walker.currentNode, at);
            range.setEnd(walker.currentNode, at + 1);
            const { left, right } = range.getBoundingClientRect();
            const word = isWithin ? words.pop()! : { text: '', left, right, wide: 0 };
            words.push({
              text: word.text + data[at],
              left: Math.min(left, word.left),
              right: Math.max(right, word.right),
              wide: word.wide + right - left,
            });
          }
          isWithin = !isSpace;
        }
      }
      words.sort((a, b) => a.left - b.left);
      // A space of the text is some 5 pixels wide; there is only one between two words.
      return words
        .map(({ text, left, right, wide }, i) => {
          const gap = i ? left - words[i - 1]!.right : 5;
          const isTorn = right - left - wide > 2;
          return gap > 2 && gap < 9 && !isTorn ? text : `[${Math.round(gap)}${isTorn ? ' torn' : ''}]${text}`;
        })
        .join(' ');
    }),
  );

test.each([
  [
    'fa',
    ['است. Wikipedia 2026 به پیوند', 'بود. Windows 11 کتاب خانهٔ', 'آمد. iOS (beta) نسخهٔ این', 'بود. John Smith نام و'],
  ],
  [
    'en',
    [
      'The link to بزرگ کتاب is from 2026.',
      'It was the house of خوب کتاب with 11.',
      'This version of (خام) سیب came.',
      'And the name اسمیت جان was.',
    ],
  ],
])('one that goes on beyond a link or emphasis is in one order, with its spaces: %s', async (lang, expected) => {
  const page = await site.openPage(`${lang}/more.html`, { javaScriptEnabled: false });
  expect(await readLines(page, 'article li')).toEqual(expected);
});

test.each([
  ['fa', ['(Beyt) بیت', 'C# ابزار', 'PDFها همهٔ']],
  ['en', ['Beyt (بیت)', 'Tools ابزار', 'All همه']],
])('the bar of the site keeps the spaces beside them: %s', async (lang, expected) => {
  const page = await site.openPage(`${lang}/more.html`, { javaScriptEnabled: false });
  expect(await readLines(page, '.b-nameplate, .b-links a')).toEqual(expected);
});

test.each(['en', 'fa'])('the search isolates them in titles, passages and what it says: %s', async (lang) => {
  const page = await site.openPage(`${lang}/search.html?q=Telegraph`);
  await page.locator('[data-result]').first().waitFor();
  expect(await findBare(page)).toEqual([]);
  const run = page.locator('[data-result] [dir=rtl] bdi', { has: page.locator('mark') }).first();
  // One run, though some of it is marked.
  expect(await run.evaluate((bdi) => [bdi.textContent, bdi.getAttribute('dir'), bdi.getAttribute('lang')])).toEqual([
    'AT&T (American Telephone & Telegraph)',
    'ltr',
    'en',
  ]);
  const foreign = lang === 'en' ? 'ققققققق' : 'C++ qqqqqqq';
  await page.locator('input[name=q]').fill(foreign);
  await expect.poll(() => page.locator('[data-search-status]').textContent()).toContain(`\u2068${foreign}\u2069`);
  expect(await findBare(page)).toEqual([]);
  for (const query of ['خط', 'HTML5']) {
    const other = await site.openPage(`${lang}/signs.html`);
    await other.keyboard.press('/');
    await other.locator('dialog input').fill(query);
    await other.locator('dialog [data-result] mark').first().waitFor();
    expect(await findBare(other)).toEqual([]);
  }
});

test('copied text and citations keep their order too', async () => {
  const page = await site.openPage('fa/signs.html', { permissions: ['clipboard-read', 'clipboard-write'] });
  const copy = async (item: string) => {
    await page.locator('article p', { hasText: 'Telegraph' }).hover();
    await page.locator('.b-tools > button').last().click();
    await page.getByRole('button', { name: item, exact: true }).click();
    await page.waitForFunction(() => document.querySelector('.b-menu [role=status]')?.textContent);
    await page.keyboard.press('Escape');
    return page.evaluate(() => navigator.clipboard.readText());
  };
  expect(await copy('فارسی')).toBe(
    '\u2067زبان \u2066C++\u2069 و شرکت \u2066AT&T (American Telephone & Telegraph)\u2069 آمدند.\u2069',
  );
  expect(await copy('مأخذ کامل')).toContain('«نشانهٔ \u2068C++\u2069 (و \u2068C#\u2069)»');
});

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
    const walker = document.createTreeWalker(document.documentElement, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const parent = walker.currentNode.parentElement!;
      if (parent.closest('script, style, code, noscript')) continue;
      const { dir } = parent.closest<HTMLElement>('[dir]')!;
      const foreign = dir === 'rtl' ? /\p{Script=Latin}/u : /\p{Script=Arabic}/u;
      const text = walker.currentNode.textContent!.replace(isolated, '');
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

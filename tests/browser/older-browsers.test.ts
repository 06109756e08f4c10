import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { type OpenSite, openSite } from '../support/open-site.ts';

let site: OpenSite;
beforeAll(async () => {
  site = await openSite({ folder: inject('walk') });
});
afterAll(() => site.close());

/** A page in a browser that lacks a method that all supported ones have, as Chromium before 97 does. */
async function openOlder(path: string) {
  const page = await site.openPage('404.html');
  await page.addInitScript('delete Array.prototype.findLast');
  await page.goto(site.url + path);
  return page;
}

test('a browser that is too old has links instead of what it cannot do, and logs nothing', async () => {
  const page = await openOlder('en/walk.html');
  await page.locator('[data-footnote-ref]').first().click();
  expect(decodeURIComponent(new URL(page.url()).hash)).toBe('#en-fn-rules');
  for (const key of ['t', 'p', '/', '?']) await page.keyboard.press(key);
  await page.locator('article p').nth(1).hover();
  expect(await page.locator('.b-peek, .b-tools, .b-note, dialog').count()).toBe(0);
  await page.locator('a[data-switch]').click();
  expect(new URL(page.url()).pathname).toBe('/fa/walk.html');
  await page.locator('a[data-search-link]').click();
  expect(new URL(page.url()).pathname).toBe('/fa/search.html');
  expect(await page.locator('main a[href$="walk.html"]').first().isVisible()).toBe(true);
});

test.each(['en/walk.html', 'both/walk.html', 'en/index.html', 'en/search.html'])(
  'it offers nothing that would not work: %s',
  async (path) => {
    const page = await openOlder(path);
    const visible = page.locator('button, select, input').locator('visible=true');
    expect(await visible.count()).toBe(0);
  },
);

test('an address of a place is shown as a page', async () => {
  const page = await openOlder('fa/walk.html#xptj94~200~~~en');
  expect(await page.locator('h1').isVisible()).toBe(true);
});

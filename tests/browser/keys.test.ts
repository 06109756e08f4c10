import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { type OpenSite, openSite } from '../support/open-site.ts';

let site: OpenSite;
beforeAll(async () => {
  site = await openSite({ folder: inject('walk') });
});
afterAll(() => site.close());

/** Presses a key as a keyboard of another layout, or an input method, would. */
const press = (page: Page, key: { key: string; code: string; repeat?: boolean; isComposing?: boolean }) =>
  page.evaluate((init) => {
    document.body.dispatchEvent(new KeyboardEvent('keydown', { bubbles: true, cancelable: true, ...init }));
  }, key);

const peeks = (page: Page) => page.locator('.b-peek').count();

test('letters count as the layout writes them, and a Persian layout’s by where they are', async () => {
  const page = await site.openPage('en/walk.html');
  // Dvorak writes l where QWERTY has p, and p where it has r.
  await press(page, { key: 'l', code: 'KeyP' });
  await page.waitForTimeout(300);
  expect(await peeks(page)).toBe(0);
  await press(page, { key: 'p', code: 'KeyR' });
  await page.locator('.b-peek').waitFor();
  await press(page, { key: 'Escape', code: 'Escape' });
  await press(page, { key: 'ح', code: 'KeyP' });
  await page.locator('.b-peek').waitFor();
});

test('a key held down or composed with does nothing', async () => {
  const page = await site.openPage('en/walk.html');
  await press(page, { key: 'p', code: 'KeyP', repeat: true });
  await press(page, { key: 'p', code: 'KeyP', isComposing: true });
  await page.waitForTimeout(300);
  expect(await peeks(page)).toBe(0);
});

test('keys that a reader has turned off stay off, on every page, until they are turned on again', async () => {
  const page = await site.openPage('en/walk.html');
  const turn = async () => {
    await page.keyboard.press('?');
    await page.locator('dialog.b-keys button').first().click();
  };
  await turn();
  await page.goto(`${site.url}fa/walk.html`);
  await page.keyboard.press('p');
  await page.waitForTimeout(300);
  expect(await peeks(page)).toBe(0);
  await turn();
  expect(await page.evaluate(() => localStorage.length)).toBe(0);
  await page.keyboard.press('p');
  await page.locator('.b-peek').waitFor();
});

test.each(['en/walk.html', 'both/walk.html', 'en/works.html'])('/ opens the search: %s', async (path) => {
  const page = await site.openPage(path);
  await page.keyboard.press('/');
  await page.locator('.b-search-dialog[open]').waitFor();
});

import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { type OpenSite, openSite } from '../support/open-site.ts';

let site: OpenSite;
beforeAll(async () => {
  site = await openSite({ folder: inject('walk') });
});
afterAll(() => site.close());

const forced = { forcedColors: 'active' } as const;

/** What a reader without the page's own colours can tell two elements apart by. */
const look = (page: Page, selector: string) =>
  page
    .locator(selector)
    .first()
    .evaluate((element) => {
      const { outlineStyle, outlineWidth, borderInlineStartStyle, borderInlineStartWidth } = getComputedStyle(element);
      return [outlineStyle, outlineWidth, borderInlineStartStyle, borderInlineStartWidth].join(' ');
    });

test('a pressed control of the facing page looks unlike one that is not', async () => {
  const page = await site.openPage('both/walk.html', forced);
  const pressed = await look(page, '.b-controls [aria-pressed=true]');
  expect(pressed).not.toBe(await look(page, '.b-controls [aria-pressed=false]'));
  expect(pressed).toMatch(/^solid 2px/);
});

test('the heading that is read looks unlike the others in the contents', async () => {
  const page = await site.openPage('en/walk.html', forced);
  await page.mouse.wheel(0, 1200);
  await page.locator('.b-contents [aria-current=true]').waitFor();
  expect(await look(page, '.b-contents [aria-current=true]')).not.toBe(
    await look(page, '.b-contents a:not([aria-current=true])'),
  );
});

test('the divider can be seen, and so can the mark of a twin', async () => {
  const page = await site.openPage('both/walk.html', forced);
  expect(await look(page, '.b-divider')).toMatch(/solid 1px$/);
  const article = await site.openPage('en/walk.html', forced);
  const [mark, paper] = await article.evaluate(() => [
    getComputedStyle(document.querySelector('article .twin')!, '::before').backgroundColor,
    getComputedStyle(document.body).backgroundColor,
  ]);
  expect(mark).not.toBe(paper);
  expect(mark).not.toBe('rgba(0, 0, 0, 0)');
});

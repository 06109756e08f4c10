import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type OpenSite, openSite } from '../support/open-site.ts';

let site: OpenSite;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site.close());

const readTops = (page: Page) =>
  page
    .locator('article [data-unit]')
    .evaluateAll((blocks) => blocks.map((b) => [b.getAttribute('data-unit')!, b.getBoundingClientRect().top] as const));

describe('peeking at the twin', () => {
  test('p opens it below the block in its own language, once fetched, and moves nothing above', async () => {
    const page = await site.openPage('en/alliances.html');
    const asked: string[] = [];
    page.on('request', (request) => request.url().endsWith('/fa/alliances.html') && asked.push(request.resourceType()));
    await page.evaluate(() => document.fonts.ready);
    await page.evaluate(() => window.scrollTo(0, 900));
    const before = await readTops(page);
    await page.keyboard.press('p');
    const peek = page.locator('.b-peek');
    await peek.waitFor();
    const after = await readTops(page);
    const opened = await peek.evaluate((element) => element.previousElementSibling!.getAttribute('data-unit')!);
    const above = before.slice(0, before.findIndex(([unit]) => unit === opened) + 1);
    expect(above.length).toBeGreaterThan(0);
    expect(after.slice(0, above.length)).toEqual(above);
    expect(await peek.getAttribute('lang')).toBe('fa-AF');
    expect(await peek.getAttribute('dir')).toBe('rtl');
    expect(await peek.textContent()).toMatch(/[\u0600-\u06ff]{3}/);
    expect(await peek.evaluate((element) => getComputedStyle(element).fontFamily)).toContain('Vazirmatn');
    await page.keyboard.press('Escape');
    expect(await page.locator('.b-peek').count()).toBe(0);
    await page.keyboard.press('p');
    await peek.waitFor();
    expect(asked).toEqual(['xhr']);
  });

  test('emphasis has the shape of its own language: slanted in an English peek, heavier in a Persian one', async () => {
    for (const [path, style, weight] of [
      ['fa/siraj-al-akhbar.html', 'italic', '400'],
      ['en/siraj-al-akhbar.html', 'normal', '600'],
    ] as const) {
      const page = await site.openPage(path);
      await page.keyboard.press('p');
      const peek = page.locator('.b-peek');
      await peek.waitFor();
      // That of any passage, in the peek of one.
      const shape = await peek.evaluate((element) => {
        const em = document.createElement('em');
        element.append(em);
        const { fontStyle, fontWeight } = getComputedStyle(em);
        return [fontStyle, fontWeight];
      });
      expect(shape, path).toEqual([style, weight]);
    }
  });

  test('the pointer, the keyboard and a tap reach its button', async () => {
    const page = await site.openPage('fa/the-couplet.html');
    await page.locator('article p[data-unit]').nth(1).hover();
    expect(await page.locator('article p[data-unit] > .twin').nth(1).getAttribute('title')).toBe('همین بند به انگلیسی');
    await page.locator('.b-tools > button:first-child').click();
    await page.locator('.b-peek').waitFor();
    expect(await page.locator('.b-tools > button:first-child').getAttribute('aria-expanded')).toBe('true');
    await page.locator('.b-tools > button:first-child').click();
    expect(await page.locator('.b-peek').count()).toBe(0);
    await page.locator('article a.twin').nth(3).focus();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.locator('.b-peek').waitFor();

    const phone = await site.openPage('fa/the-couplet.html', { viewport: { width: 360, height: 740 }, hasTouch: true });
    await phone.locator('article p[data-unit]').nth(1).tap();
    await phone.locator('.b-tools > button:first-child').tap();
    await phone.locator('.b-peek').waitFor();
  });

  test('P makes the page interlinear, and the address alone remembers it', async () => {
    const page = await site.openPage('en/named-groups.html');
    const twins = await page.locator('article a.twin').count();
    await page.keyboard.press('Shift+P');
    await page.waitForFunction((count) => document.querySelectorAll('.b-peek').length === count, twins);
    expect(new URL(page.url()).search).toBe('?peek=all');
    await page.reload();
    await page.waitForFunction((count) => document.querySelectorAll('.b-peek').length === count, twins);
    await page.keyboard.press('Shift+P');
    expect(await page.locator('.b-peek').count()).toBe(0);
    expect(new URL(page.url()).search).toBe('');
    expect(await page.evaluate(() => [localStorage.length, sessionStorage.length, document.cookie])).toEqual([
      0,
      0,
      '',
    ]);
  });

  test('a row is peeked at as a row, a list item without the items inside it', async () => {
    const page = await site.openPage('en/two-falls.html');
    const row = page.locator('article tbody tr[data-unit]').nth(1);
    await row.hover();
    await page.keyboard.press('p');
    const peek = page.locator('tr.b-peek');
    await peek.waitFor();
    expect(await peek.locator('td').count()).toBe(await row.locator('td').count());
    expect(await page.locator('.b-peek [id], .b-peek [data-unit], .b-peek a.twin').count()).toBe(0);
  });

  test('footnotes inside a twin open in place', async () => {
    const page = await site.openPage('en/named-groups.html');
    const block = page.locator('article [data-unit]:has([data-footnote-ref])').first();
    await block.hover();
    await page.keyboard.press('p');
    await page.locator('.b-peek [data-footnote-ref]').first().click();
    await page.locator('.b-note').waitFor();
    expect(await page.locator('.b-note').getAttribute('lang')).toBe('fa-AF');
    expect(await page.locator('.b-note').innerText()).toMatch(/[\u0600-\u06ff]{3}/);
    expect(page.url()).toContain('/en/');
  });

  test('where the twin’s page cannot be had, the link is followed', async () => {
    const page = await site.openPage('en/alliances.html');
    await page.route('**/fa/alliances.html', (route) =>
      route.request().resourceType() === 'xhr'
        ? route.fulfill({ contentType: 'text/html', body: '' })
        : route.continue(),
    );
    await page.evaluate(() => window.scrollTo(0, 900));
    await Promise.all([page.waitForURL('**/fa/alliances.html#*'), page.keyboard.press('p')]);
    expect(await page.evaluate(() => document.documentElement.lang)).toBe('fa-AF');
  });
});

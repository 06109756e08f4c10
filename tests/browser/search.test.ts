import { pathToFileURL } from 'node:url';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { type OpenSite, openSite } from '../support/open-site.ts';

let site: OpenSite;
beforeAll(async () => {
  // In a sub-folder, as on a host that many sites share.
  site = await openSite({ base: '/news/2026/' });
});
afterAll(() => site.close());

const results = '[data-result]';
const found = (page: Page) => page.locator(`main ${results}`).first().waitFor();

describe('the search page', () => {
  test('shows a unit in both languages, with links to it in each and facing', async () => {
    const page = await site.openPage('en/search.html?q=Taliban');
    await found(page);
    const result = page.locator(results).first();
    expect(await result.locator('[lang|=en] mark').count()).toBeGreaterThan(0);
    expect(await result.locator('[lang|=fa] mark').allTextContents()).toContain('طالبان');
    expect(await result.locator('[lang|=fa]').getAttribute('dir')).toBe('rtl');
    const links = await result
      .locator('.b-result-links a')
      .evaluateAll((all) => all.map((a) => a.getAttribute('href')));
    expect(links).toHaveLength(3);
    for (const [i, folder] of ['../en/', '../fa/', '../both/'].entries()) expect(links[i]).toContain(folder);
    expect(await page.locator('[data-search-status]').textContent()).toMatch(/\d+ results? in \d+ works?/);
  });

  test('counts in Persian digits and says so to screen readers', async () => {
    const page = await site.openPage('fa/search.html?q=طالبان');
    await found(page);
    const status = page.locator('main [role=status]');
    expect(await status.textContent()).toMatch(/^[۰-۹]+ نتیجه در [۰-۹]+ نوشته/);
  });

  test('searches while typing, keeps the query in the address, and goes back and forward', async () => {
    const page = await site.openPage('fa/search.html');
    await page.locator('main input[name=q]').pressSequentially('طالبا');
    await found(page);
    expect(new URL(page.url()).searchParams.get('q')).toBe('طالبا');
    await page.locator('main input[name=q]').fill('افغانستان');
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => document.querySelector('main mark')?.textContent?.includes('افغانستان'));
    await page.locator('main input[name=q]').fill('سوریه');
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => document.querySelector('main mark')?.textContent?.includes('سوریه'));
    await page.goBack();
    await page.waitForFunction(() => document.querySelector('main mark')?.textContent?.includes('افغانستان'));
    expect(await page.locator('main input[name=q]').inputValue()).toBe('افغانستان');
    await page.goForward();
    expect(await page.locator('main input[name=q]').inputValue()).toBe('سوریه');
  });

  test('narrows by filters that stand in the address', async () => {
    const page = await site.openPage('en/search.html?q=Afghanistan');
    await found(page);
    const all = await page.locator('.b-result-work').count();
    await page.locator('select[name=topic]').selectOption('syria');
    await page.waitForFunction((before) => document.querySelectorAll('.b-result-work').length < before, all);
    expect(new URL(page.url()).searchParams.get('topic')).toBe('syria');
    const narrowed = await site.openPage(`en/search.html?q=Afghanistan&topic=syria`);
    await found(narrowed);
    expect(await narrowed.locator('select[name=topic]').inputValue()).toBe('syria');
    expect(await narrowed.locator('.b-result-work').count()).toBe(await page.locator('.b-result-work').count());
  });

  test('sorts by date', async () => {
    const page = await site.openPage('en/search.html?q=Afghanistan&sort=newest');
    await found(page);
    const dates = await page
      .locator('.b-result-work time')
      .evaluateAll((all) => all.map((t) => t.getAttribute('datetime')!));
    expect(dates.length).toBeGreaterThan(1);
    expect(dates).toEqual([...dates].sort().reverse());
  });

  test('offers the other keyboard and the nearest spelling', async () => {
    const page = await site.openPage('fa/search.html?q=hgsghl');
    await page.locator('.b-suggestion', { hasText: 'السلام' }).waitFor();
    const misspelled = await site.openPage('en/search.html?q=afghanistn');
    await misspelled.locator('.b-suggestion', { hasText: 'afghanistan' }).click();
    await found(misspelled);
  });

  test('says that other forms of a word were let in', async () => {
    const page = await site.openPage('en/search.html?q=ceasefires');
    await found(page);
    expect(await page.locator('[data-search-status]').textContent()).toMatch(/ works?\. Few exact matches/);
  });

  test('never reads the address as markup', async () => {
    const page = await site.openPage(
      `en/search.html?q=${encodeURIComponent('<img src=x onerror=alert(1)><b>Taliban</b>')}`,
    );
    await page.waitForFunction(() => document.querySelector('[data-search-status]')?.textContent);
    expect(await page.locator('main img, main b').count()).toBe(0);
  });

  test('walks results with the arrow keys', async () => {
    const page = await site.openPage('en/search.html?q=Taliban');
    await found(page);
    await page.locator('main input[name=q]').focus();
    await page.keyboard.press('ArrowDown');
    expect(await page.evaluate(() => document.activeElement?.closest('.b-result-work') !== null)).toBe(true);
    await page.keyboard.press('Escape');
    expect(await page.evaluate(() => document.activeElement?.getAttribute('name'))).toBe('q');
  });

  test('lists every work where there is no script, and says so', async () => {
    const page = await site.openPage('fa/search.html', { javaScriptEnabled: false });
    expect(await page.locator('noscript').textContent()).toContain('جاوااسکریپت');
    expect(await page.locator('[data-search-everything] a:visible').count()).toBeGreaterThan(5);
    expect(await page.locator('form[data-search-page]').isVisible()).toBe(false);
  });

  test('says from a disk why it is off', async () => {
    const context = await site.browser.newContext();
    const page = await context.newPage();
    await page.goto(`${pathToFileURL(inject('dist')).href}/en/search.html?q=Taliban`);
    await page.waitForFunction(() => document.querySelector('[data-search-status]')?.textContent);
    expect(await page.locator('[data-search-status]').textContent()).toContain('opened from a disk');
    expect(await page.locator('[data-search-everything] a:visible').count()).toBeGreaterThan(5);
    await context.close();
  });
});

describe('the search box', () => {
  test('loads nothing of the search before a reader turns to it', async () => {
    const asked: string[] = [];
    const page = await site.openPage('en/index.html');
    page.on('request', (request) => asked.push(request.url()));
    await page.reload();
    await page.waitForLoadState('networkidle');
    expect(asked.filter((url) => /pagefind|search-page/.test(url))).toEqual([]);
  });

  test('opens on /, finds while typing, follows a result and marks its words there', async () => {
    const page = await site.openPage('en/alliances.html');
    await page.locator('body').press('/');
    const dialog = page.locator('dialog.b-search-dialog');
    await dialog.locator('input').pressSequentially('سوریه');
    await dialog.locator(results).first().waitFor();
    const link = dialog.locator(`${results} a[hreflang|=fa]`).first();
    const unit = await dialog.locator(results).first().getAttribute('data-result');
    await link.click();
    await page.waitForURL(/\/fa\//);
    const url = new URL(page.url());
    expect(url.hash).toBe(`#${unit}`);
    expect(url.search).toBe('');
    const marked = await page.evaluate(() => [...(CSS.highlights.get('search') ?? [])].map((range) => String(range)));
    expect(marked.length).toBeGreaterThan(0);
    for (const word of marked) expect(word).toContain('سوریه');
  });

  test('closes on Escape and opens all results on Enter', async () => {
    const page = await site.openPage('fa/index.html');
    await page.locator('a[data-search-link]').click();
    const dialog = page.locator('dialog.b-search-dialog');
    await dialog.locator('input').waitFor();
    await page.keyboard.press('Escape');
    expect(await dialog.evaluate((d) => (d as HTMLDialogElement).open)).toBe(false);
    await page.locator('a[data-search-link]').click();
    await dialog.locator('input').fill('افغانستان');
    await page.keyboard.press('Enter');
    await page.waitForURL(/search\.html\?q=/);
    await found(page);
  });

  test('is a link to the search page without a script', async () => {
    const page = await site.openPage('en/index.html', { javaScriptEnabled: false });
    await page.locator('a[data-search-link]').click();
    await page.waitForURL(/en\/search\.html$/);
  });
});

describe('what a reader types and finds', () => {
  test('is no longer than hosts take addresses', async () => {
    const page = await site.openPage(`en/search.html?q=${'x'.repeat(1000)}`);
    expect(await page.locator('input[name=q]').inputValue()).toHaveLength(200);
    await page.locator('input[name=q]').fill('');
    await page.locator('input[name=q]').pressSequentially('y'.repeat(210), { delay: 0 });
    expect(await page.locator('input[name=q]').inputValue()).toHaveLength(200);
    expect(page.url().length).toBeLessThan(400);
  });

  test('is not answered “nothing” at its first letter', async () => {
    const page = await site.openPage('fa/search.html');
    const said: string[] = [];
    await page.exposeFunction('note', (text: string) => void said.push(text));
    await page.evaluate(() => {
      const status = document.querySelector('[data-search-status]')!;
      new MutationObserver(() => (window as unknown as { note(text: string): void }).note(status.textContent!)).observe(
        status,
        { childList: true, characterData: true, subtree: true },
      );
    });
    await page.locator('input[name=q]').pressSequentially('ظ');
    await page.waitForFunction(() => !document.querySelector('[data-search-results][aria-busy]'));
    await page.waitForTimeout(300);
    expect(said.filter((text) => text.includes('«ظ»'))).toEqual([]);
  });

  test('keeps its filters in the other language', async () => {
    const page = await site.openPage('en/search.html?q=calendar&sort=newest');
    await found(page);
    await Promise.all([page.waitForEvent('load'), page.click('a[data-switch]')]);
    expect(new URL(page.url()).search).toBe('?q=calendar&sort=newest');
    expect(await page.locator('select[name=sort]').inputValue()).toBe('newest');
  });

  test('is there again, opened as far and scrolled to, when the reader comes back', async () => {
    const page = await site.openPage('en/search.html?q=the');
    await found(page);
    await page.locator('.b-more').click();
    await page.waitForFunction(() => document.querySelectorAll('.b-result-work').length > 12);
    const works = await page.locator('.b-result-work').count();
    const link = page.locator('.b-result-work h2 a').nth(12);
    await link.scrollIntoViewIfNeeded();
    const top = () => link.evaluate((element) => element.getBoundingClientRect().top);
    const before = await top();
    await Promise.all([page.waitForEvent('load'), link.evaluate((element) => (element as HTMLElement).click())]);
    await page.goBack();
    await page.waitForFunction((count) => document.querySelectorAll('.b-result-work').length === count, works);
    await page.waitForTimeout(200);
    expect(await page.evaluate(() => scrollY)).toBeGreaterThan(1000);
    expect(Math.abs((await top()) - before)).toBeLessThan(30);
  });

  test.each(['Taliban#100%', 'x#%', 'a%20b#~'])('a broken address breaks nothing: ?mark=%s', async (mark) => {
    const page = await site.openPage(`en/alliances.html?mark=${mark}`);
    await page.locator('article p').nth(1).hover();
    await page.locator('.b-tools').waitFor();
  });
});

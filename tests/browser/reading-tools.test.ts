import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { siteUrl } from '../support/build-site.ts';
import { type OpenSite, openSite } from '../support/open-site.ts';

let site: OpenSite;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site.close());

const clipboard = { permissions: ['clipboard-read', 'clipboard-write'] };
const readClipboard = (page: Page) => page.evaluate(() => navigator.clipboard.readText());

async function openMenu(page: Page): Promise<string> {
  const block = page.locator('article p[data-unit]:has(> a.twin)').nth(2);
  await block.hover();
  await page.locator('.b-tools > button').last().click();
  await page.locator('.b-menu').waitFor();
  return (await block.getAttribute('data-unit'))!;
}

async function choose(page: Page, name: string): Promise<string> {
  await page.evaluate(() => navigator.clipboard.writeText(''));
  await page.getByRole('button', { name, exact: true }).click();
  await page.waitForFunction(() => document.querySelector('.b-menu [role=status]')?.textContent);
  return readClipboard(page);
}

describe('a block’s menu', () => {
  test('copies links to this page and to the facing pages, by the public address', async () => {
    const page = await site.openPage('en/alliances.html', clipboard);
    const unit = await openMenu(page);
    expect(await choose(page, 'This page')).toBe(`${siteUrl}en/alliances.html#${unit}`);
    expect(await choose(page, 'Side by side')).toBe(`${siteUrl}both/alliances.html#${unit}`);
  });

  test('copies the text of either language or both, each with its own direction', async () => {
    const page = await site.openPage('en/alliances.html', clipboard);
    await openMenu(page);
    const english = await choose(page, 'English');
    // Words of the other language in it have isolates of their own.
    expect(english).toMatch(/^[A-Z].+\(\u2067طالبان\u2069\).+[.:]$/);
    const persian = await choose(page, 'Persian');
    expect(persian).toMatch(/^\u2067[\u0600-\u06ff].+\(\u2066Monitoring Team\u2069\).+\u2069$/);
    expect(await choose(page, 'Both')).toBe(`\u2066${english}\u2069\n\n${persian}`);
    await page.locator('.b-menu select').selectOption('html');
    await choose(page, 'Both');
    const html = await page.evaluate(async () => {
      const [item] = await navigator.clipboard.read();
      return (await item!.getType('text/html')).text();
    });
    expect(html).toContain('dir="rtl"');
  });

  test('cites the work in words, BibTeX and CSL-JSON', async () => {
    const page = await site.openPage('fa/alliances.html', clipboard);
    await openMenu(page);
    const words = await choose(page, 'مأخذ کامل');
    expect(words).toMatch(/«.+».* بیت، [۰-۹]+ .+ \(\u2066[0-9]+ .+\u2069\)\. https:/);
    expect(await choose(page, 'BibTeX')).toContain('langid = {persian}');
    const [item] = JSON.parse(await choose(page, 'CSL-JSON'));
    expect(item['container-title']).toBe('بیت');
  });

  test('closes on Esc and gives the focus back', async () => {
    const page = await site.openPage('en/alliances.html');
    await openMenu(page);
    await page.keyboard.press('Escape');
    await page.locator('.b-menu').waitFor({ state: 'detached' });
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Copy or cite');
  });
});

test('a footnote opens where it is called and leaves the reader there', async () => {
  const page = await site.openPage('en/named-groups.html');
  const call = page.locator('article [data-footnote-ref]').first();
  await call.scrollIntoViewIfNeeded();
  const y = await page.evaluate(() => window.scrollY);
  await call.click();
  expect((await page.locator('.b-note').innerText()).length).toBeGreaterThan(40);
  expect(await page.evaluate(() => window.scrollY)).toBe(y);
  await page.keyboard.press('Escape');
  await page.locator('.b-note').waitFor({ state: 'detached' });
});

test('an image opens large by key and closes by click', async () => {
  const page = await site.openPage('en/two-falls.html');
  await page.locator('[data-zoom]').first().focus();
  await page.keyboard.press('Enter');
  const dialog = page.locator('dialog.b-zoom');
  await dialog.waitFor();
  expect(await dialog.getAttribute('aria-label')).not.toBe('');
  await dialog.click();
  await dialog.waitFor({ state: 'detached' });
});

test('? shows the keys, and there they can be turned off', async () => {
  const page = await site.openPage('en/alliances.html');
  await page.keyboard.press('?');
  expect(await page.locator('dialog.b-keys kbd').allTextContents()).toEqual(['t', 'p', 'P', 'Escape', 'f', '/', '?']);
  await page.getByRole('button', { name: 'Turn off single-key shortcuts' }).click();
  await page.keyboard.press('t');
  await page.keyboard.press('Shift+P');
  expect(page.url()).toMatch(/\/en\/alliances\.html$/);
});

test('the contents mark the heading that is being read under', async () => {
  const page = await site.openPage('fa/alliances.html');
  const id = (await page.locator('article h2').nth(2).getAttribute('id'))!;
  await page.evaluate((unit) => document.getElementById(unit)!.scrollIntoView(), id);
  await page.waitForFunction(
    (unit) => document.querySelector('.b-contents [aria-current="true"]')?.getAttribute('href') === `#${unit}`,
    id,
  );
  expect(await page.locator('.b-contents [aria-current="true"]').count()).toBe(1);
});

test('arriving at a block marks it; progress runs in the script’s direction', async () => {
  const page = await site.openPage('fa/alliances.html');
  const id = (await page.locator('article h2').nth(1).getAttribute('id'))!;
  await page.goto(`${site.url}fa/alliances.html#${id}`);
  expect(await page.locator(`#${id}`).evaluate((block) => getComputedStyle(block).animationName)).toBe('arrive');
  const bar = await page.locator('.b-progress').boundingBox();
  expect(bar!.x).toBeGreaterThan(0);
  expect(Math.round(bar!.x + bar!.width)).toBe(1280);
});

describe('the facing pages', () => {
  test('light the counterpart, walk by rows, swap, hide, and remember only in the address', async () => {
    const page = await site.openPage('both/the-couplet.html');
    await page.locator('[data-row] > [lang|=en] p[data-unit]').nth(1).hover();
    expect(
      await page.locator('.b-lit').evaluateAll((all) => all.map((b) => b.closest('[lang]')!.getAttribute('lang'))),
    ).toEqual(['en', 'fa-AF']);
    await page.keyboard.press('j');
    await page.keyboard.press('j');
    expect(
      await page.evaluate(() => [...document.querySelectorAll('[data-row]')].indexOf(document.activeElement!)),
    ).toBe(1);
    const leftOf = (lang: string) =>
      page
        .locator(`[data-row] > [lang|=${lang}]`)
        .first()
        .evaluate((cell) => cell.getBoundingClientRect().left);
    expect(await leftOf('en')).toBeLessThan(await leftOf('fa'));
    await page.keyboard.press('x');
    expect(await leftOf('fa')).toBeLessThan(await leftOf('en'));
    await page.waitForURL('**?order=fa');
    await page.locator('[data-set=hide][data-value=en]').click();
    const english = page.locator('[data-row] > [lang|=en]').first();
    expect(await english.locator('[data-unit]').first().isVisible()).toBe(false);
    await english.locator('.b-show').click();
    expect(await english.locator('[data-unit]').first().isVisible()).toBe(true);
    await page.waitForURL('**?order=fa&hide=en');
  });

  test('the columns’ width can be dragged and set by key', async () => {
    const page = await site.openPage('both/the-couplet.html');
    const width = () =>
      page
        .locator('[data-row] > [lang|=en]')
        .first()
        .evaluate((cell) => cell.getBoundingClientRect().width);
    const before = await width();
    const divider = (await page.locator('.b-divider').boundingBox())!;
    await page.mouse.move(divider.x + 12, 500);
    await page.mouse.down();
    await page.mouse.move(divider.x + 132, 500, { steps: 4 });
    await page.mouse.up();
    expect(await width()).toBeGreaterThan(before + 90);
    await page.locator('.b-divider').press('Home');
    expect(await width()).toBeCloseTo(before, 0);
    await page.locator('.b-divider').press('ArrowLeft');
    expect(await page.locator('.b-divider').getAttribute('aria-valuenow')).toBe('48');
  });

  test('the address says order, hiding and width; where it says nothing the text is left as it came', async () => {
    const read = async (query: string) => {
      const page = await site.openPage(`both/the-couplet.html${query}`);
      return page.evaluate(() => {
        const { attributes } = document.querySelector('.b-facing')!;
        const pressed = [...document.querySelectorAll<HTMLElement>('[data-set][aria-pressed=true]')];
        return [
          [...attributes].map(({ name }) => name).sort(),
          pressed.map(({ dataset }) => `${dataset.set} ${dataset.value}`),
          document.querySelector('.b-divider')!.getAttribute('aria-valuenow'),
        ];
      });
    };
    expect(await read('')).toEqual([['class', 'data-work'], ['order ', 'hide '], '50']);
    expect(await read('?order=fa&hide=en&width=40')).toEqual([
      ['class', 'data-hide', 'data-order', 'data-work', 'style'],
      ['order fa', 'hide en'],
      '40',
    ]);
  });

  test('a selection stays in the column where it began', async () => {
    const page = await site.openPage('both/the-couplet.html');
    const cells = page.locator('[data-row] > [lang|=en]');
    const from = (await cells.nth(1).boundingBox())!;
    const to = (await cells.nth(2).boundingBox())!;
    await page.mouse.move(from.x + 4, from.y + 20);
    await page.mouse.down();
    await page.mouse.move(to.x + 200, to.y + 40, { steps: 8 });
    await page.mouse.up();
    const selected = await page.evaluate(() => getSelection()!.toString());
    expect(selected.length).toBeGreaterThan(100);
    // Glosses are Persian words within the English column.
    expect(selected.replace(/\([^)]*\)/g, '')).not.toMatch(/[\u0600-\u06ff]/);
  });

  test('on a phone the rows interleave, either language first', async () => {
    const page = await site.openPage('both/the-couplet.html', { viewport: { width: 360, height: 740 } });
    const topOf = (lang: string) =>
      page
        .locator(`[data-row] > [lang|=${lang}]`)
        .first()
        .evaluate((cell) => cell.getBoundingClientRect().top);
    expect(await topOf('en')).toBeLessThan(await topOf('fa'));
    await page.locator('[data-set=order][data-value=fa]').click();
    expect(await topOf('fa')).toBeLessThan(await topOf('en'));
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
  });
});

test('the foot of an article copies its public address; its links to networks load nothing', async () => {
  const page = await site.openPage('en/karez.html', clipboard);
  const share = page.locator('.b-share');
  await share.getByRole('button', { name: 'Copy link' }).click();
  await page.waitForFunction(() => document.querySelector('.b-share [role=status]')?.textContent);
  expect(await readClipboard(page)).toBe(`${siteUrl}en/karez.html`);
  expect(await share.getByRole('link').allTextContents()).toEqual(['Telegram', 'WhatsApp', 'X', 'Facebook', 'Email']);
});

import type { BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findViolations } from '../support/axe.ts';
import { type OpenSite, openSite } from '../support/open-site.ts';

let site: OpenSite;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site.close());

/** A page of every kind; in both languages where the kind has two. */
const pages = [
  'index.html',
  '404.html',
  'both/named-groups.html',
  ...['en', 'fa'].flatMap((lang) => [
    `${lang}/index.html`,
    `${lang}/named-groups.html`,
    `${lang}/writing-for-beyt.html`,
    `${lang}/search.html`,
    `${lang}/works.html`,
    `${lang}/topics.html`,
    `${lang}/topics/language.html`,
    `${lang}/people.html`,
    `${lang}/people/language-desk.html`,
    `${lang}/about.html`,
  ]),
  'en/the-couplet.html',
  'fa/گاه‌شمار-دو-سقوط.html',
  'fa/dast-be-dast.html',
];

/** Scripts are injected, which the pages' own policy rightly forbids. */
const forAxe: BrowserContextOptions = { bypassCSP: true };
const phone = { width: 360, height: 740 };

describe('WCAG 2.2 AA', () => {
  let light: Page;
  let dark: Page;
  beforeAll(async () => {
    light = await site.openPage('index.html', forAxe);
    dark = await site.openPage('index.html', { ...forAxe, colorScheme: 'dark', viewport: phone });
  });

  test.each(pages)('%s', async (path) => {
    await light.goto(site.url + encodeURI(path));
    expect(await findViolations(light)).toEqual([]);
  });

  test.each(['en/the-couplet.html', 'both/named-groups.html', 'fa/index.html', 'fa/search.html'])(
    'in the dark, on a phone: %s',
    async (path) => {
      await dark.goto(site.url + encodeURI(path));
      expect(await findViolations(dark)).toEqual([]);
    },
  );
});

describe('with and without JavaScript', () => {
  test.each([true, false])(
    'javaScriptEnabled: %s: no page scrolls sideways or loses its text',
    async (javaScriptEnabled) => {
      const page = await site.openPage('index.html', { javaScriptEnabled, viewport: phone });
      for (const path of pages) {
        await page.goto(site.url + encodeURI(path));
        const { wide, text } = await page.evaluate(() => ({
          wide: document.documentElement.scrollWidth - document.documentElement.clientWidth,
          text: document.querySelector('main')!.textContent.trim().length,
        }));
        expect(wide, path).toBeLessThanOrEqual(0);
        expect(text, path).toBeGreaterThan(20);
      }
      await page.context().close();
    },
  );

  test('without it every work is found, every twin reached, and the switch works', async () => {
    const page = await site.openPage('en/search.html', { javaScriptEnabled: false });
    const works = await page
      .locator('main a[href$=".html"]')
      .evaluateAll((links) => links.map((a) => a.getAttribute('href')));
    for (const work of ['alliances.html', 'the-couplet.html', 'two-falls.html']) expect(works).toContain(work);
    await page.goto(`${site.url}en/the-couplet.html`);
    const unit = await page.locator('article p[data-unit]:has(a.twin)').nth(2).getAttribute('data-unit');
    await page.locator(`article p[data-unit="${unit}"] a.twin`).focus();
    await page.keyboard.press('Enter');
    await page.waitForURL(`**/fa/the-couplet.html#${unit}`);
    expect(await page.locator(`#${unit}`).isVisible()).toBe(true);
    await page.locator('a[data-switch]').click();
    await page.waitForURL('**/en/the-couplet.html*');
    await page.context().close();
  });
});

test('the root page offers both languages and remembers nothing', async () => {
  const page = await site.openPage('index.html');
  expect(await page.locator('main a[hreflang=en], main a[hreflang=fa-AF]').count()).toBeGreaterThanOrEqual(2);
  await page.locator('main a[hreflang=fa-AF]').first().click();
  await page.waitForURL('**/fa/index.html');
  await page.goto(`${site.url}index.html`);
  expect(page.url()).toBe(`${site.url}index.html`);
  expect(await page.context().cookies()).toEqual([]);
  expect(await page.evaluate(() => localStorage.length)).toBe(0);
  await page.context().close();
});

test('the skip link is the first stop and goes to the text', async () => {
  const page = await site.openPage('fa/alliances.html');
  await page.keyboard.press('Tab');
  expect(await page.evaluate(() => document.activeElement?.getAttribute('href'))).toBe('#main');
  await page.context().close();
});

test('text at twice its size still fits', async () => {
  const page = await site.openPage('fa/named-groups.html', { viewport: { width: 640, height: 800 } });
  await page.evaluate(() => {
    document.documentElement.style.fontSize = '200%';
  });
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
  await page.context().close();
});

test('on paper: no menus, links say where they lead', async () => {
  const page = await site.openPage('en/the-couplet.html');
  await page.emulateMedia({ media: 'print' });
  expect(await page.locator('header.b-bar, header.b-masthead, nav').first().isVisible()).toBe(false);
  expect(await page.locator('article p').first().isVisible()).toBe(true);
  await page.context().close();
});

test.each(['en', 'fa'])('a browser reads the web app manifest of the front page without an error: %s', async (lang) => {
  const page = await site.openPage(`${lang}/index.html`);
  const devtools = await page.context().newCDPSession(page);
  const { url, data, errors } = await devtools.send('Page.getAppManifest');
  expect(url).toBe(`${site.url}${lang}/site.webmanifest`);
  expect(errors).toEqual([]);
  expect(JSON.parse(data!)).toMatchObject({ lang: lang === 'en' ? 'en' : 'fa-AF' });
  await page.context().close();
});

import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runBuild, showcase, siteUrl } from '../support/build-site.ts';
import { type OpenSite, openSite } from '../support/open-site.ts';

const phone = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true };

/** What the second site's record says that the text does not, and an id that an older record had. */
const CHANGED = { from: 'within days', to: 'within eleven days' };
const ALIAS = 'old1';

let site: OpenSite;
let changed: OpenSite;
let scratch: string;
/** The first unit of the work: its English was changed after the review. */
let unit: string;

beforeAll(async () => {
  site = await openSite();
  scratch = await mkdtemp(join(tmpdir(), 'beyt-states-'));
  const content = join(scratch, 'content');
  await cp(showcase, content, { recursive: true });
  const file = join(content, 'en/alliances.mdx');
  const source = await readFile(file, 'utf8');
  await writeFile(file, source.replace(CHANGED.from, CHANGED.to));
  const path = join(content, 'alignment/alliances.json');
  const record = await readFile(path, 'utf8');
  unit = /"id":"([a-z0-9]+)"/.exec(record)![1]!;
  const withAlias = record.replace(
    /"aliases":\{(?=(\})?)/,
    (_, end) => `"aliases":{"${ALIAS}":"${unit}"${end ? '' : ','}`,
  );
  await writeFile(path, withAlias);
  const folder = join(scratch, 'site');
  const { code, output } = await runBuild({ OUT_DIR: folder, CONTENT_DIR: content, SITE_URL: siteUrl });
  if (code) throw new Error(output);
  changed = await openSite({ folder });
});
afterAll(async () => {
  await rm(scratch, { recursive: true });
  await site.close();
  await changed.close();
});

describe('a unit whose text has moved on', () => {
  test.each(['en', 'fa'])('says so on the %s page, and shows the changed words in place', async (lang) => {
    const page = await changed.openPage(`${lang}/alliances.html`);
    const note = page.locator(`[data-unit="${unit}"][data-unit-state=stale] > a.b-stale`);
    expect((await note.innerText()).length).toBeGreaterThan(10);
    await note.click();
    const box = page.locator('.b-note');
    await box.waitFor();
    expect(await box.locator('ins').allTextContents()).toEqual([' eleven']);
    expect(await box.locator('p').first().getAttribute('lang')).toBe('en');
    expect(page.url()).not.toContain('#');
  });

  test('is told at the head of the text that has not followed, and not at the one that was changed', async () => {
    const headOf = async (lang: string) => {
      const page = await changed.openPage(`${lang}/alliances.html`);
      return page.locator('.b-opening .b-notice').allTextContents();
    };
    expect(await headOf('fa')).toEqual(['چند جای این ترجمه به‌روز نیست؛ آن جاها نشانی شده است.']);
    expect(await headOf('en')).toEqual([]);
  });

  test('says so in both columns of the facing page, in the language of each', async () => {
    const page = await changed.openPage('both/alliances.html');
    const notes = page.locator('a.b-stale');
    expect(await notes.evaluateAll((all) => all.map((note) => note.closest('[lang]')!.getAttribute('lang')))).toEqual([
      'en',
      'fa-AF',
    ]);
    await notes.first().click();
    await page.locator('.b-note ins').waitFor();
  });

  test('links to the changed words without JavaScript', async () => {
    const page = await changed.openPage('fa/alliances.html', { javaScriptEnabled: false });
    await page.locator('a.b-stale').first().click();
    expect(page.url()).toContain(`#changes-${unit}`);
    expect(await page.locator(`[id="changes-${unit}"] ins`).isVisible()).toBe(true);
  });
});

test('a footnote of the facing page opens in place, in the language of its column', async () => {
  const page = await site.openPage('both/named-groups.html');
  for (const lang of ['en', 'fa-AF']) {
    await page.locator(`[data-row] > [lang="${lang}"] [data-footnote-ref]`).first().click();
    const note = page.locator('.b-note');
    expect(await note.getAttribute('lang')).toBe(lang);
    expect(await note.innerText()).toMatch(lang === 'en' ? /[a-z]{4}/ : /[\u0600-\u06ff]{4}/);
    await page.keyboard.press('Escape');
    await note.waitFor({ state: 'detached' });
  }
});

test.each(['en', 'fa', 'both'])('an id that a unit has taken over leads to it and marks it: %s', async (folder) => {
  const page = await changed.openPage(`${folder}/alliances.html#${ALIAS}`, phone);
  await page.waitForTimeout(300);
  const block = page.locator(`[data-unit="${unit}"]`).first();
  expect(await block.evaluate((element) => getComputedStyle(element).animationName)).toBe('arrive');
  expect(await block.evaluate((element) => element.getBoundingClientRect().top)).toBeLessThan(740);
});

describe('the system’s share sheet', () => {
  const openMenu = async (page: Page) => {
    await page.locator('article p[data-unit]').nth(1).tap();
    await page.locator('.b-tools > button').last().tap();
    await page.locator('.b-menu').waitFor();
  };

  test('is offered where there is one, and is given the block’s public address', async () => {
    const page = await site.openPage('404.html', phone);
    await page.addInitScript(() => {
      const given: ShareData[] = [];
      Object.assign(window, { given });
      navigator.share = async (data?: ShareData) => void given.push(data!);
    });
    await page.goto(`${site.url}fa/alliances.html`);
    await openMenu(page);
    await page.locator('.b-menu').getByRole('button', { name: 'هم‌رسانی' }).tap();
    const id = await page.locator('article p[data-unit]').nth(1).getAttribute('data-unit');
    const given = await page.evaluate(() => (window as unknown as { given: ShareData[] }).given);
    expect(given).toEqual([{ title: await page.title(), url: `${siteUrl}fa/alliances.html#${id}` }]);
  });

  test('is not offered where there is none', async () => {
    const page = await site.openPage('en/alliances.html', phone);
    await openMenu(page);
    expect(await page.getByRole('button', { name: 'Share' }).count()).toBe(0);
  });
});

describe('on paper', () => {
  const print = async (path: string) => {
    const page = await site.openPage(path);
    await page.emulateMedia({ media: 'print' });
    return page;
  };

  test.each(['en/named-groups.html', 'fa/the-couplet.html', 'both/two-falls.html'])(
    '%s is its text alone, its units whole',
    async (path) => {
      const page = await print(path);
      for (const aside of [
        '.b-bar',
        '.b-foot',
        '.b-contents',
        'a.twin',
        '.b-controls',
        '.b-titles a',
        '[data-footnote-backref]',
      ])
        expect(await page.locator(aside).locator('visible=true').count(), aside).toBe(0);
      const broken = await page
        .locator('p[data-unit], li[data-unit], tr[data-unit], figure, [data-row]')
        .evaluateAll((all) => all.filter((block) => getComputedStyle(block).breakInside !== 'avoid').length);
      expect(broken).toBe(0);
      expect((await page.pdf({ format: 'A4' })).byteLength).toBeGreaterThan(20_000);
    },
  );

  test('links are written out, left to right also in Persian', async () => {
    const page = await print('fa/the-couplet.html');
    const link = page.locator('.b-text a[href^=http]').first();
    const written = await link.evaluate((element) => {
      const { content, direction } = getComputedStyle(element, '::after');
      return { content, direction };
    });
    expect(written).toEqual({ content: `" (${await link.getAttribute('href')})"`, direction: 'ltr' });
  });

  test('the facing page keeps its two columns', async () => {
    const page = await print('both/two-falls.html');
    await page.setViewportSize({ width: 690, height: 900 });
    const tops = await page
      .locator('[data-row]')
      .nth(2)
      .evaluate((row) => [...row.children].map((cell) => cell.getBoundingClientRect().left));
    expect(tops[0]).toBeLessThan(tops[1]!);
  });
});

test('a page is shown though its script, its later styles and its fonts are still on their way', async () => {
  const page = await site.openPage('404.html');
  let release = () => {};
  const held = new Promise<void>((done) => {
    release = done;
  });
  await page.route('**/_beyt/*', async (route) => {
    await held;
    await route.continue();
  });
  await page.goto(`${site.url}fa/alliances.html`, { waitUntil: 'commit' });
  await page.waitForFunction(() => performance.getEntriesByName('first-contentful-paint').length);
  expect(await page.locator('article p').first().isVisible()).toBe(true);
  release();
});

describe('without styles', () => {
  const undress = async (path: string) => {
    const page = await site.openPage(path, { javaScriptEnabled: false });
    await page.evaluate(() => {
      for (const sheet of document.querySelectorAll('style, link[rel=stylesheet]')) sheet.remove();
    });
    return page;
  };

  test.each(['en/the-couplet.html', 'fa/the-couplet.html'])(
    '%s reads in its order: name, title, text',
    async (path) => {
      const page = await undress(path);
      const order = await page
        .locator('.b-skip, .b-nameplate, [data-switch], h1, .b-standfirst, article p, footer')
        .evaluateAll((all) => all.map((element) => element.getBoundingClientRect().top));
      expect(order).toEqual([...order].sort((a, b) => a - b));
      // No two links run into one word.
      const links = await page.locator('.b-bar :is(a, button):visible').allInnerTexts();
      expect((await page.locator('.b-bar').innerText()).trim().split(/\s+/)).toEqual(
        links.join(' ').trim().split(/\s+/),
      );
    },
  );

  test('a row of the facing page has its English, then its Persian', async () => {
    const page = await undress('both/the-couplet.html');
    const rows = await page
      .locator('[data-row]')
      .evaluateAll((all) => all.map((row) => [...row.children].map((cell) => cell.getBoundingClientRect().top)));
    for (const [english, persian] of rows) expect(persian).toBeGreaterThan(english!);
  });
});

test('without images the page says what they show, and keeps their place', async () => {
  const page = await site.openPage('en/two-falls.html');
  const place = () =>
    page.locator('article img').evaluateAll((all) =>
      all.map((image) => {
        const { width, height } = image.getBoundingClientRect();
        return [Math.round(width), Math.round(height)];
      }),
    );
  const shown = await place();
  await page.route(/\.(svg|png|webp|avif|jpe?g)$/, (route) => route.fulfill({ status: 200, body: '' }));
  await page.goto(`${site.url}en/two-falls.html?without`);
  expect(shown.length).toBeGreaterThan(0);
  expect(await place()).toEqual(shown);
  for (const alt of await page
    .locator('article img')
    .evaluateAll((all) => all.map((image) => image.getAttribute('alt'))))
    expect(alt!.length).toBeGreaterThan(20);
});

/** Contrast of an element's text with what lies behind it, as WCAG counts it. */
const contrastOf = (page: Page, selector: string) =>
  page
    .locator(selector)
    .first()
    .evaluate((element) => {
      const channels = (colour: string) =>
        colour
          .match(/[\d.]+/g)!
          .slice(0, 3)
          .map(Number);
      const luminance = (colour: string) => {
        const [r, g, b] = channels(colour).map((c) =>
          c <= 10.31475 ? c / 3294.6 : ((c / 255 + 0.055) / 1.055) ** 2.4,
        );
        return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!;
      };
      const [text, back] = [
        getComputedStyle(element).color,
        getComputedStyle(document.documentElement).backgroundColor,
      ];
      const [dark, light] = [luminance(text), luminance(back)].sort((a, b) => a - b);
      return (light! + 0.05) / (dark! + 0.05);
    });

describe.each<[string, BrowserContextOptions]>([
  ['light', { contrast: 'more', colorScheme: 'light' }],
  ['dark', { contrast: 'more', colorScheme: 'dark' }],
])('with more contrast, %s', (_, options) => {
  test('every kind of text has at least 10 : 1', async () => {
    const page = await site.openPage('fa/the-couplet.html', options);
    for (const text of ['article p', '.b-standfirst', '.b-byline', '.b-bar a', 'article a:not(.twin)', 'figcaption'])
      expect(await contrastOf(page, text), text).toBeGreaterThanOrEqual(10);
  });
});

test('with forced colours the twin’s mark, the lit pair and the menu can be seen', async () => {
  const page = await site.openPage('both/the-couplet.html', { forcedColors: 'active' });
  await page.locator('[data-row] [lang|=en] p[data-unit]').first().hover();
  const outlines = await page
    .locator('.b-lit')
    .evaluateAll((all) => all.map((lit) => getComputedStyle(lit).outlineStyle));
  expect(outlines).toEqual(['solid', 'solid']);
  const article = await site.openPage('en/the-couplet.html', { forcedColors: 'active' });
  await article.locator('article p[data-unit]').first().hover();
  const mark = await article
    .locator('a.twin')
    .first()
    .evaluate((link) => getComputedStyle(link, '::before').backgroundColor);
  expect(mark).not.toBe('rgba(0, 0, 0, 0)');
  await article.locator('.b-tools > button').last().click();
  expect(await article.locator('.b-menu').evaluate((menu) => getComputedStyle(menu).borderTopStyle)).toBe('solid');
});

describe('what a screen reader is told', () => {
  test.each(['en', 'fa'])('of a block with its tools, peek and menu: %s', async (lang) => {
    const page = await site.openPage(`${lang}/the-couplet.html`);
    const block = page.locator('article p[data-unit]').first();
    await block.hover();
    await page.locator('.b-tools > button:first-child').click();
    await page.locator('.b-peek').waitFor();
    expect(await block.ariaSnapshot()).toMatchSnapshot();
    expect(await page.locator('.b-peek').ariaSnapshot()).toMatchSnapshot();
    await page.locator('.b-tools > button').last().click();
    expect(await page.locator('.b-menu').ariaSnapshot()).toMatchSnapshot();
  });

  test('of the facing page: its controls, its first row, its handle', async () => {
    const page = await site.openPage('both/the-couplet.html');
    expect(await page.locator('.b-controls').ariaSnapshot()).toMatchSnapshot();
    expect(await page.locator('[data-row]').nth(1).ariaSnapshot()).toMatchSnapshot();
    expect(await page.locator('.b-divider').ariaSnapshot()).toMatchSnapshot();
  });

  test.each(['en', 'fa'])('of the front page and the foot: %s', async (lang) => {
    const page = await site.openPage(`${lang}/index.html`);
    expect(await page.locator('.b-masthead').ariaSnapshot()).toMatchSnapshot();
    expect(await page.locator('footer').ariaSnapshot()).toMatchSnapshot();
  });
});

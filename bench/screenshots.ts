/** `npm run bench -- screenshots [FOLDER]`: pictures of docs/reading.md. Default: `tests/fixtures/showcase`. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import sharp from 'sharp';
import { runBuild, showcase } from '../tests/support/build-site.ts';
import { launchChromium } from '../tests/support/chromium.ts';
import { serveFolder } from '../tests/support/server.ts';

const LIMIT = 150 * 1024;
const desk = { viewport: { width: 1280, height: 860 } };
const phone = { viewport: { width: 390, height: 780 }, deviceScaleFactor: 2, hasTouch: true, isMobile: true };

interface Shot {
  readonly name: string;
  readonly path: string;
  readonly device: typeof desk | typeof phone;
  readonly colorScheme: 'light' | 'dark';
  readonly act?: (page: Page) => Promise<unknown>;
}

const scrollTo =
  (selector: string, nth = 0, top = 90) =>
  (page: Page) =>
    page
      .locator(selector)
      .nth(nth)
      .evaluate((element, at) => window.scrollBy(0, element.getBoundingClientRect().top - at), top);

const SHOTS: readonly Shot[] = [
  { name: 'front-en', path: 'en/index.html', device: desk, colorScheme: 'light' },
  { name: 'front-fa', path: 'fa/index.html', device: desk, colorScheme: 'dark' },
  { name: 'article-en', path: 'en/alliances.html', device: desk, colorScheme: 'light' },
  {
    name: 'article-fa',
    path: 'fa/the-couplet.html',
    device: desk,
    colorScheme: 'light',
    act: scrollTo('.b-poem', 0, 420),
  },
  { name: 'facing', path: 'both/the-couplet.html', device: desk, colorScheme: 'light' },
  {
    name: 'facing-dark',
    path: 'both/two-falls.html',
    device: desk,
    colorScheme: 'dark',
    act: scrollTo('table', 0, 160),
  },
  {
    name: 'peek',
    path: 'en/named-groups.html',
    device: desk,
    colorScheme: 'light',
    async act(page) {
      const block = page.locator('article p[data-unit]').first();
      await scrollTo('article p[data-unit]', 0, 120)(page);
      await block.hover();
      await page.locator('.b-tools > button').first().click();
      await page.locator('.b-tools > button').last().click();
      await page.locator('.b-menu').waitFor();
    },
  },
  { name: 'phone-en', path: 'en/alliances.html', device: phone, colorScheme: 'light' },
  {
    name: 'phone-fa',
    path: 'fa/alliances.html',
    device: phone,
    colorScheme: 'dark',
    act: scrollTo('article h2', 0, 200),
  },
  {
    name: 'phone-facing',
    path: 'both/the-couplet.html',
    device: phone,
    colorScheme: 'light',
    act: scrollTo('[data-row]', 1),
  },
];

const [given] = process.argv.slice(2);
const scratch = await mkdtemp(join(tmpdir(), 'beyt-screenshots-'));
const folder = given ?? join(scratch, 'site');
if (!given) await runBuild({ OUT_DIR: folder, CONTENT_DIR: showcase });
// A page may first be shown without a face: the pictures are of a second visit.
const server = await serveFolder(folder, { headers: () => ({ 'cache-control': 'max-age=600' }) });
const browser = await launchChromium();
for (const { name, path, device, colorScheme, act } of SHOTS) {
  const context = await browser.newContext({ ...device, colorScheme, reducedMotion: 'reduce' });
  const page = await context.newPage();
  await page.goto(server.url + path);
  await page.evaluate(() => document.fonts.ready);
  await page.reload();
  await act?.(page);
  await page.waitForTimeout(300);
  const picture = sharp(await page.screenshot()).resize({ width: device === desk ? 1280 : 540 });
  const bytes = await picture.webp({ quality: 80, effort: 6 }).toBuffer();
  if (bytes.byteLength > LIMIT) throw new Error(`${name}.webp has ${bytes.byteLength} bytes`);
  await writeFile(`docs/img/${name}.webp`, bytes);
  console.log(`docs/img/${name}.webp: ${bytes.byteLength} bytes`);
  await context.close();
}
await browser.close();
await server.close();
await rm(scratch, { recursive: true });

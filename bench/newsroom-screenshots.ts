/**
 * Draws the pictures of docs/customising.md: `npm run bench -- newsroom-screenshots`. The sites are those of
 * `tests/fixtures/newsroom` and `tests/fixtures/second-publication`. The pictures are WebP, at most 150 KB each.
 */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import sharp from 'sharp';
import { runBuild, siteUrl } from '../tests/support/build-site.ts';
import { launchChromium } from '../tests/support/chromium.ts';
import { openSecondPublication } from '../tests/support/second-publication.ts';
import { serveFolder } from '../tests/support/server.ts';

const LIMIT = 150 * 1024;

interface Shot {
  readonly name: string;
  readonly path: string;
  readonly height: number;
  /** What is at the head of the picture. */
  readonly from?: string;
}

async function draw(page: Page, { name, from }: Shot): Promise<void> {
  if (from) {
    const at = page.locator(from).first();
    await at.evaluate((element) => window.scrollBy(0, element.getBoundingClientRect().top - 90));
  }
  await page.waitForTimeout(500);
  const bytes = await sharp(await page.screenshot())
    .resize({ width: 1280 })
    .webp({ quality: 80, effort: 6 })
    .toBuffer();
  if (bytes.byteLength > LIMIT) throw new Error(`${name}.webp has ${bytes.byteLength} bytes`);
  await writeFile(`docs/img/${name}.webp`, bytes);
  console.log(`docs/img/${name}.webp: ${bytes.byteLength} bytes`);
}

async function drawSite(browser: Browser, folder: string, shots: readonly Shot[]): Promise<void> {
  const server = await serveFolder(folder, { headers: () => ({ 'cache-control': 'max-age=600' }) });
  for (const shot of shots) {
    const page = await browser.newPage({ viewport: { width: 1280, height: shot.height }, reducedMotion: 'reduce' });
    await page.goto(server.url + shot.path);
    await page.evaluate(() => document.fonts.ready);
    // A page may be shown without a face that it has not seen yet: the pictures are of a reader's second page.
    await page.reload();
    await draw(page, shot);
    await page.close();
  }
  await server.close();
}

const scratch = await mkdtemp(join(tmpdir(), 'beyt-newsroom-'));
const newsroom = join(scratch, 'site');
const { code, output } = await runBuild({
  OUT_DIR: newsroom,
  SITE_URL: siteUrl,
  CONTENT_DIR: 'tests/fixtures/newsroom',
  BEYT_CONFIG: 'tests/support/newsroom.config.ts',
});
if (code !== 0) throw new Error(output);
const second = await openSecondPublication();
const browser = await launchChromium();
await drawSite(browser, newsroom, [
  { name: 'newsroom-front', path: 'en/index.html', height: 900 },
  { name: 'article-foot', path: 'en/bridge.html', height: 900, from: 'article.b-text > :last-child' },
  { name: 'half-translated', path: 'fa/border.html', height: 700, from: 'article.b-text' },
]);
await drawSite(browser, second.dist, [{ name: 'media', path: 'en/bazaar.html', height: 1500, from: '.b-gallery' }]);
await browser.close();
second.close();
await rm(scratch, { recursive: true });

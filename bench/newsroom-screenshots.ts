/** `npm run bench -- newsroom-screenshots`: the pictures of docs/customising.md. WebP, at most 150 KB each. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import sharp from 'sharp';
import { runBuild, siteUrl } from '../tests/support/build-site.ts';
import { launchChromium } from '../tests/support/chromium.ts';
import { openSecondPublication } from '../tests/support/second-publication.ts';
import { serveFolder } from '../tests/support/server.ts';

const LIMIT = 150 * 1024;

interface Shot {
  readonly name: string;
  readonly paths: readonly string[];
  readonly height: number;
  readonly from?: string;
}

const WIDTH = 1280;
const GAP = 20;

async function takePage(browser: Browser, url: string, width: number, { height, from }: Shot): Promise<Buffer> {
  const page = await browser.newPage({ viewport: { width, height }, reducedMotion: 'reduce' });
  await page.goto(url);
  await page.evaluate(() => document.fonts.ready);
  // A page may first be shown without a face.
  await page.reload();
  if (from) {
    const at = page.locator(from).first();
    await at.evaluate((element) => window.scrollBy(0, element.getBoundingClientRect().top - 90));
  }
  await page.waitForTimeout(500);
  const bytes = await page.screenshot();
  await page.close();
  return bytes;
}

async function drawSite(browser: Browser, folder: string, shots: readonly Shot[]): Promise<void> {
  const server = await serveFolder(folder, { headers: () => ({ 'cache-control': 'max-age=600' }) });
  for (const shot of shots) {
    const { name, paths, height } = shot;
    const width = Math.floor((WIDTH - GAP * (paths.length - 1)) / paths.length);
    const pages: Buffer[] = [];
    for (const path of paths) pages.push(await takePage(browser, server.url + path, width, shot));
    const ground = { width: WIDTH, height, channels: 3 as const, background: '#999' };
    const bytes = await sharp({ create: ground })
      .composite(pages.map((input, i) => ({ input, left: i * (width + GAP), top: 0 })))
      .webp({ quality: 80, effort: 6 })
      .toBuffer();
    if (bytes.byteLength > LIMIT) throw new Error(`${name}.webp has ${bytes.byteLength} bytes`);
    await writeFile(`docs/img/${name}.webp`, bytes);
    console.log(`docs/img/${name}.webp: ${bytes.byteLength} bytes`);
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
const bothOf = (name: string) => ['en', 'fa'].map((lang) => `${lang}/${name}`);
await drawSite(browser, newsroom, [
  { name: 'newsroom-front', paths: ['en/index.html'], height: 900 },
  { name: 'article-foot', paths: ['en/bridge.html'], height: 900, from: 'article.b-text > :last-child' },
  { name: 'half-translated', paths: ['fa/border.html'], height: 700, from: 'article.b-text' },
  { name: 'about-page', paths: bothOf('about.html'), height: 560 },
  { name: 'person', paths: bothOf('people/zahra.html'), height: 640 },
  { name: 'section', paths: bothOf('sections/politics.html'), height: 760 },
  { name: 'series', paths: ['en/series/the-west.html', 'en/bridge.html'], height: 700 },
  { name: 'corrections', paths: ['en/corrections.html'], height: 480 },
]);
await drawSite(browser, second.dist, [
  { name: 'media', paths: ['en/bazaar.html'], height: 1500, from: '.b-gallery' },
  { name: 'replaced-part', paths: bothOf('about.html'), height: 560, from: '.motto' },
  { name: 'own-page', paths: bothOf('donate.html'), height: 520 },
]);
await browser.close();
second.close();
await rm(scratch, { recursive: true });

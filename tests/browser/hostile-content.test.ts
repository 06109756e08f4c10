import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { runBuild, siteUrl } from '../support/build-site.ts';
import { launchChromium } from '../support/chromium.ts';
import { crawlSite } from '../support/crawl-site.ts';
import { type StaticServer, serveFolder } from '../support/server.ts';

vi.setConfig({ testTimeout: 240_000, hookTimeout: 240_000 });

/** What every field of the fixture's frontmatter and glossary ends with. */
const payload = `"'></title></script>--><x-owned onload=alert(1)>]]>&amp;&lt;{1}\`\${2}\\u003c`;
const english = "en/so & 'so' &amp;.html";

let folder: string;
let dist: string;
let server: StaticServer;
let browser: Browser;
let context: BrowserContext;
let page: Page;
const faults: string[] = [];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'beyt-hostile-'));
  dist = join(folder, 'dist');
  const build = await runBuild({ CONTENT_DIR: 'tests/fixtures/hostile', OUT_DIR: dist, SITE_URL: siteUrl });
  if (build.code !== 0) throw new Error(build.output);
  server = await serveFolder(dist);
  browser = await launchChromium();
  context = await browser.newContext();
  page = await context.newPage();
  page.on('dialog', (dialog) => {
    faults.push(`${page.url()} opened a dialog`);
    void dialog.dismiss();
  });
  page.on('pageerror', (error) => faults.push(`${page.url()} threw ${error.message}`));
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(`${page.url()}: ${message.text()}`);
  });
});
afterAll(async () => {
  await browser?.close();
  await server?.close();
  await rm(folder, { recursive: true, force: true });
});

const address = (path: string) => server.url + path.split('/').map(encodeURIComponent).join('/');

test('no page has markup of an editor’s making in it', async () => {
  const paths = (await readdir(dist, { recursive: true })).filter((path) => path.endsWith('.html'));
  expect(paths).toContain(english);
  let shown = 0;
  for (const path of paths) {
    await page.goto(address(path));
    const found = await page.evaluate(() => ({
      owned: document.querySelectorAll('x-owned, [onload], [onerror]').length,
      // A text that was escaped twice would show its escapes.
      twice: /&(?:quot|lt|#\d+);x-owned|&#\d+;|&quot;/.test(document.body.textContent ?? ''),
      shown: (document.body.textContent ?? '').split('<x-owned').length - 1,
    }));
    expect({ ...found, shown: 0, path }).toEqual({ owned: 0, twice: false, shown: 0, path });
    shown += found.shown;
  }
  // Or the fixture would prove nothing.
  expect(shown).toBeGreaterThan(50);
  expect(faults).toEqual([]);
});

test('an article says of itself, in attributes and in the data for search engines, what its editor wrote', async () => {
  await page.goto(address(english));
  const said = await page.evaluate(() => {
    const meta = (name: string) =>
      document.querySelector(`meta[name="${name}"], meta[property="${name}"]`)?.getAttribute('content');
    return {
      title: document.title,
      description: meta('description'),
      openGraph: meta('og:title'),
      heading: document.querySelector('h1')?.textContent?.trim(),
      alt: document.querySelector('figure img')?.getAttribute('alt'),
      data: JSON.parse(document.querySelector('script[type="application/ld+json"]')!.textContent!),
    };
  });
  expect(said.title).toContain(`T en${payload}`);
  expect(said.description).toBe(`D en${payload}`);
  expect(said.openGraph).toBe(`T en${payload}`);
  expect(said.heading).toBe(`T en${payload}`);
  expect(said.alt).toBe(`C en${payload}`);
  expect(said.data.headline).toBe(`T en${payload}`);
  expect(said.data.author.map((author: { name: string }) => author.name)).toEqual([`W en${payload}`, `A en${payload}`]);
  expect(said.data.url).toBe(`${siteUrl}en/${encodeURIComponent("so & 'so' &amp;.html")}`);
});

test.each(['en/feed.xml', 'fa/feed.xml', 'sitemap.xml'])('%s is well-formed and holds it as text', async (path) => {
  await page.goto(address('index.html'));
  const read = await page.evaluate(
    (url) =>
      new Promise<{ broken: boolean; owned: number; title: string; bodies: string[] }>((resolve) => {
        const request = new XMLHttpRequest();
        request.open('GET', url);
        request.responseType = 'document';
        request.overrideMimeType('application/xml');
        request.onload = () => {
          const xml = request.responseXML;
          resolve({
            broken: !xml || xml.querySelector('parsererror') !== null,
            owned: xml?.getElementsByTagName('x-owned').length ?? -1,
            // Foreign words are between isolates.
            title: xml?.querySelector('item > title')?.textContent?.replace(/[\u2066-\u2069]/g, '') ?? '',
            bodies: [...(xml?.getElementsByTagNameNS('*', 'encoded') ?? [])].map((body) => body.textContent ?? ''),
          });
        };
        request.send();
      }),
    address(path),
  );
  expect(read).toMatchObject({ broken: false, owned: 0 });
  if (path === 'sitemap.xml') return;
  expect(read.title).toBe(`T ${path.slice(0, 2)}${payload}`);
  // A feed reader takes the body for HTML.
  const blank = await browser.newPage();
  for (const body of read.bodies)
    expect(
      await blank.evaluate(
        (html) => new DOMParser().parseFromString(html, 'text/html').querySelectorAll('x-owned').length,
        body,
      ),
    ).toBe(0);
  await blank.close();
});

test('search shows it as text, and opens it', async () => {
  await page.goto(`${address('en/search.html')}?q=paragraph`);
  const link = page.locator('main [data-result] a[href*="#"]').first();
  await link.waitFor();
  expect(await page.locator('x-owned').count()).toBe(0);
  expect(await page.locator('main').textContent()).toContain('<x-owned');
  await link.click();
  await page.waitForURL((url) => decodeURIComponent(url.pathname).endsWith(english));
  expect(faults).toEqual([]);
});

test('every reference answers', async () => {
  const { dead, twins } = await crawlSite(server.url, async (url) => {
    const response = await fetch(url);
    const text = await response.text();
    return response.ok ? text : undefined;
  });
  expect(dead).toEqual([]);
  expect(twins).toBeGreaterThan(5);
});

import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FileSystemConfigLoader, HtmlValidate } from 'html-validate/node';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runBuild, siteUrl } from '../support/build-site.ts';
import { launchChromium } from '../support/chromium.ts';
import { readHeadersFile } from '../support/headers-file.ts';
import { findAll, textOf } from '../support/html.ts';
import { readSite, type Site, type SitePage } from '../support/read-site.ts';
import { findDeadReferences, listReferences } from '../support/references.ts';
import { serveFolder } from '../support/server.ts';
import { visitPage } from '../support/visit-page.ts';

/**
 * The publication that is in this clone, whichever it is: its own settings, theme, files and content. Nothing here may
 * name or count any of them.
 */
const own = { BEYT_CONFIG: 'beyt.config.ts', CONTENT_DIR: 'content' };

/** Validating a page takes 25 ms. Of an archive with more pages than this, evenly spread ones are validated. */
const MOST_VALIDATED = 500;

let folder: string;
let site: Site;
/** All pages but those at old addresses, which only lead on. */
let pages: SitePage[];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'beyt-own-site-'));
  const dist = join(folder, 'site');
  const { code, output } = await runBuild({ ...own, OUT_DIR: dist, SITE_URL: siteUrl });
  if (code !== 0) throw new Error(`The publication does not build:\n${output}`);
  site = readSite(dist);
  pages = [...site.pages.values()].filter(
    ({ root }) => !findAll(root, 'meta').some((meta) => meta.attributes['http-equiv'] === 'refresh'),
  );
}, 600_000);
afterAll(() => rm(folder, { recursive: true, force: true }));

const switchOf = (page: SitePage) => findAll(page.root, '[data-switch]').map(({ attributes }) => attributes);
/** The same page in the other language; undefined where there is none. */
const twinOf = (page: SitePage) =>
  switchOf(page)
    .filter(({ rel }) => rel === 'alternate')
    .map(({ href }) => site.pages.get(site.follow(page, href!)!.path))[0];
const workOf = (page: SitePage) => findAll(page.root, '[data-work]')[0]?.attributes['data-work'];

test('npm run check finds no error', async () => {
  const { code, out } = await new Promise<{ code: number; out: string }>((end) =>
    execFile(process.execPath, ['src/cli/check.ts'], { env: { ...process.env, ...own } }, (error, out, err) =>
      end({ code: Number(error?.code ?? 0), out: out + err }),
    ),
  );
  expect(code, out).toBe(0);
});

describe('every page', () => {
  test('is valid HTML', async () => {
    // What the standard asks, and no advice on style: authors may write their own HTML.
    const validator = new HtmlValidate(new FileSystemConfigLoader({ root: true, extends: ['html-validate:standard'] }));
    const found: string[] = [];
    const all = [...site.pages.values()];
    for (const { path, source } of all.filter((_, i) => i % Math.ceil(all.length / MOST_VALIDATED) === 0)) {
      const report = await validator.validateString(source, path);
      for (const { messages } of report.results)
        found.push(...messages.map((m) => `${path}:${m.line}:${m.column} ${m.ruleId}: ${m.message}`));
    }
    expect(found).toEqual([]);
  });

  test('says its language and its direction, and has a title and one heading of the first rank', () => {
    for (const { path, root } of pages) {
      const { lang = '', dir } = findAll(root, 'html')[0]!.attributes;
      expect(lang, path).toMatch(/^(?:en|fa)\b/);
      expect(dir, path).toBe(lang.startsWith('fa') ? 'rtl' : 'ltr');
      if (/^(?:en|fa)\//.test(path)) expect(lang, path).toMatch(new RegExp(`^${path.slice(0, 2)}\\b`));
      expect(textOf(findAll(root, 'title')[0]!), path).toMatch(/\S/);
      // It says in both languages that there is nothing.
      expect(findAll(root, 'h1'), path).toHaveLength(path === '404.html' ? 2 : 1);
    }
  });

  test('has no address from the root of the host, and no link that leads nowhere', () => {
    expect(findDeadReferences(site, listReferences(site))).toEqual([]);
  });

  test('that is there in both languages links to the other one, and that one back', () => {
    for (const page of pages) {
      const [found, ...others] = switchOf(page);
      if (!found) continue;
      expect(others, page.path).toEqual([]);
      const there = site.pages.get(site.follow(page, found.href!)!.path);
      expect(there, `${page.path} → ${found.href}`).toBeDefined();
      expect(found.hreflang, page.path).toBe(findAll(there!.root, 'html')[0]!.attributes.lang);
      if (found.rel === 'alternate') expect(twinOf(there!)?.path, `${page.path} → ${there!.path}`).toBe(page.path);
    }
  });
});

test('a work in both languages is linked by the paragraph, and has a facing page', () => {
  const paired = pages.filter((page) => /^(?:en|fa)\//.test(page.path) && workOf(page) && twinOf(page));
  for (const page of paired) {
    expect(workOf(twinOf(page)!), page.path).toBe(workOf(page));
    expect(site.files, page.path).toContain(`both/${workOf(page)}.html`);
    const links = findAll(page.root, 'a').filter(({ attributes }) => /(?:^| )twin(?: |$)/.test(attributes.class ?? ''));
    expect(links.length, page.path).toBeGreaterThan(0);
    for (const { attributes } of links)
      expect(site.follow(page, attributes.href!)!.path, page.path).toBe(twinOf(page)!.path);
  }
});

test('both languages can be searched and followed', () => {
  for (const path of ['pagefind/pagefind.js', 'sitemap.xml', 'robots.txt']) expect(site.files).toContain(path);
  for (const lang of ['en', 'fa'])
    for (const name of ['index.html', 'search.html', 'feed.xml']) expect(site.files).toContain(`${lang}/${name}`);
});

test('in a browser: the front page, the first article in both languages, the switch and back', async ({ skip }) => {
  const server = await serveFolder(site.folder, { headers: readHeadersFile(site.read('_headers')) });
  const browser = await launchChromium();
  try {
    const { page, faults } = await visitPage(browser, server.url, 'en/index.html');
    const pathOf = () => decodeURIComponent(new URL(page.url()).pathname.slice(1));
    await page.locator('h1').first().waitFor();
    expect(faults).toEqual([]);
    const hrefs = await page
      .locator('main a[href]')
      .evaluateAll((links) => links.map((a) => (a as HTMLAnchorElement).href));
    const paths = hrefs.map((href) => decodeURIComponent(new URL(href).pathname.slice(1)));
    const first = [...paths, ...site.pages.keys()]
      .flatMap((path) => site.pages.get(path) ?? [])
      .find((one) => one.path.startsWith('en/') && workOf(one) && twinOf(one));
    if (!first) return skip('This publication has no work in both languages yet.');
    await page.goto(new URL(encodeURI(first.path), server.url).href);
    const go = () => Promise.all([page.waitForEvent('load'), page.locator('[data-switch]').click()]);
    await go();
    expect(pathOf()).toBe(twinOf(first)!.path);
    expect(await page.locator('html').getAttribute('dir')).toBe('rtl');
    await go();
    expect(pathOf()).toBe(first.path);
    expect(faults).toEqual([]);
  } finally {
    await browser.close();
    await server.close();
  }
});

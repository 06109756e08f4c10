import { FileSystemConfigLoader, HtmlValidate } from 'html-validate/node';
import { describe, expect, inject, test } from 'vitest';
import { siteUrl } from '../support/build-site.ts';
import { findAll, type HtmlElement, parseHtml, textOf } from '../support/html.ts';
import config from '../support/html-validate.json' with { type: 'json' };
import { readSite, type SitePage } from '../support/read-site.ts';

const site = readSite(inject('dist'));
const pages = [...site.pages.values()];
const links = (page: SitePage, rel: string) => findAll(page.root, 'link').filter((l) => l.attributes.rel === rel);
const absolute = (path: string) => siteUrl + path.split('/').map(encodeURIComponent).join('/');
const indexed = pages.filter((p) => !findAll(p.root, 'meta').some((m) => m.attributes.name === 'robots'));
const alternates = (page: SitePage) =>
  Object.fromEntries(
    links(page, 'alternate')
      .filter((l) => l.attributes.hreflang)
      .map((l) => [l.attributes.hreflang!, l.attributes.href!]),
  );

test('the HTML is valid', async () => {
  const validator = new HtmlValidate(new FileSystemConfigLoader(config as never));
  const found: string[] = [];
  for (const page of pages) {
    const report = await validator.validateString(page.source, page.path);
    for (const { messages } of report.results)
      found.push(...messages.map((m) => `${page.path}:${m.line}:${m.column} ${m.ruleId}: ${m.message}`));
  }
  expect(found).toEqual([]);
});

describe('canonical and hreflang', () => {
  test('every page that may be indexed names itself', () => {
    for (const page of indexed)
      expect(
        links(page, 'canonical').map((l) => l.attributes.href),
        page.path,
      ).toEqual([absolute(page.path)]);
    for (const page of pages.filter((p) => !indexed.includes(p))) expect(links(page, 'canonical')).toEqual([]);
  });

  test('pairs name each other and the same default', () => {
    let pairs = 0;
    for (const page of indexed) {
      const own = alternates(page);
      for (const [tag, href] of Object.entries(own)) {
        const path = decodeURIComponent(href.slice(siteUrl.length));
        const there = site.pages.get(path);
        expect(there, `${page.path}: ${href}`).toBeDefined();
        if (tag === 'x-default') continue;
        expect(findAll(there!.root, 'html')[0]!.attributes.lang).toBe(tag);
        expect(alternates(there!), `${page.path} ↔ ${path}`).toEqual(own);
        if (there !== page) pairs++;
      }
    }
    expect(pairs).toBeGreaterThan(20);
  });
});

test('Open Graph of an article', () => {
  const page = site.pages.get('en/alliances.html')!;
  const graph = Object.fromEntries(
    findAll(page.root, 'meta')
      .filter((m) => m.attributes.property)
      .map((m) => [m.attributes.property!, m.attributes.content!]),
  );
  expect(graph).toMatchObject({
    'og:type': 'article',
    'og:url': absolute('en/alliances.html'),
    'og:locale': 'en_GB',
    'og:locale:alternate': 'fa_AF',
  });
  expect(graph['og:title']).toBeTruthy();
});

test('JSON-LD of every article', () => {
  const found = indexed.flatMap((page) =>
    findAll(page.root, 'script')
      .filter((s) => s.attributes.type === 'application/ld+json')
      .map((s) => ({ page, data: JSON.parse(textOf(s)) as Record<string, unknown> })),
  );
  expect(found.length).toBeGreaterThan(15);
  for (const { page, data } of found) {
    const type = /\/(?:about|contact|corrections-policy)\.html$/.test(page.path) ? 'WebPage' : 'NewsArticle';
    expect(data).toMatchObject({ '@context': 'https://schema.org', '@type': type, url: absolute(page.path) });
    const other = (data.workTranslation ?? data.translationOfWork) as { '@id': string; inLanguage: string } | undefined;
    const twin = Object.entries(alternates(page)).find(
      ([tag, href]) => tag !== 'x-default' && href !== absolute(page.path),
    );
    expect(other?.['@id']).toBe(twin?.[1]);
    expect(other?.inLanguage).toBe(twin?.[0]);
  }
});

/** XML that has no entities but the five and numbers. */
function parseXml(path: string): HtmlElement {
  const source = site.read(path);
  expect(source).toMatch(/^<\?xml version="1.0" encoding="UTF-8"\?>\n/);
  expect(source.match(/&(?!#\d+;|amp;|lt;|gt;|quot;)/g)).toBeNull();
  const names = source.replace(/^<\?.*?\?>/, '').replace(/<(\/?)([a-z]+):([\w-]+)/gi, '<$1$2-$3');
  return parseHtml(names.replace(/<(\/?)link(?=[>\s])/g, '<$1x-link'));
}

test('the sitemap names every page that may be indexed, with the alternates of the page', () => {
  const urls = findAll(parseXml('sitemap.xml'), 'url');
  const child = (e: HtmlElement, tag: string) => findAll(e, tag).map(textOf)[0];
  expect(urls.map((u) => child(u, 'loc')).sort()).toEqual(indexed.map((p) => absolute(p.path)).sort());
  for (const url of urls) {
    const page = site.pages.get(decodeURIComponent(child(url, 'loc')!.slice(siteUrl.length)))!;
    const own = Object.fromEntries(findAll(url, 'xhtml-link').map((l) => [l.attributes.hreflang!, l.attributes.href!]));
    const paired = Object.keys(alternates(page)).length > 2;
    expect(own, page.path).toEqual(paired ? alternates(page) : {});
  }
});

test.each(['en', 'fa'])('the feed in %s: full texts, with direction on their blocks and a link to the twin', (lang) => {
  const feed = parseXml(`${lang}/feed.xml`);
  const items = findAll(feed, 'item');
  expect(items.length).toBeGreaterThan(7);
  for (const item of items) {
    const link = textOf(findAll(item, 'x-link')[0]!);
    const page = site.pages.get(decodeURIComponent(link.slice(siteUrl.length)))!;
    expect(page, link).toBeDefined();
    const html = textOf(findAll(item, 'content-encoded')[0]!);
    const body = parseHtml(html);
    for (const block of findAll(body, 'p', 'h2', 'h3', 'li'))
      expect(block.attributes.dir, textOf(block)).toMatch(/^(rtl|ltr)$/);
    expect(html).not.toMatch(/data-unit|class="twin"|<b-|="beyt:/);
    for (const element of findAll(body, '[href]', '[src]'))
      expect(element.attributes.href ?? element.attributes.src).toMatch(/^(https?:|mailto:)/);
    const twin = findAll(item, 'atom-link').map((l) => l.attributes.href!);
    for (const href of twin) expect(site.pages.has(decodeURIComponent(href.slice(siteUrl.length)))).toBe(true);
    const words = (e: HtmlElement) => textOf(e).replace(/\s+/g, ' ').length;
    const article = findAll(page.root, 'article')[0]!;
    expect(words(body)).toBeGreaterThan(words(article) * 0.8);
  }
  const dates = items.map((i) => Date.parse(textOf(findAll(i, 'pubdate', 'pubDate')[0]!)));
  expect(dates).toEqual([...dates].sort((a, b) => b - a));
});

test('robots.txt and the favicon', () => {
  expect(site.read('robots.txt')).toContain(`Sitemap: ${siteUrl}sitemap.xml`);
  for (const page of pages) {
    const icon = links(page, 'icon')[0]?.attributes.href;
    expect(site.files.has(site.follow(page, icon!)!.path), page.path).toBe(true);
  }
});

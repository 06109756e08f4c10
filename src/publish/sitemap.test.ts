import { expect, test } from 'vitest';
import { makeContent, makeEdition } from '../content/testing/make-content.ts';
import { formatSitemap } from './sitemap.ts';

const content = makeContent(
  makeEdition('en', 'a', { updated: '2026-06-01T10:00', topics: ['war'] }),
  makeEdition('fa', 'آ', { translationOf: 'a' }),
  makeEdition('fa', 'alone'),
);
const [a, alone] = content.works;
const front = [
  ['en', 'https://x.y/s/en/index.html'],
  ['fa-AF', 'https://x.y/s/fa/index.html'],
] as const;
const facts = { noindex: false, alternates: [], assets: [], scripts: [], styles: [] };
const pages = [
  { path: 'index.html', work: undefined, facts },
  { path: 'en/index.html', work: undefined, facts: { ...facts, alternates: front } },
  { path: 'en/own.html', work: undefined, facts: undefined },
  { path: 'en/hidden.html', work: undefined, facts: { ...facts, noindex: true } },
  { path: '404.html', work: undefined, facts },
  { path: 'en/feed.xml', work: undefined, facts: undefined },
  { path: 'en/a.html', work: a, facts: undefined },
  { path: 'fa/آ.html', work: a, facts: undefined },
  { path: 'both/a.html', work: a, facts: undefined },
  { path: 'fa/alone.html', work: alone, facts: undefined },
];
const sitemap = formatSitemap(pages, 'https://x.y/s/');
const urls = [...sitemap.matchAll(/<url>(.*?)<\/url>/g)].map((m) => m[1]!);
const find = (path: string) => urls.filter((url) => url.startsWith(`<loc>https://x.y/s/${encodeURI(path)}</loc>`));

test('each page once, but for what no search engine is to show', () => {
  const locations = urls.map((url) => decodeURI(/<loc>(.*?)<\/loc>/.exec(url)![1]!).replace('https://x.y/s/', ''));
  expect(locations).toEqual([
    'index.html',
    'en/index.html',
    'en/own.html',
    'en/a.html',
    'fa/آ.html',
    'both/a.html',
    'fa/alone.html',
  ]);
});

test('a page of no work has the alternates that it states', () => {
  expect(find('en/index.html')[0]).toContain(
    '<xhtml:link rel="alternate" hreflang="fa-AF" href="https://x.y/s/fa/index.html"/>',
  );
});

test('editions of one work are alternates of each other, with x-default', () => {
  const alternates =
    '<xhtml:link rel="alternate" hreflang="en" href="https://x.y/s/en/a.html"/>' +
    `<xhtml:link rel="alternate" hreflang="fa-AF" href="https://x.y/s/fa/${encodeURIComponent('آ')}.html"/>` +
    '<xhtml:link rel="alternate" hreflang="x-default" href="https://x.y/s/en/a.html"/>';
  expect(find('en/a.html')).toEqual([`<loc>https://x.y/s/en/a.html</loc><lastmod>2026-06-01</lastmod>${alternates}`]);
  expect(find('fa/آ.html')[0]).toContain(alternates);
});

test('an edition alone has no alternates', () => {
  expect(find('fa/alone.html')).toEqual(['<loc>https://x.y/s/fa/alone.html</loc><lastmod>2026-05-03</lastmod>']);
});

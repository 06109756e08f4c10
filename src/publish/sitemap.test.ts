import { expect, test } from 'vitest';
import { makeContent, makeEdition } from '../works/testing/make-content.ts';
import { formatSitemap } from './sitemap.ts';

const content = makeContent(
  makeEdition('en', 'a', { updated: '2026-06-01T10:00', topics: ['war'] }),
  makeEdition('fa', 'آ', { translationOf: 'a' }),
  makeEdition('fa', 'alone'),
);
const sitemap = formatSitemap(content, 'https://x.y/s/');
const urls = [...sitemap.matchAll(/<url>(.*?)<\/url>/g)].map((m) => m[1]!);
const find = (path: string) => urls.filter((url) => url.startsWith(`<loc>https://x.y/s/${encodeURI(path)}</loc>`));

test('each page once', () => {
  const locations = urls.map((url) => /<loc>(.*?)<\/loc>/.exec(url)![1]);
  expect(new Set(locations).size).toBe(locations.length);
  for (const path of [
    'index.html',
    'en/index.html',
    'fa/topics.html',
    'en/works.html',
    'both/a.html',
    'fa/people/editors.html',
  ])
    expect(find(path), path).toHaveLength(1);
  expect(find('fa/topics/war.html')).toEqual([]);
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

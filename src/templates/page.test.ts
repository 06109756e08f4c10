import { describe, expect, test } from 'vitest';
import type { Assets } from '../publish/assets.ts';
import { createPublication } from '../works/publication.ts';
import { makeContent } from '../works/testing/make-content.ts';
import { html } from './html.ts';
import { formatPage, type PageOptions } from './page.ts';

const makeAssets = (name: string): Assets => ({
  files: new Map(),
  laterStyles: `_beyt/later.${name}.css`,
  readerScript: `_beyt/reader.${name}.js`,
  facingScript: `_beyt/facing.${name}.js`,
  pageScript: `_beyt/page.${name}.js`,
  searchScript: null,
  headScript: `head${name}()`,
  notFoundScript: `notFound${name}()`,
  pageStyles: { article: `article{${name}}`, facing: 'facing{}', list: 'list{}', search: 'search{}' },
  fontStyles: 'src:url("./font.woff2")',
  persianFont: '_beyt/vazirmatn.woff2',
  latinFont: '_beyt/newsreader.woff2',
});

const publication = createPublication(makeContent(), 'content');
const assets = makeAssets('A');
const article: PageOptions = { lang: 'en', path: 'en/a.html', kind: 'article', main: html`` };
const formatFrame = (options: Partial<PageOptions>, of = assets) =>
  formatPage({ publication, assets: of, siteUrl: undefined }, { ...article, ...options }).frame;

describe('the frame of a page', () => {
  test('is the same text for pages of one kind', () => {
    expect(formatFrame({ title: 'B', path: 'en/b.html' })).toBe(formatFrame({ title: 'A' }));
  });

  test('is another by all that it shows', () => {
    const frames = [
      formatFrame({}),
      formatFrame({ lang: 'fa' }),
      formatFrame({ path: 'en/folder/a.html' }),
      formatFrame({ kind: 'facing' }),
      formatFrame({ kind: 'list' }),
      formatFrame({ persian: true }),
      formatFrame({ notFound: true }),
      formatFrame({}, makeAssets('B')),
    ];
    expect(new Set(frames).size).toBe(frames.length);
  });

  test('leads to the assets from where the page lies, also after pages that lie elsewhere', () => {
    for (const [path, up] of [
      ['index.html', ''],
      ['en/a.html', '../'],
      ['en/folder/a.html', '../../'],
      ['en/a.html', '../'],
    ] as const) {
      const frame = formatFrame({ path });
      expect(frame).toContain(`src="${up}_beyt/reader.A.js"`);
      expect(frame).toContain(`data-fonts="${up}_beyt/newsreader.woff2"`);
      expect(frame).toContain(`url("${up}_beyt/font.woff2")`);
    }
  });

  test('is made anew with other assets, as when a stylesheet is saved while pages are served', () => {
    expect(formatFrame({}, makeAssets('C'))).toContain('article{C}</style>');
    expect(formatFrame({})).toContain('article{A}</style>');
  });
});

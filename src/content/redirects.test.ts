import { expect, test } from 'vitest';
import { listRedirects, pageOf } from './redirects.ts';
import { makeEdition } from './testing/make-content.ts';
import { assembleWorks } from './work.ts';

const { works } = assembleWorks([
  makeEdition('en', 'new', { aliases: ['old', '/2019/05/old-name/', '/?p=123'] }),
  makeEdition('fa', 'new', { aliases: ['old', 'کهنه'] }),
  makeEdition('en', 'alone', { aliases: ['lonely', 'alone'] }),
  makeEdition('en', 'rival', { aliases: ['old', 'new'] }),
]);
const pages = new Set([
  'en/new.html',
  'fa/new.html',
  'en/alone.html',
  'en/rival.html',
  'both/new.html',
  'en/index.html',
]);
const list = (settings: Record<string, string> = {}) =>
  listRedirects(
    works,
    settings,
    (path) => pages.has(path),
    (path) => ({ file: 'beyt.config.ts', line: path.length, column: 1 }),
  );

test('aliases of editions, their facing pages, and old addresses of another system', () => {
  expect(list().redirects.map(({ from, page, to }) => [from, page, to])).toEqual([
    ['/2019/05/old-name/', '2019/05/old-name/index.html', 'en/new.html'],
    ['/?p=123', null, 'en/new.html'],
    ['/both/old.html', 'both/old.html', 'both/new.html'],
    ['/both/کهنه.html', 'both/کهنه.html', 'both/new.html'],
    ['/en/lonely.html', 'en/lonely.html', 'en/alone.html'],
    ['/en/old.html', 'en/old.html', 'en/new.html'],
    ['/fa/old.html', 'fa/old.html', 'fa/new.html'],
    ['/fa/کهنه.html', 'fa/کهنه.html', 'fa/new.html'],
  ]);
});

test('what is a page today, or claimed twice', () => {
  expect(list().findings.map(({ file, message }) => `${file} ${message}`)).toEqual([
    'content/en/rival.mdx The old address "/en/old.html" is an alias of content/en/new.mdx already.',
    'content/en/rival.mdx The old address "/en/new.html" is the address of a page today.',
  ]);
});

test('redirects of the settings', () => {
  const { redirects, findings } = list({
    '/shop/': 'https://shop.example.org/',
    '/category/politics': '/en/#politics',
    '/fa/%DA%A9%D9%87%D9%86%D9%87': '/en/alone.html',
    '/x': '/en/none.html',
    '/en/': '/en/new.html',
  });
  expect(redirects.filter(({ from }) => /^\/(?:shop|cat|x)/.test(from))).toEqual([
    { from: '/category/politics', page: 'category/politics.html', to: 'en/index.html#politics' },
    { from: '/shop/', page: 'shop/index.html', to: 'https://shop.example.org/' },
  ]);
  expect(findings.filter(({ file }) => file === 'beyt.config.ts').map(({ name, message }) => [name, message])).toEqual([
    ['AddressTaken', 'The old address "/fa/کهنه" is an alias of content/fa/new.mdx already.'],
    ['RedirectBroken', 'The redirect from "/x" goes to "/en/none.html", which is not a page of this site.'],
    ['AddressTaken', 'The old address "/en/" is the address of a page today.'],
  ]);
});

test.each([
  ['/', 'index.html'],
  ['/a/b', 'a/b.html'],
  ['/a/b.php', 'a/b.php'],
  ['/a/', 'a/index.html'],
  ['/?p=1', null],
])('the page at %s', (address, page) => {
  expect(pageOf(address)).toBe(page);
});

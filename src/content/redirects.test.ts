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
    (path) => [...pages].find((page) => page.toLowerCase() === path.toLowerCase()),
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

test.each([
  ['New', 'that of en/new.html on Windows and macOS'],
  ['/en/INDEX', 'that of en/index.html on Windows and macOS'],
  ['Lonely', 'an alias of content/en/other.mdx already, on Windows and macOS'],
  ['con', 'Windows keeps this name for a device'],
  ['/a/nul/', 'Windows keeps this name for a device'],
  ['/a:b', 'it has the character ":"'],
  ['/100%', 'it has the character "%"'],
  ['/x%00y', 'it has the character'],
  ['/a/../etc', 'it ends with a dot'],
  ['/../../etc', 'that of a file or folder of the site itself'],
  [`/${'ب'.repeat(130)}/x`, 'longer than 240 bytes'],
  ['/en/new.html/amp', 'it ends with .html'],
  ['/_headers', 'that of a file or folder of the site itself'],
  ['/.htaccess', 'that of a file or folder of the site itself'],
  ['/sitemap.xml', 'that of a file or folder of the site itself'],
  ['/pagefind/x', 'that of a file or folder of the site itself'],
])('an alias that cannot be a page, or would be another one: %s', (alias, reason) => {
  const { works } = assembleWorks([
    makeEdition('en', 'other', { aliases: ['lonely'] }),
    makeEdition('en', 'written', { aliases: [alias] }),
  ]);
  const { findings } = listRedirects(
    works,
    {},
    (path) => pages.has(path),
    (path) => [...pages].find((page) => page.toLowerCase() === path.toLowerCase()),
    () => ({ file: '', line: 1, column: 1 }),
  );
  expect(findings.map(({ file }) => file)).toEqual(['content/en/written.mdx']);
  expect(findings[0]!.message).toContain(reason);
});

test('an old address of the same page in other capitals answers as well', () => {
  const { works } = assembleWorks([makeEdition('en', 'alone', { aliases: ['Lonely', 'lonely'] })]);
  const { redirects, findings } = listRedirects(
    works,
    {},
    () => false,
    () => undefined,
    () => ({ file: '', line: 1, column: 1 }),
  );
  expect(findings).toEqual([]);
  expect(redirects.map(({ from }) => from)).toEqual(['/en/Lonely.html', '/en/lonely.html']);
});

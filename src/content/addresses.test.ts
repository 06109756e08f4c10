import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addresses, encodePath, relativeHref } from './addresses.ts';

const segment = fc
  .string({ unit: fc.constantFrom(...'abc سلام\u200c#?%:.&'), minLength: 1, maxLength: 6 })
  .filter((s) => !/^\.+$/.test(s));
const path = fc.array(segment, { minLength: 1, maxLength: 4 }).map((parts) => parts.join('/'));

test('a relative address leads back to the path, from any page', () => {
  fc.assert(
    fc.property(path, path, fc.constantFrom('/', '/sub/folder/'), (from, to, base) => {
      const page = new URL(`https://x.y${base}${encodePath(from)}`);
      const found = new URL(relativeHref(from, to), page);
      expect(decodeURIComponent(found.pathname)).toBe(base + to);
      expect(found.search + found.hash).toBe('');
    }),
  );
});

test('addresses never begin with a slash or a scheme', () => {
  fc.assert(
    fc.property(path, path, (from, to) => {
      expect(relativeHref(from, to)).not.toMatch(/^(\/|[a-z][a-z0-9+.-]*:)/i);
    }),
  );
});

test('the addresses that others rely on', () => {
  expect(addresses.article('fa', 'گاه‌شمار')).toBe('fa/گاه‌شمار.html');
  expect(addresses.facing('alliances')).toBe('both/alliances.html');
  expect([1, 2].map((page) => addresses.archive('en', page))).toEqual(['en/works.html', 'en/works/2.html']);
  expect(relativeHref('en/a.html', 'fa/a.html')).toBe('../fa/a.html');
  expect(relativeHref('en/a.html', 'en/a:b.html')).toBe('a%3Ab.html');
});

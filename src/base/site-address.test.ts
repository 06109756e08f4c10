import { expect, test } from 'vitest';
import { isSiteAddress } from './site-address.ts';

test.each([
  ['https://news.example.org', true],
  ['https://news.example.org/', true],
  ['http://localhost:4321/', true],
  ['https://example.org/herat/news', true],
  ['https://خبر.example.org/', true],
  ['news.example.org', false],
  ['https://', false],
  ['https:///news', false],
  ['ftp://example.org/', false],
  ['https://exa mple.org/', false],
  ['https://example.org/?page=1', false],
  ['https://example.org/#top', false],
  ['https://user:word@example.org/', false],
])('%s: %s', (address, good) => expect(isSiteAddress(address)).toBe(good));

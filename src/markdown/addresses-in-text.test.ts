import { expect, test } from 'vitest';
import { findAddresses } from './addresses-in-text.ts';

test.each([
  ['https://example.com/a، سپس', 'https://example.com/a'],
  ['https://example.com/a؛', 'https://example.com/a'],
  ['https://example.com/a؟', 'https://example.com/a'],
  ['«https://example.com/a»', 'https://example.com/a'],
  ['“https://example.com/a”', 'https://example.com/a'],
  ['https://example.com/a’', 'https://example.com/a'],
  ['https://example.com/a–b', 'https://example.com/a'],
  ['https://example.com/a…', 'https://example.com/a'],
  ['https://example.com/a\u200f.', 'https://example.com/a'],
  ['https://example.com/aسپس', 'https://example.com/a'],
  ['www.example.com/a، سپس', 'www.example.com/a'],
  ['https://fa.wikipedia.org/wiki/کابل_(شهر).', 'https://fa.wikipedia.org/wiki/کابل_(شهر)'],
  ['(https://example.com/a)', 'https://example.com/a'],
  ['(https://example.com/a)در متن', 'https://example.com/a'],
  ['[https://example.com/a(b)].', 'https://example.com/a(b)'],
  ['https://example.com/a?b[c]=d).', 'https://example.com/a?b[c]=d'],
])('%s', (text, address) => {
  const [start, end] = findAddresses(text)[0]!;
  expect(text.slice(start, end)).toBe(address);
});

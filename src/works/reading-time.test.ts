import { expect, test } from 'vitest';
import type { Block } from '../markdown/block.ts';
import { estimateReadingTime } from './reading-time.ts';

const block = (words: number, type: Block['type'] = 'p'): Block => ({
  type,
  depth: 0,
  text: Array.from({ length: words }, () => 'می\u200cرود').join(' '),
  links: [],
});

test('minutes by language; code and images do not count', () => {
  expect(estimateReadingTime([block(238), block(238)], 'en')).toBe(2);
  expect(estimateReadingTime([block(400)], 'fa')).toBe(2);
  expect(estimateReadingTime([block(50), block(9000, 'code'), block(9000, 'img')], 'en')).toBe(0);
  expect(estimateReadingTime([], 'en')).toBe(0);
});

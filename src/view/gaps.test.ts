import { describe, expect, test } from 'vitest';
import { loadContent } from '../content/load.ts';
import { createPublication } from '../works/publication.ts';
import { type Gap, listGaps, placeGaps } from './gaps.ts';

const folder = 'tests/fixtures/newsroom';
const publication = createPublication(await loadContent(folder), folder);
const prepare = (name: string) => publication.prepare(publication.content.works.find((work) => work.name === name)!);

// The record of `border` has units b1aa to b6aa; b2aa, b5aa and b6aa have no Persian.
test('the gaps of a translation: one in the middle, and its end', () => {
  expect(listGaps(prepare('border'), 'fa')).toEqual([
    { lacking: 'fa', first: 'b2aa', after: 'b1aa', count: 1, isEnd: false },
    { lacking: 'fa', first: 'b5aa', after: 'b4aa', count: 2, isEnd: true },
  ]);
});

test('the original has them before the passages themselves', () => {
  expect(listGaps(prepare('border'), 'en').map(({ after }) => after)).toEqual(['b1aa', 'b4aa']);
});

test('a whole translation has none, and neither has a work in one language', () => {
  expect(listGaps(prepare('wells'), 'fa')).toEqual([]);
  expect(listGaps(prepare('road'), 'en')).toEqual([]);
});

describe('where the notes are', () => {
  const end: Gap = { lacking: 'fa', first: 'c', after: 'b', count: 2, isEnd: true };
  const middle: Gap = { ...end, count: 1, isEnd: false };
  test.each<[what: string, gap: Gap, rows: string[][], before: number, isWithin: boolean]>([
    ['before the passages themselves', end, [['a'], ['b'], ['c'], ['d']], 2, false],
    ['not after each row of the passage before them', end, [['a'], ['b'], ['b'], ['c'], ['d']], 3, false],
    ['not after what that passage has further on', middle, [['a'], ['b'], ['c'], ['b'], ['d']], 2, false],
    [
      'before a list that begins with them',
      middle,
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
      1,
      false,
    ],
    ['before a list that has them further on', middle, [['a'], ['b', 'c', 'd']], 1, true],
    ['or after it, where nothing of the rest is translated', end, [['a'], ['b', 'c'], ['d'], []], 2, false],
    ['not after the last words', end, [['a'], ['b', 'c', 'd'], []], 1, true],
    [
      'where they are lacking, after the last row of the passage before',
      middle,
      [['a'], ['b'], ['b'], ['d']],
      3,
      false,
    ],
    ['above the text', { ...middle, after: undefined }, [['d'], ['e']], 0, false],
    ['at its end', { ...end, after: 'd' }, [['a'], ['d']], 2, false],
  ])('%s', (_, gap, rows, before, isWithin) => {
    expect(placeGaps([gap], rows)).toEqual([{ ...gap, before, isWithin }]);
  });
});

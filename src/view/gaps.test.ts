import { expect, test } from 'vitest';
import { loadContent } from '../content/load.ts';
import { createPublication } from '../works/publication.ts';
import { listGaps } from './gaps.ts';

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

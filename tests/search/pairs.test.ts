import { expect, it } from 'vitest';
import { measureOurs } from './measure-pairs.ts';
import { absentPairs, pairs } from './pairs.ts';

it('finds at least 98 in 100 of the spellings people type, and nothing for words that are not there', async () => {
  expect(pairs.length).toBeGreaterThanOrEqual(120);
  const outcomes = await measureOurs();
  const wanted = outcomes.filter((outcome) => outcome.kind !== 'absent');
  const missed = wanted.filter((outcome) => !outcome.found).map(({ query, text }) => `${query} | ${text}`);
  expect(missed.length, missed.join('\n')).toBeLessThanOrEqual(wanted.length * 0.02);
  const wrong = outcomes.filter((outcome) => outcome.kind === 'absent' && outcome.found);
  expect(wrong.map(({ query }) => query)).toEqual([]);
  expect(absentPairs.length).toBeGreaterThanOrEqual(20);
});

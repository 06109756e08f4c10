import { expect, test } from 'vitest';
import { findMoved } from './find-moved.ts';
import { groupRows } from './rows.ts';

const split = (units: string) => [...units].map((unit) => [unit]);
const movedIn = (en: string, fa: string) => [...findMoved(split(en), split(fa))].join('');

test('one that went far is moved, whichever way; the others are not', () => {
  expect(movedIn('abcdefgh', 'bcdefgah')).toBe('a');
  expect(movedIn('abcdefgh', 'agbcdefh')).toBe('g');
  expect(movedIn('abcdefgh', 'abcdefgh')).toBe('');
  // A section of two, put before three others.
  expect(movedIn('abcdefgh', 'adebcfgh')).toBe('bc');
});

test('neighbours that changed places are one row', () => {
  expect(movedIn('abcd', 'acbd')).toBe('');
  expect(movedIn('abcd', 'cabd')).toBe('');
});

test('what is in one edition only, and long runs that are one unit, are left alone', () => {
  expect(movedIn('axbcd', 'abcyd')).toBe('');
  expect(
    findMoved(
      [['a']],
      Array.from({ length: 9 }, () => ['a']),
    ),
  ).toEqual(new Set());
});

test('of texts in the opposite order, all but one are moved', () => {
  expect(movedIn('abcde', 'edcba')).toHaveLength(4);
});

test('without the moved ones, rows are as short as in the original order', () => {
  const [en, fa] = [split('abcdefgh'), split('bcdefgah')];
  const moved = findMoved(en, fa);
  const rest = (side: string[][]) => side.map((units) => units.filter((unit) => !moved.has(unit)));
  const rows = groupRows(rest(en), rest(fa));
  expect(rows.map((row) => [row.en.join('–'), row.fa.join('–')].join(' ')).slice(0, 3)).toEqual([
    '0–1 0–0',
    '1–2 0–1',
    '2–3 1–2',
  ]);
  expect(rows).toHaveLength(9);
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { groupRows, type Row, showSharedOnce } from './rows.ts';

const elements = fc.array(fc.uniqueArray(fc.constantFrom(...'abcdefgh'), { maxLength: 3 }), { maxLength: 9 });
const unitsIn = (side: readonly (readonly string[])[], [from, to]: readonly [number, number]) =>
  new Set(side.slice(from, to).flat());

/** A cut between the columns is clean when no unit has elements on both sides of it. */
function isClean(en: string[][], fa: string[][], i: number, j: number): boolean {
  const before = new Set([...en.slice(0, i).flat(), ...fa.slice(0, j).flat()]);
  return [...en.slice(i).flat(), ...fa.slice(j).flat()].every((unit) => !before.has(unit));
}

test('every element is in one row, in order', () => {
  fc.assert(
    fc.property(elements, elements, (en, fa) => {
      let [i, j] = [0, 0];
      for (const row of groupRows(en, fa)) {
        expect([row.en[0], row.fa[0]]).toEqual([i, j]);
        expect(row.en[1] - i + (row.fa[1] - j)).toBeGreaterThan(0);
        [i, j] = [row.en[1], row.fa[1]];
      }
      expect([i, j]).toEqual([en.length, fa.length]);
    }),
  );
});

test('a row is closed under its units', () => {
  // An element of one side may hold a unit twice only if the author repeats it: units are in runs, as in works.
  fc.assert(
    fc.property(elements, elements, (en, fa) => {
      const rows = groupRows(en, fa);
      rows.forEach((row, r) => {
        const later = rows.slice(r + 1);
        for (const unit of unitsIn(en, row.en))
          for (const other of later) expect(unitsIn(fa, other.fa)).not.toContain(unit);
        for (const unit of unitsIn(fa, row.fa))
          for (const other of later) expect(unitsIn(en, other.en)).not.toContain(unit);
      });
    }),
  );
});

test('a row is the smallest: no cut inside it keeps all units whole', () => {
  fc.assert(
    fc.property(elements, elements, (en, fa) => {
      for (const { en: a, fa: b } of groupRows(en, fa)) {
        const inner: Row[] = [];
        for (let i = a[0]; i <= a[1]; i++)
          for (let j = b[0]; j <= b[1]; j++) inner.push({ en: [a[0], i], fa: [b[0], j] });
        const cuts = inner.filter(({ en: [, i], fa: [, j] }) => {
          const whole = i === a[1] && j === b[1];
          const empty = i === a[0] && j === b[0];
          return !whole && !empty && isClean(en.slice(a[0], a[1]), fa.slice(b[0], b[1]), i - a[0], j - b[0]);
        });
        expect(cuts).toEqual([]);
      }
    }),
  );
});

test('one, two and none', () => {
  expect(groupRows([['a'], ['b'], ['c']], [['a'], ['b'], ['b'], ['d']])).toEqual([
    { en: [0, 1], fa: [0, 1] },
    { en: [1, 2], fa: [1, 3] },
    { en: [2, 3], fa: [3, 3] },
    { en: [3, 3], fa: [3, 4] },
  ]);
});

test('what both editions share is in the Persian column only, faced by what follows it in English only', () => {
  const rows: Row[] = [
    { en: [0, 1], fa: [0, 1] },
    { en: [1, 2], fa: [1, 2] },
    { en: [2, 3], fa: [2, 2] },
    { en: [3, 4], fa: [2, 3] },
    { en: [4, 5], fa: [3, 4] },
  ];
  expect(showSharedOnce(rows, (element) => element === 1 || element === 3)).toEqual([
    { en: [0, 1], fa: [0, 1] },
    { en: [2, 3], fa: [1, 2] },
    { en: [4, 4], fa: [2, 3] },
    { en: [4, 5], fa: [3, 4] },
  ]);
});

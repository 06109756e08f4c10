import { expect, it } from 'vitest';
import type { Point } from '../../markdown/block.ts';
import { findLastChange } from './last-change.ts';

const places: Point[] = [3, 5, 9].map((line) => ({ line, column: 1 }));

it('asks for the lines of the blocks, and takes the latest day', () => {
  const asked: unknown[] = [];
  const lastChanged = (...lines: unknown[]) => {
    asked.push(lines);
    return asked.length === 1 ? '2026-05-03' : '2026-04-30';
  };
  expect(findLastChange('en', [1, 2], places, { lastChanged })).toBe('2026-05-03');
  expect(asked).toEqual([
    ['en', 5, 8],
    ['en', 9, Number.POSITIVE_INFINITY],
  ]);
});

it('falls back on the day that the edition names, and on nothing', () => {
  const nowhere = { lastChanged: () => undefined };
  expect(findLastChange('en', [1], places, nowhere, '2026-05-01')).toBe('2026-05-01');
  expect(findLastChange('en', [1], places, nowhere)).toBeUndefined();
});

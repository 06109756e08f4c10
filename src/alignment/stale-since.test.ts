import { expect, it } from 'vitest';
import type { Block } from '../works/block.ts';
import { findStaleSince } from './stale-since.ts';
import type { Unit } from './unit.ts';

const block = (line: number): Block => ({ type: 'p', depth: 0, text: 'x', line, column: 1, links: [] });
const blocks = { en: [block(3), block(5), block(9)], fa: [block(3)] };
const stale: Unit = {
  id: 'k7q2',
  en: [1, 2],
  fa: [0],
  confidence: 1,
  by: 'auto',
  state: 'stale',
  stale: { moved: 'en', reviewed: { en: ['w'], fa: ['x'] } },
  aliases: [],
};

it('asks for the lines of the side that moved, and takes the latest day', () => {
  const asked: unknown[] = [];
  const lastChanged = (...lines: unknown[]) => {
    asked.push(lines);
    return asked.length === 1 ? '2026-05-03' : '2026-04-30';
  };
  expect(findStaleSince(stale, blocks, { lastChanged })).toBe('2026-05-03');
  expect(asked).toEqual([
    ['en', 5, 8],
    ['en', 9, Number.POSITIVE_INFINITY],
  ]);
});

it('falls back on the day that the edition names, and on nothing', () => {
  const nowhere = { lastChanged: () => undefined };
  expect(findStaleSince(stale, blocks, nowhere, { en: '2026-05-01' })).toBe('2026-05-01');
  expect(findStaleSince(stale, blocks, nowhere, { fa: '2026-05-01' })).toBeUndefined();
  expect(findStaleSince({ ...stale, stale: undefined }, blocks, nowhere, { en: '2026-05-01' })).toBeUndefined();
});

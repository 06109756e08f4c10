import { expect, it } from 'vitest';
import { adoptRecords } from './adopt-record.ts';
import type { AlignmentRecord } from './record.ts';

const record = (...texts: string[]): AlignmentRecord => ({
  version: 1,
  work: 'old',
  units: texts.map((text, i) => ({ id: `a${i}`, en: [text], fa: [], by: 'auto' })),
  aliases: {},
  gone: [],
});

it('gives a record to the work that has most of its texts, and to one only', () => {
  const orphans = new Map([['old', record('a', 'b', 'c', 'd')]]);
  const works = new Map([
    ['half', ['a', 'b', 'x', 'y']],
    ['most', ['a', 'b', 'c', 'new']],
  ]);
  expect([...adoptRecords(orphans, works)]).toEqual([['most', 'old']]);
});

it('gives it to nobody where the texts are others', () => {
  expect(adoptRecords(new Map([['old', record('a', 'b', 'c')]]), new Map([['new', ['a', 'x', 'y']]])).size).toBe(0);
});

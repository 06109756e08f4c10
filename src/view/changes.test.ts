import { expect, it } from 'vitest';
import type { Unit } from '../alignment/unit.ts';
import type { Block } from '../markdown/block.ts';
import type { PreparedWork } from '../works/prepared.ts';
import { formatNote, listChanges } from './changes.ts';

const stale: Unit = {
  id: 'k7q2',
  en: [0],
  fa: [0],
  confidence: 1,
  by: 'auto',
  state: 'stale',
  stale: { moved: 'en', since: '2026-05-03', reviewed: { en: ['They fell on 14 August.'], fa: ['…'] } },
  aliases: [],
};
const block: Block = { type: 'p', depth: 0, text: 'They fell on <15> August.', links: [] };
const prepared = (units: Unit[]) =>
  ({ alignment: { units }, editions: { en: { compiled: { blocks: [block] } } } }) as unknown as PreparedWork;

it('says at a stale block which side was corrected, and when, in the calendar of the page', () => {
  expect(formatNote(stale, 'en')).toContain(
    'The English was corrected on 3 May 2026; the Persian has not been updated',
  );
  expect(formatNote(stale, 'fa')).toContain('۱۳ ثور ۱۴۰۵');
  expect(formatNote({ ...stale, stale: { ...stale.stale!, since: undefined } }, 'en')).toContain('has changed since');
  expect(formatNote({ ...stale, state: 'fresh', stale: undefined }, 'en')).toBe('');
});

it('lists the words added and removed, and the side that they are in', () => {
  const [change, ...others] = listChanges(prepared([stale]));
  expect(others).toEqual([]);
  expect(change).toMatchObject({ id: 'k7q2', moved: 'en' });
  const without = (kind: string) =>
    change!.words
      .filter((word) => word.kind !== kind)
      .map(({ text }) => text)
      .join('');
  expect(without('added')).toBe('They fell on 14 August.');
  expect(without('removed')).toBe('They fell on <15> August.');
  expect(listChanges(prepared([]))).toEqual([]);
});

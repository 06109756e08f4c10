import { expect, it } from 'vitest';
import type { Block } from '../../markdown/block.ts';
import { reconcile } from './reconcile.ts';
import type { AlignmentRecord } from './record.ts';
import { describeChanges, listChanges, listFresh } from './record-changes.ts';
import { countStatus } from './work-status.ts';

const toBlocks = (texts: readonly string[]): Block[] => texts.map((text) => ({ type: 'p', depth: 0, text, links: [] }));
const EN = ['Kabul fell on a Sunday in August.', 'The army had not been paid since May.', 'Nobody gave the order.'];
const FA = ['کابل یک‌شنبه‌ای در ماه اسد سقوط کرد.', 'ارتش از ماه ثور معاش نگرفته بود.', 'هیچ‌کس فرمان نداد.'];

function step(record: AlignmentRecord | null, en: readonly string[], fa: readonly string[], confidence = 0.95) {
  const align = (a: readonly Block[], b: readonly Block[]) =>
    a.map((_, i) => ({ en: [i], fa: b[i] ? [i] : [], confidence }));
  const after = reconcile(record, toBlocks(en), toBlocks(fa), { work: 'w', align });
  const changes = listChanges(record, after);
  return {
    ...after,
    changes,
    told: describeChanges(changes),
    fresh: listFresh(changes, after, true).map(({ id }) => id),
  };
}

const first = step(null, EN, FA);
const ids = first.units.map(({ id }) => id);

it('reports what is new, and shows only what is not clear', () => {
  expect([first.told, first.fresh]).toEqual(['3 new', []]);
  expect(step(null, EN, FA, 0.7).fresh).toEqual(ids);
});

it('reports what fell behind, and what caught up', () => {
  const behind = step(first.record, EN.with(1, 'The army had been paid since May.'), FA);
  expect([behind.told, behind.fresh]).toEqual(['1 fell behind', [ids[1]]]);
  expect(step(behind.record, EN, FA).told).toBe('1 caught up');
});

it('reports what was retired and what came back', () => {
  const without = step(first.record, EN.toSpliced(1, 1), FA.toSpliced(1, 1));
  expect(without.changes).toMatchObject({ retired: [ids[1]], added: [], updated: [] });
  expect(step(without.record, EN, FA).told).toBe('1 back again');
});

it('says so when only the order changed', () => {
  expect(step(first.record, [EN[2]!, EN[0]!, EN[1]!], [FA[2]!, FA[0]!, FA[1]!]).told).toBe('order changed');
});

it('counts what is reviewed, doubtful, stale and untranslated', () => {
  const behind = step(first.record, [...EN.with(1, 'The army had been paid since May.'), 'One more, alone.'], FA);
  const units = behind.units.map((unit, i) =>
    i === 0
      ? { ...unit, by: 'human' as const }
      : i === 2
        ? { ...unit, confidence: 0.8 }
        : unit.stale
          ? { ...unit, stale: { ...unit.stale, since: '2026-05-03' } }
          : unit,
  );
  expect(countStatus('w', units, true)).toEqual({
    work: 'w',
    units: 4,
    reviewed: 1,
    toReview: 1,
    stale: 1,
    untranslated: 1,
    oldest: '2026-05-03',
  });
});

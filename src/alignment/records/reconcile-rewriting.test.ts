import { describe, expect, it } from 'vitest';
import type { Block } from '../../markdown/block.ts';
import { EN, FA, run, toBlocks } from '../testing/reconcile-texts.ts';
import type { Pairing } from '../unit.ts';
import { reconcile } from './reconcile.ts';
import type { AlignmentRecord } from './record.ts';

describe('texts that were rewritten', () => {
  const { record } = run(null, EN, FA);
  const ids = record.units.map((unit) => unit.id);

  it('pairs a rewritten heading with the twin that stayed, and flags it', () => {
    const { units } = run(record, EN.with(1, 'Wages'), FA);
    expect(units[1]).toMatchObject({ id: ids[1], en: [1], fa: [1], state: 'stale', stale: { moved: 'en' } });
  });

  it('keeps the pair of a paragraph that was rewritten between untouched neighbours, whatever the aligner says', () => {
    const align = (en: readonly Block[], fa: readonly Block[]): Pairing[] => [
      ...en.map((_, i) => ({ en: [i], fa: [], confidence: 1 })),
      ...fa.map((_, i) => ({ en: [], fa: [i], confidence: 1 })),
    ];
    for (const at of EN.keys()) {
      const rewritten = EN.with(at, 'We look at these numbers only to see which pages are read.');
      const { units } = reconcile(record, toBlocks(rewritten), toBlocks(FA), { align, work: 'w' });
      expect(units.map(({ id, state }) => [id, state])).toEqual(ids.map((id, i) => [id, i === at ? 'stale' : 'fresh']));
    }
  });

  it('keeps a rewritten text in a unit between whose texts another one lies', () => {
    // The first and the third are one unit, because an editor said so.
    const unit = { ...record.units[0]!, en: [EN[0]!, EN[2]!], fa: [FA[0]!, FA[2]!], by: 'human' as const };
    const joined: AlignmentRecord = { ...record, units: [unit, record.units[1]!] };
    const { units } = run(joined, EN.with(0, 'We look at these numbers only to see which pages are read.'), FA);
    expect(units.map(({ id, en, fa, state }) => [id, en, fa, state])).toEqual([
      [unit.id, [0, 2], [0, 2], 'stale'],
      [record.units[1]!.id, [1], [1], 'fresh'],
    ]);
  });

  it('keeps a rewritten text that is in its place by its neighbours in both editions, where the record lists others', () => {
    // The record lists the second to fourth together, and the first after them; in English it is among them.
    const last = { en: 'The men went home by night, on foot.', fa: 'مردان شبانه و پیاده به خانه رفتند.' };
    const [en, fa] = [
      [EN[1]!, EN[0]!, EN[2]!, last.en],
      [...FA, last.fa],
    ];
    const unit = { ...record.units[1]!, en: [EN[1]!, EN[2]!, last.en], fa: fa.slice(1), by: 'human' as const };
    const joined: AlignmentRecord = { ...record, units: [unit, record.units[0]!] };
    expect(run(joined, en, fa).units.map(({ state }) => state)).toEqual(['fresh', 'fresh']);
    const { units } = run(joined, en.with(3, 'We look at these numbers only to see which pages are read.'), fa);
    expect(units.map(({ id, en, fa, state }) => [id, en, fa, state])).toEqual([
      [unit.id, [0, 2, 3], [1, 2, 3], 'stale'],
      [record.units[0]!.id, [1], [0], 'fresh'],
    ]);
  });

  it('leads the id of a unit of which both sides were replaced in one run to what takes their place', () => {
    const [en, fa] = [
      'We look at these numbers only to see which pages are read.',
      'باغ‌های انگور در پاییز زیر برف ماندند.',
    ];
    for (const at of EN.keys()) {
      const { units, aliases } = run(record, EN.with(at, en), FA.with(at, fa));
      const taken = units[at]!;
      expect([taken.en, taken.fa, taken.state]).toEqual([[at], [at], 'fresh']);
      expect(ids).not.toContain(taken.id);
      expect(aliases).toEqual({ [ids[at]!]: taken.id });
      expect(taken.aliases).toEqual([ids[at]]);
      expect(units.map(({ id }) => id).toSpliced(at, 1)).toEqual(ids.toSpliced(at, 1));
    }
  });

  it('leads the ids of two neighbours that were replaced on both sides each to its own successor', () => {
    const en = [
      'We look at these numbers only to see which pages are read.',
      'Orchards are planted along the upper canal.',
    ];
    const fa = ['باغ‌های انگور در پاییز زیر برف ماندند.', 'این شماره‌ها تنها نشان می‌دهند که چه خوانده می‌شود.'];
    const { units, aliases } = run(record, [EN[0]!, ...en], [FA[0]!, ...fa]);
    expect(units.map(({ en, fa }) => [en, fa])).toEqual([0, 1, 2].map((i) => [[i], [i]]));
    expect(aliases).toEqual({ [ids[1]!]: units[1]!.id, [ids[2]!]: units[2]!.id });
  });
});

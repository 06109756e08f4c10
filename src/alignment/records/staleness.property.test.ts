import fc from 'fast-check';
import { expect, it } from 'vitest';
import { alignAtWhim, anyEditions, type Editions, makeBlock } from '../testing/edit-run.ts';
import { reconcile } from './reconcile.ts';
import type { AlignmentRecord } from './record.ts';

const run = (record: AlignmentRecord | null, { en, fa }: Editions) =>
  reconcile(record, en, fa, { work: 'w', align: alignAtWhim });
const change = (editions: Editions, side: 'en' | 'fa', at: number, text: string): Editions => ({
  ...editions,
  [side]: editions[side].with(at, makeBlock(text, [text])),
});

it('flags exactly the unit in which a digit or a "not" changed, and unflags it when that is taken back', () => {
  const slip = fc.constantFrom<(text: string) => string>(
    (text) => `${text} 8`,
    (text) => text.replace(' ', ' not '),
    (text) => text.replace(/.$/, '7'),
    (text) => `${text}.`,
  );
  fc.assert(
    fc.property(anyEditions(16), fc.nat(1000), fc.constantFrom('en', 'fa'), slip, (start, pick, side, make) => {
      const first = run(null, start);
      const units = first.units.filter((unit) => unit.en.length > 0 && unit.fa.length > 0);
      fc.pre(units.length > 0);
      const unit = units[pick % units.length]!;
      const at = unit[side][0]!;
      const text = start[side][at]!.text;
      fc.pre(text.split(' ').length > 3);
      const edited = run(first.record, change(start, side, at, make(text)));
      const flagged = edited.units.filter(({ state, stale }) => state === 'stale' || stale);
      expect(flagged.map(({ id, stale }) => [id, stale?.moved])).toEqual([[unit.id, side]]);
      // `align` alone never takes it for reviewed.
      const again = run(edited.record, change(start, side, at, make(text)));
      expect(again.units.find(({ id }) => id === unit.id)!.state).toBe('stale');
      expect(run(again.record, start).record).toEqual(first.record);
      const other = side === 'en' ? 'fa' : 'en';
      const twin = unit[other][0]!;
      const both = change(change(start, side, at, make(text)), other, twin, `${start[other][twin]!.text} 9`);
      fc.pre(start[other][twin]!.text.split(' ').length > 3);
      for (const record of [first.record, edited.record])
        expect(run(record, both).units.filter(({ state, stale }) => state === 'stale' || stale)).toEqual([]);
    }),
    { numRuns: Number(process.env.PROPERTY_RUNS ?? 150) },
  );
});

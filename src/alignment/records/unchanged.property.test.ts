import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { alignAtWhim, anyEdit, anyEditions, applyEdit } from '../testing/edit-run.ts';
import { reconcile, reconcileOnce, textOfBlock } from './reconcile.ts';
import { readUnchanged } from './unchanged.ts';

const RUNS = Number(process.env.PROPERTY_RUNS ?? 150);
const options = { align: alignAtWhim, work: 'w' };

describe('readUnchanged', () => {
  it('takes the short way only where the long one would change nothing', () => {
    const anyChange = fc.record({ at: fc.nat(30), kind: fc.constantFrom('swap', 'human', 'omit', 'adapt', 'join') });
    let taken = 0;
    fc.assert(
      fc.property(anyEditions(10), fc.array(anyEdit, { maxLength: 3 }), anyChange, (start, edits, { at, kind }) => {
        const { record } = reconcile(null, start.en, start.fa, options);
        const units = [...record.units];
        const i = units.length ? at % units.length : 0;
        const [unit, next] = [units[i], units[i + 1]];
        if (kind === 'swap' && next) units.splice(i, 2, next, unit!);
        else if (kind === 'join' && next)
          units.splice(i, 2, { ...unit!, en: [...unit!.en, ...next.en], fa: [...unit!.fa, ...next.fa] });
        else if (unit && kind !== 'swap' && kind !== 'join') {
          const { confidence: _confidence, ...rest } = unit;
          const relation = { human: {}, omit: { relation: 'omitted' }, adapt: { relation: 'adapted' } } as const;
          units[i] = { ...rest, by: 'human', ...relation[kind] };
        }
        const changed = { ...record, units };
        const editions = edits.reduce(applyEdit, start);
        const texts = { en: editions.en.map(textOfBlock), fa: editions.fa.map(textOfBlock) };
        const short = readUnchanged(changed, texts, 'en');
        if (!short) return;
        taken++;
        const long = reconcileOnce(changed, editions.en, editions.fa, options);
        expect(long.changed).toBe(false);
        expect(short).toEqual(long.units);
      }),
      { numRuns: 4 * RUNS },
    );
    expect(taken).toBeGreaterThan(RUNS / 4);
  });
});

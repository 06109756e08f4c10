import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildBand, findCell } from './band.ts';

describe('buildBand', () => {
  it('lets a path through from the first blocks to the last, for any rising waypoints', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 80 }),
        fc.integer({ min: 0, max: 80 }),
        fc.infiniteStream(fc.nat(79)),
        (rows, columns, stream) => {
          const pick = (limit: number): number[] =>
            [...new Set([...stream.take(8)].map((value) => value % Math.max(1, limit)))].sort((a, b) => a - b);
          const [ens, fas] = [pick(rows), pick(columns)];
          const waypoints = columns === 0 ? [] : ens.slice(0, fas.length).map((en, k) => ({ en, fa: fas[k]! }));
          const band = buildBand(rows, columns, waypoints);
          expect(band.low[0]).toBe(0);
          expect(band.high[rows - 1]).toBe(columns);
          for (let en = 1; en < rows; en++) {
            expect(band.low[en]).toBeGreaterThanOrEqual(band.low[en - 1]!);
            expect(band.high[en]).toBeGreaterThanOrEqual(band.high[en - 1]!);
            expect(band.low[en]).toBeLessThanOrEqual(band.high[en - 1]!);
          }
          for (const { en, fa } of waypoints) expect(findCell(band, en, fa)).toBeGreaterThanOrEqual(0);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('stays linear in the number of blocks', () => {
    const size = (blocks: number): number =>
      buildBand(
        blocks,
        blocks,
        Array.from({ length: blocks / 10 }, (_, k) => ({ en: k * 10, fa: k * 10 })),
      ).size;
    expect(size(4000) / size(400)).toBeLessThan(11);
  });
});

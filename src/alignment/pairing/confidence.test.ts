import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { calibrate } from './confidence.ts';

describe('calibrate', () => {
  it('keeps the order of posteriors of one kind of unit', () => {
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(share, share, fc.constantFrom([1, 1], [2, 1], [0, 1]), (a, b, [en, fa]) => {
        const [low, high] = [Math.min(a, b), Math.max(a, b)].map((posterior) => calibrate(en!, fa!, posterior));
        expect(low).toBeLessThanOrEqual(high!);
        expect(low).toBeGreaterThanOrEqual(0);
        expect(high).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('believes a pair sooner than a block that is left alone', () => {
    expect(calibrate(1, 1, 0.97)).toBeGreaterThan(0.9);
    expect(calibrate(1, 0, 0.97)).toBeLessThan(0.9);
  });
});

import { describe, expect, it } from 'vitest';
import { skeletonPersian, skeletonsEnglish, trustSkeleton } from './transliteration.ts';

describe('skeletons', () => {
  it.each([
    ['kabul', 'کابل'],
    ['taliban', 'طالبان'],
    ['washington', 'واشنگتن'],
    ['ghani', 'غنی'],
    ['qatar', 'قطر'],
    ['mohammad', 'محمد'],
    ['george', 'جورج'],
    ['michael', 'مایکل'],
    ['kunduz', 'کندز'],
  ])('of %s and %s', (english, persian) => {
    expect(skeletonsEnglish(english)).toContain(skeletonPersian(persian));
  });

  it('of unlike names differ', () => {
    expect(skeletonsEnglish('kabul')).not.toContain(skeletonPersian('هرات'));
  });

  it('are trusted the more the longer they are', () => {
    const trust = ['', 'k', 'kb', 'kbl', 'kblt', 'kbltr'].map(trustSkeleton);
    expect(trust).toEqual([...trust].sort((a, b) => a - b));
    expect(trust[1]).toBe(0);
  });
});

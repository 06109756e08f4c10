import { readdirSync, statSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readSeedLexicon } from './read-seed-lexicon.ts';

describe('readSeedLexicon', () => {
  it('knows everyday, medical and newsroom words', () => {
    const best = (en: string): string | undefined =>
      readSeedLexicon()
        .flatMap(({ counts }) => [...(counts.pairs.get(en) ?? [])])
        .sort((a, b) => b[1] - a[1])[0]?.[0];
    expect(best('year')).toBe('سال');
    expect(best('virus')).toBe('ویروس');
    expect(best('taliban')).toBe('طالبان');
    expect(best('grandmother')).toBe('مادربزرگ');
  });

  it('weighs no more than 300 KB', () => {
    const folder = new URL('../alignment/words/seed-lexicon/', import.meta.url);
    const data = readdirSync(folder).filter((name) => /\.(?:tsv|txt)$/.test(name));
    expect(data.reduce((sum, name) => sum + statSync(new URL(name, folder)).size, 0)).toBeLessThan(300_000);
  });
});

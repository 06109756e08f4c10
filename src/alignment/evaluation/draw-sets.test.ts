import { describe, expect, it } from 'vitest';
import type { Block } from '../../markdown/block.ts';
import { drawSets } from './draw-sets.ts';
import type { GoldFolder } from './gold-document.ts';

const block = (text: string): Block => ({ type: 'p', depth: 0, text, links: [] });

/** Each number names a sentence, on either side. */
const gold: GoldFolder = {
  name: 'news-fas',
  documents: ['a', 'b'].map((name, at) => {
    const numbers = Array.from({ length: 40 }, (_, i) => 100 * (at + 1) + i);
    return {
      name,
      en: numbers.map((n) => block(`The ${n}th came first. Then ${n} left.`)),
      fa: numbers.map((n) => block(`نخست ${n} آمد. سپس ${n} رفت.`)),
      gold: numbers.map((_, i) => ({ en: [i], fa: [i] })),
    };
  }),
};

const numbersIn = (blocks: readonly Block[]) => [...new Set(blocks.flatMap(({ text }) => text.match(/\d+/g)!))].sort();

describe('drawSets', () => {
  const sets = drawSets([gold], 1);

  it('gives the same sets for the same draw, and others for another', () => {
    expect(drawSets([gold], 1)).toEqual(sets);
    const others = drawSets([gold], 2);
    expect(others.map(({ name }) => name)).toEqual(sets.map(({ name }) => name));
    expect(others).not.toEqual(sets);
    expect(sets.map(({ name }) => name)).toContain('news-fas-sentences-hard');
  });

  it('knows which blocks say the same, each block in one unit', () => {
    for (const { documents } of sets)
      for (const { en, fa, gold: units } of documents) {
        expect(units.flatMap((unit) => unit.en).sort((a, b) => a - b)).toEqual([...en.keys()]);
        expect(units.flatMap((unit) => unit.fa).sort((a, b) => a - b)).toEqual([...fa.keys()]);
        for (const unit of units) {
          if (unit.en.length === 0 || unit.fa.length === 0) continue;
          expect(numbersIn(unit.en.map((i) => en[i]!))).toEqual(numbersIn(unit.fa.map((j) => fa[j]!)));
        }
      }
  });
});

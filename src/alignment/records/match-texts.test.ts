import { describe, expect, it } from 'vitest';
import { matchTexts } from './match-texts.ts';

const A = 'Kabul fell on a Sunday in August and nobody fired a shot.';
const B = 'The army had not been paid since the month of May.';
const C = 'Nobody gave the order to fight on, and the men went home.';

describe('matchTexts', () => {
  it('finds identical texts wherever they are', () => {
    expect(matchTexts([A, B, C], [C, A, B])).toEqual([[2], [0], [1]]);
  });

  it('tells identical texts apart by their neighbours, the edges among them', () => {
    const E = 'For example:';
    expect(matchTexts([E, A, E, B, E], [A, E, B, E])).toEqual([[1], [2], [3], [4]]);
    expect(matchTexts([E, A, E, B, E], [E, A, B, E])).toEqual([[0], [1], [3], [4]]);
  });

  it('finds an edited text, in place and moved', () => {
    const edited = B.replace('not been paid', 'gone unpaid');
    expect(matchTexts([A, B, C], [A, edited, C])).toEqual([[0], [1], [2]]);
    expect(matchTexts([A, B, C], [edited, A, C])).toEqual([[1], [0], [2]]);
  });

  it('takes another text in the same place for new', () => {
    expect(matchTexts([A, B, C], [A, 'An unlike remark about orchards, bees and the honey of spring.', C])).toEqual([
      [0],
      [],
      [2],
    ]);
  });

  it('finds a heading in which a letter was mended', () => {
    expect(matchTexts([A, 'Introdution', C], [A, 'Introduction', C])).toEqual([[0], [1], [2]]);
  });

  it('finds the pieces of a split text and the parts of a merged one', () => {
    expect(matchTexts([`${A} ${B} ${C}`], [A, B, C])).toEqual([[0], [0], [0]]);
    expect(matchTexts([A, B, C], [`${A} ${B} ${C}`])).toEqual([[0, 1, 2]]);
    expect(matchTexts([A, `${B} Yes.`, C], [A, B, 'Yes.', C])).toEqual([[0], [1], [1], [2]]);
  });

  it('finds texts that were joined at another place than before, none of which is most of the whole', () => {
    const D = 'It rained for the rest of the week in the north.';
    expect(matchTexts([D, A, B, C], [`${A} ${B} ${C}`, D])).toEqual([[1, 2, 3], [0]]);
    expect(matchTexts([`${A} ${B} ${C}`, D], [D, A, B, C])).toEqual([[1], [0], [0], [0]]);
    expect(
      matchTexts([D, A, B, C], [`${A} ${B} Then came winter, and with it letters, visits and rumours.`, D]),
    ).toEqual([[1, 2], [0]]);
  });

  it('finds a text that was split, one part of it joined with another text elsewhere', () => {
    const D = 'Snow fell on six more days across those northern villages.';
    const long =
      'Merchants of the old bazaar closed their shops before noon, carried cloth, copper and carpets home on hired carts, and waited behind locked doors until evening came.';
    const other = `${B} Their officers wrote letters to ministers who had left already.`;
    expect(matchTexts([`${long} ${D}`, A, other], [A, `${other} ${long}`, D])).toEqual([[1], [0, 2], [0]]);
  });

  it('is quick when all of 3,000 texts were edited', () => {
    const before = Array.from(
      { length: 3000 },
      (_, i) => `Sentence ${i} of a very long work, word${i * 7} and word${i * 13} in it.`,
    );
    const after = before.map((text) => text.replace('very long', 'rather long'));
    const start = performance.now();
    expect(matchTexts(before, after)).toEqual(before.map((_, i) => [i]));
    expect(performance.now() - start).toBeLessThan(20_000);
  });
});

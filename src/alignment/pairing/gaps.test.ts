import { describe, expect, it } from 'vitest';
import type { Block, BlockType } from '../../markdown/block.ts';
import { buildWordModel, lookUpWords } from '../words/word-model.ts';
import { buildBand } from './band.ts';
import { readBlock } from './block-reading.ts';
import { countShares } from './document-shares.ts';
import { pairGaps } from './gaps.ts';
import type { Step } from './lattice.ts';
import { startLengthModel } from './length-model.ts';
import type { ScoreModel } from './unit-score.ts';

function makeBlocks(lengths: readonly number[], type: BlockType = 'p'): Block[] {
  return lengths.map((length) => ({ type, depth: 0, text: 'x'.repeat(length), links: [] }));
}

function makeModel(enBlocks: readonly Block[], faBlocks: readonly Block[]): ScoreModel {
  const [en, fa] = [enBlocks.map((block) => readBlock(block, 'en')), faBlocks.map((block) => readBlock(block, 'fa'))];
  return {
    en,
    fa,
    band: buildBand(en.length, fa.length, []),
    words: buildWordModel(lookUpWords(en, fa, [])),
    lengths: startLengthModel(en, fa),
    enShares: countShares(en),
    faShares: countShares(fa),
  };
}

/** Such as "1-1 1-0 0-1". */
function makePath(beads: string, probability = 0.99): Step[] {
  let [i, j] = [0, 0];
  return beads.split(' ').map((each) => {
    const [en, fa] = each.split('-').map(Number) as [number, number];
    const step = { bead: { en, fa, prior: 1 }, en: i, fa: j, score: 0, probability };
    i += en;
    j += fa;
    return step;
  });
}

const untaken = () => false;
const show = (units: ReturnType<typeof pairGaps>) => units.map(({ en, fa }) => `${en.join('+')}|${fa.join('+')}`);

describe('pairGaps', () => {
  it('pairs two blocks left alone in the same place if their lengths fit, and is not sure of it', () => {
    const model = makeModel(makeBlocks([200, 300, 150]), makeBlocks([195, 290, 150]));
    const units = pairGaps(model, makePath('1-1 1-0 0-1 1-1'), untaken);
    expect(show(units)).toEqual(['1|1']);
    expect(units[0]!.confidence).toBeLessThanOrEqual(0.5);
  });

  it('leaves alone what is of another length or kind', () => {
    const short = makeModel(makeBlocks([200, 400, 150]), makeBlocks([195, 60, 150]));
    expect(pairGaps(short, makePath('1-1 1-0 0-1 1-1'), untaken)).toEqual([]);
    const [before, code, after] = [makeBlocks([200]), makeBlocks([300], 'code'), makeBlocks([150])];
    const other = makeModel(makeBlocks([200, 300, 150]), [...before, ...code, ...after]);
    expect(pairGaps(other, makePath('1-1 1-0 0-1 1-1'), untaken)).toEqual([]);
  });

  it('joins blocks, up to sixteen with one', () => {
    const three = makeModel(makeBlocks([200, 250, 300, 350, 150]), makeBlocks([195, 890, 150]));
    expect(show(pairGaps(three, makePath('1-1 1-0 1-0 1-0 0-1 1-1'), untaken))).toEqual(['1+2+3|1']);
    const items = Array.from({ length: 16 }, (_, k) => 30 + k);
    const sum = items.reduce((a, b) => a + b);
    const sixteen = makeModel(makeBlocks([200, sum, 150]), makeBlocks([195, ...items, 150]));
    const path = makePath(`1-1 1-0 ${items.map(() => '0-1').join(' ')} 1-1`);
    expect(show(pairGaps(sixteen, path, untaken))).toEqual([`1|${items.map((_, k) => k + 1).join('+')}`]);
  });

  it('asks that the units around are sure, and leaves what has moved', () => {
    const model = makeModel(makeBlocks([200, 300, 150]), makeBlocks([195, 290, 150]));
    expect(pairGaps(model, makePath('1-1 1-0 0-1 1-1', 0.4), untaken)).toEqual([]);
    expect(pairGaps(model, makePath('1-1 1-0 0-1 1-1'), (side) => side === 'fa')).toEqual([]);
  });
});

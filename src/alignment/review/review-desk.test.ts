import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { reconcile } from '../records/reconcile.ts';
import type { AlignmentRecord } from '../records/record.ts';
import { alignAtWhim, anyEditions, type Editions, makeBlock } from '../testing/edit-run.ts';
import {
  act,
  type Desk,
  type DeskAction,
  type DeskWork,
  listActions,
  listCuts,
  lookAtDesk,
  openDesk,
} from './review-desk.ts';

function layOut(record: AlignmentRecord | null, editions: Editions): DeskWork {
  const { en, fa } = editions;
  const next = reconcile(record, en, fa, { work: 'w', align: alignAtWhim });
  return { name: 'w', original: 'en', en, fa, record: next.record, units: next.units };
}

const block = (text: string) => makeBlock(text, [text]);
const EN = ['One paragraph.', 'Two of them.', 'A third one.'];
const FA = ['بند یک.', 'بند دو.', 'بند سه.'];
const editions = { en: EN.map(block), fa: FA.map(block) };
const record: AlignmentRecord = {
  version: 1,
  work: 'w',
  aliases: {},
  gone: [],
  units: [
    { id: 'aa', en: [EN[0]!], fa: [FA[0]!], by: 'auto', confidence: 0.5 },
    { id: 'bb', en: [EN[1]!], fa: [], by: 'auto' },
    { id: 'cc', en: ['The third one.'], fa: [FA[2]!], by: 'human', now: { en: [EN[2]!] } },
    { id: 'dd', en: [], fa: [FA[1]!], by: 'auto' },
  ],
};
const desk = openDesk([layOut(record, editions)]);
const see = (now: Desk) => now.works.get('w')!.record.units;
const press = (now: Desk, ...actions: DeskAction[]) => actions.reduce(act, now);

describe('a desk', () => {
  it('shows what is stale first, then doubtful pairs, then what lacks its other side', () => {
    expect(desk.queue.map(({ id, reason }) => [id, reason])).toEqual([
      ['cc', 'stale'],
      ['aa', 'unsure'],
      ['dd', 'untranslated'],
      ['bb', 'untranslated'],
    ]);
  });

  it('begins with the least sure, in a work and among works', () => {
    const sure = (name: string, ...confidences: readonly number[]): DeskWork => ({
      ...layOut(null, { en: [], fa: [] }),
      name,
      units: confidences.map((confidence, n) => ({
        id: `${name}${n}`,
        en: [n],
        fa: [n],
        confidence,
        by: 'auto',
        state: 'fresh',
        aliases: [],
      })),
    });
    const { queue } = openDesk([sure('a', 0.99, 0.8), sure('b', 0.99), sure('c', 0.5, 0.2, 0.85), sure('d', 0.4)]);
    expect(queue.map(({ id }) => id)).toEqual(['c1', 'c0', 'c2', 'd0', 'a1']);
  });

  it('takes "still correct" as a review of the present texts', () => {
    const next = press(desk, { kind: 'accept' });
    expect(see(next).find(({ id }) => id === 'cc')).toEqual({ id: 'cc', en: [EN[2]], fa: [FA[2]], by: 'human' });
    expect(next.works.get('w')!.units.every(({ state }) => state !== 'stale')).toBe(true);
    expect(lookAtDesk(next)?.unit.id).toBe('aa');
  });

  it('marks what is left out, and what was added, by the side that has it', () => {
    const next = press(desk, { kind: 'skip' }, { kind: 'skip' }, { kind: 'one-sided' }, { kind: 'one-sided' });
    expect(see(next).map(({ id, relation, by }) => [id, relation, by])).toEqual([
      ['aa', undefined, 'auto'],
      ['dd', 'added', 'human'],
      ['bb', 'omitted', 'human'],
      ['cc', undefined, 'human'],
    ]);
    expect(next.queue).toEqual([]);
    expect(next.skipped).toBe(2);
  });

  it('joins neighbours, and what was joined waits no longer', () => {
    const next = press(desk, { kind: 'skip' }, { kind: 'skip' }, { kind: 'join-next' });
    expect(see(next).find(({ id }) => id === 'bb')).toMatchObject({ en: [EN[1]], fa: [FA[1]], by: 'human' });
    expect(next.works.get('w')!.record.aliases).toEqual({ dd: 'bb' });
    expect(next.queue).toEqual([]);
  });

  it('splits a unit, and offers no cut that leaves nothing', () => {
    const at = press(desk, { kind: 'skip' });
    expect(listCuts(lookAtDesk(at)!.unit)).toEqual([
      { en: 0, fa: 1 },
      { en: 1, fa: 0 },
    ]);
    const next = press(at, { kind: 'split', after: { en: 1, fa: 0 } });
    const parts = see(next).filter(({ en, fa }) => en[0] === EN[0] || fa[0] === FA[0]);
    expect(parts.map(({ en, fa }) => [en, fa])).toEqual([
      [[], [FA[0]]],
      [[EN[0]], []],
    ]);
    expect(parts.some(({ id }) => id === 'aa')).toBe(true);
    expect(next.queue.map(({ id }) => id)).toEqual(['dd', 'bb']);
  });

  it('offers only what can be done', () => {
    expect(listActions(desk)).toEqual(['accept', 'adapted', 'split', 'join-previous', 'skip']);
    expect(act(desk, { kind: 'one-sided' })).toBe(desk);
    expect(act(desk, { kind: 'undo' })).toBe(desk);
  });

  it('undoes everything, loses no text and no id, whatever is pressed', () => {
    const keys = fc.array(
      fc.record({
        kind: fc.constantFrom('accept', 'join-previous', 'join-next', 'one-sided', 'adapted', 'skip', 'split', 'undo'),
        cut: fc.nat(20),
      }),
      { maxLength: 15 },
    );
    fc.assert(
      fc.property(anyEditions(8), keys, (given, presses) => {
        const start = openDesk([layOut(null, given)]);
        let now = start;
        for (const { kind, cut } of presses) {
          const cuts = listCuts(lookAtDesk(now)?.unit ?? ({ en: [], fa: [] } as never));
          if (kind !== 'split') now = act(now, { kind: kind as 'skip' });
          else if (cuts.length > 0) now = act(now, { kind, after: cuts[cut % cuts.length]! });
          const { units, record: kept } = now.works.get('w')!;
          for (const side of ['en', 'fa'] as const)
            expect(units.flatMap((unit) => unit[side]).sort((a, b) => a - b)).toEqual(given[side].map((_, i) => i));
          const known = new Set([...kept.units.map(({ id }) => id), ...Object.keys(kept.aliases)]);
          for (const { id } of start.works.get('w')!.record.units) expect(known).toContain(id);
        }
        while (now.past) now = act(now, { kind: 'undo' });
        expect(now).toBe(start);
      }),
      { numRuns: 200 },
    );
  });
});

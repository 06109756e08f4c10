import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Lang } from '../works/block.ts';
import { type Reconciled, reconcile } from './reconcile.ts';
import { type AlignmentRecord, formatRecord, parseRecord } from './record.ts';
import { alignAtWhim, anyEdit, anyEditions, applyEdit, type Editions, type TaggedBlock } from './testing/edit-run.ts';

const SIDES = ['en', 'fa'] as const;
const RUNS = Number(process.env.PROPERTY_RUNS ?? 150);

function run(record: AlignmentRecord | null, editions: Editions, original: Lang = 'en'): Reconciled {
  return reconcile(record, editions.en, editions.fa, { align: alignAtWhim, work: 'w', original });
}

/** Write and read it, as `align` and the build do. */
function writeAndRead(record: AlignmentRecord): AlignmentRecord {
  const { record: read, problems } = parseRecord(formatRecord(record));
  expect(problems).toEqual([]);
  return read!;
}

function expectSound(reconciled: Reconciled, editions: Editions): void {
  const ids = reconciled.units.map((unit) => unit.id);
  expect(new Set(ids).size).toBe(ids.length);
  for (const side of SIDES) {
    const blocks = reconciled.units.flatMap((unit) => unit[side]).sort((a, b) => a - b);
    expect(blocks).toEqual(editions[side].map((_, i) => i));
  }
  for (const [alias, id] of Object.entries(reconciled.aliases)) {
    expect(ids).toContain(id);
    expect(ids).not.toContain(alias);
  }
}

function tagsOf(editions: Editions, unit: Reconciled['units'][number]): Set<string> {
  return new Set(SIDES.flatMap((side) => unit[side].flatMap((i) => [...editions[side][i]!.tags])));
}

function idsOfBlocks(editions: Editions, reconciled: Reconciled): Map<TaggedBlock, string> {
  const ids = new Map<TaggedBlock, string>();
  for (const unit of reconciled.units)
    for (const side of SIDES) for (const i of unit[side]) ids.set(editions[side][i]!, unit.id);
  return ids;
}

describe('reconciling through long runs of edits', () => {
  it('never loses, doubles or reuses an id, and twice changes nothing', () => {
    const steps = fc.array(fc.array(anyEdit, { maxLength: 4 }), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(anyEditions(14), steps, fc.constantFrom<Lang>('en', 'fa'), (start, runs, original) => {
        let editions = start;
        let record: AlignmentRecord | null = null;
        const meant = new Map<string, Set<string>>();
        for (const edits of [[], ...runs]) {
          for (const edit of edits) editions = applyEdit(editions, edit);
          const next: Reconciled = run(record, editions, original);
          expectSound(next, editions);
          const live = new Set(next.units.map((unit) => unit.id));
          for (const id of meant.keys()) {
            if (next.units.length > 0) expect(live.has(id) || id in next.aliases).toBe(true);
            else expect(next.record.gone.some((unit) => unit.id === id)).toBe(true);
          }
          for (const unit of next.units) {
            const tags = tagsOf(editions, unit);
            const known = meant.get(unit.id);
            if (known) expect([...tags].some((tag) => known.has(tag))).toBe(true);
            meant.set(unit.id, new Set([...(known ?? []), ...tags]));
          }
          record = writeAndRead(next.record);
          const again = run(record, editions, original);
          expect(again.changed).toBe(false);
          expect(again.record).toEqual(next.record);
          expect(again.units).toEqual(next.units);
        }
      }),
      { numRuns: RUNS },
    );
  });

  it('changes no id but those of the unit that was edited', () => {
    fc.assert(
      fc.property(anyEditions(20), fc.array(anyEdit, { minLength: 1, maxLength: 12 }), (start, edits) => {
        let editions = start;
        let before = run(null, editions);
        for (const edit of edits) {
          const edited = applyEdit(editions, edit);
          const after = run(before.record, edited);
          const left = idsOfBlocks(editions, before);
          const now = idsOfBlocks(edited, after);
          const touched = new Set([...left].filter(([block]) => !now.has(block)).map(([, id]) => id));
          const doubled = new Set<string>();
          const seen = new Set<string>();
          for (const block of [...left.keys(), ...now.keys()].filter((b, i, all) => all.indexOf(b) === i)) {
            if (seen.has(block.text)) doubled.add(block.text);
            seen.add(block.text);
          }
          for (const [block, id] of left) {
            if (!now.has(block) || touched.has(id) || doubled.has(block.text)) continue;
            expect(now.get(block)).toBe(id);
          }
          editions = edited;
          before = after;
        }
      }),
      { numRuns: RUNS },
    );
  });
});

import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import type { Lang } from '../../markdown/block.ts';
import {
  alignAtWhim,
  anyEdit,
  anyEditions,
  applyEdit,
  type Edit,
  type Editions,
  type TaggedBlock,
} from '../testing/edit-run.ts';
import { parseRecord } from './parse-record.ts';
import { type Reconciled, reconcile, reconcileOnce } from './reconcile.ts';
import { type AlignmentRecord, formatRecord, type RecordUnit } from './record.ts';
import { mergeRecords, parseConflict } from './repair-record.ts';

const SIDES = ['en', 'fa'] as const;
const RUNS = Number(process.env.PROPERTY_RUNS ?? 150);
vi.setConfig({ testTimeout: Math.max(30_000, 400 * RUNS) });

function run(record: AlignmentRecord | null, editions: Editions, original: Lang = 'en'): Reconciled {
  return reconcile(record, editions.en, editions.fa, { align: alignAtWhim, work: 'w', original });
}

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

function inAnyOrder(unit: RecordUnit): RecordUnit {
  return { ...unit, en: [...unit.en].sort(), fa: [...unit.fa].sort() };
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
          const long = reconcileOnce(record, editions.en, editions.fa, { align: alignAtWhim, work: 'w', original });
          expect(again).toEqual(long);
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
          // Of two texts that are the same, nobody can say which one was taken away.
          const removed = new Set([...left.keys()].filter((block) => !now.has(block)).map(({ text }) => text));
          const touched = new Set([...left].filter(([{ text }]) => removed.has(text)).map(([, id]) => id));
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

  it('never overrules an editor: what was paired by hand, and left alone since, stays as it was', () => {
    const hand = fc.record({ at: fc.nat(1000), relation: fc.constantFrom(undefined, 'adapted') });
    fc.assert(
      fc.property(anyEditions(14), hand, fc.array(anyEdit, { maxLength: 12 }), (start, { at, relation }, edits) => {
        const first = run(null, start).record;
        const at0 = at % first.units.length;
        const units = first.units.map((unit, i): RecordUnit => {
          if (i !== at0) return unit;
          const isPair = unit.en.length > 0 && unit.fa.length > 0;
          const { confidence: _, ...bare } = unit;
          return {
            ...bare,
            by: 'human',
            relation: isPair ? (relation as 'adapted') : unit.en.length > 0 ? 'omitted' : 'added',
          };
        });
        const decided = units[at0]!;
        const own = new Set([...decided.en, ...decided.fa]);
        // Texts that occur twice have no history of their own.
        fc.pre([...start.en, ...start.fa].filter((block) => own.has(block.text)).length === own.size);
        let editions = start;
        let record: AlignmentRecord = { ...first, units };
        for (const edit of edits) {
          const next = applyEdit(editions, edit);
          const isTouched = [...own].some((text) => ![...next.en, ...next.fa].some((block) => block.text === text));
          if (isTouched) continue;
          editions = next;
          const after = run(record, editions);
          expect(inAnyOrder(after.record.units.find((unit) => unit.id === decided.id)!)).toEqual(inAnyOrder(decided));
          record = after.record;
        }
      }),
      { numRuns: RUNS },
    );
  });

  it('gives the same record whichever of two edits is aligned first', () => {
    const smallEdit = anyEdit.map((edit): Edit => ({ ...edit, kind: edit.seed % 4 === 0 ? 'retype' : 'edit' }));
    const lacks = (editions: Editions, block: TaggedBlock) =>
      !editions.en.includes(block) && !editions.fa.includes(block);
    fc.assert(
      fc.property(anyEditions(16), smallEdit, smallEdit, (start, one, two) => {
        const base = run(null, start);
        const unitOf = idsOfBlocks(start, base);
        const [first, second] = [applyEdit(start, one), applyEdit(start, two)];
        const touched = (after: Editions) => [...unitOf.keys()].filter((block) => lacks(after, block));
        const blocks = [...touched(first), ...touched(second)];
        // A text of a word or two is not the same text any more when one is replaced.
        fc.pre(blocks.every((block) => block.text.split(' ').length > 3));
        fc.pre(new Set(blocks.map((block) => unitOf.get(block))).size === blocks.length);
        const both = applyEdit(first, two);
        const here = run(run(base.record, first).record, both).record;
        expect(run(run(base.record, second).record, both).record).toEqual(here);
        expect(run(base.record, both).record).toEqual(here);
      }),
      { numRuns: RUNS },
    );
  });

  it('merges cleanly what two people did to different units, and loses no id in a conflict', () => {
    const dir = mkdtempSync(join(tmpdir(), 'beyt-merge-'));
    const merge = (base: AlignmentRecord, ours: AlignmentRecord, theirs: AlignmentRecord) => {
      for (const [name, record] of Object.entries({ base, ours, theirs }))
        writeFileSync(join(dir, name), formatRecord(record));
      const { status, stdout } = spawnSync('git', ['merge-file', '-p', 'ours', 'base', 'theirs'], {
        cwd: dir,
        encoding: 'utf8',
      });
      return { isClean: status === 0, text: stdout };
    };
    let clean = 0;
    const edits = fc.array(anyEdit, { minLength: 1, maxLength: 3 });
    fc.assert(
      fc.property(anyEditions(12), edits, edits, (start, mine, yours) => {
        const base = run(null, start).record;
        const ours = run(base, mine.reduce(applyEdit, start)).record;
        const theirs = run(base, yours.reduce(applyEdit, start)).record;
        const changed = (record: AlignmentRecord) =>
          base.units
            .filter((unit) => !record.units.some((other) => JSON.stringify(other) === JSON.stringify(unit)))
            .map((unit) => unit.id);
        const isEditOnly = (record: AlignmentRecord) =>
          record.units.map((unit) => unit.id).join() === base.units.map((unit) => unit.id).join() && !record.order;
        const result = merge(base, ours, theirs);
        if (isEditOnly(ours) && isEditOnly(theirs) && !changed(ours).some((id) => changed(theirs).includes(id))) {
          expect(result.isClean).toBe(true);
          clean++;
        }
        const parsed = parseRecord(result.text);
        const versions = parsed.record ? { ours: parsed, theirs: parsed } : parseConflict(result.text);
        expect([versions.ours.record, versions.theirs.record]).not.toContain(undefined);
        const merged = mergeRecords(versions.ours.record!, versions.theirs.record!, { en: new Set(), fa: new Set() });
        const repaired = run(merged, mine.reduce(applyEdit, start));
        const known = new Set(
          [...repaired.record.units, ...repaired.record.gone]
            .map((unit) => unit.id)
            .concat(Object.keys(repaired.aliases)),
        );
        for (const { id } of [...ours.units, ...ours.gone, ...theirs.units, ...theirs.gone])
          expect(known).toContain(id);
        expect(new Set(repaired.units.map((unit) => unit.id)).size).toBe(repaired.units.length);
      }),
      { numRuns: RUNS },
    );
    rmSync(dir, { recursive: true });
    expect(clean).toBeGreaterThan(0);
  });
});

import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import type { Lang } from '../../markdown/block.ts';
import type { TaggedBlock } from '../testing/edit-run.ts';
import {
  alignByPassage,
  copyManuscript,
  editLayout,
  type LayoutEdit,
  type Manuscript,
  startManuscript,
  writeBlocks,
} from '../testing/manuscript.ts';
import {
  editText,
  joinUnits,
  mergeModels,
  observe,
  type StaleModel,
  startModel,
  type TextEdit,
} from '../testing/stale-model.ts';
import { confirmUnit } from './edit-record.ts';
import { parseRecord } from './parse-record.ts';
import { type Reconciled, reconcile, textOfBlock } from './reconcile.ts';
import { type AlignmentRecord, formatRecord } from './record.ts';
import { mergeRecords } from './repair-record.ts';

const RUNS = { numRuns: Number(process.env.PROPERTY_RUNS ?? 150) };
vi.setConfig({ testTimeout: Math.max(30_000, 100 * RUNS.numRuns) });

const anySide = fc.constantFrom<Lang>('en', 'fa');
const anyText: fc.Arbitrary<TextEdit> = fc.record({
  kind: fc.constantFrom('change', 'change', 'rewrite', 'take back', 'respell'),
  side: anySide,
  at: fc.nat(50),
});
const anyLayout: fc.Arbitrary<LayoutEdit> = fc.record({
  kind: fc.constantFrom('join', 'split', 'move'),
  side: anySide,
  at: fc.nat(50),
  to: fc.nat(50),
});

interface Session {
  readonly layout: readonly LayoutEdit[];
  readonly texts: readonly TextEdit[];
  readonly confirm: number | undefined;
}
const anySession: fc.Arbitrary<Session> = fc.record({
  layout: fc.oneof(fc.constant([]), fc.array(anyLayout, { maxLength: 2 })),
  texts: fc.array(anyText, { maxLength: 3 }),
  confirm: fc.option(fc.nat(50), { nil: undefined, freq: 6 }),
});

interface State {
  readonly manuscript: Manuscript;
  readonly record: AlignmentRecord;
  readonly model: StaleModel;
  readonly units: ReadonlyMap<string, readonly number[]>;
}

function readUnits(manuscript: Manuscript, { units }: Reconciled): Map<string, number[]> {
  const blocks = { en: writeBlocks(manuscript, 'en'), fa: writeBlocks(manuscript, 'fa') };
  return new Map(
    units.map((unit) => {
      const tags = (['en', 'fa'] as const).flatMap((side) => unit[side].flatMap((i) => [...blocks[side][i]!.tags]));
      return [unit.id, [...new Set(tags.map(Number))]];
    }),
  );
}

function align(manuscript: Manuscript, record: AlignmentRecord | null): Reconciled {
  const result = reconcile(record, writeBlocks(manuscript, 'en'), writeBlocks(manuscript, 'fa'), {
    work: 'w',
    align: (en, fa) => alignByPassage(en as TaggedBlock[], fa as TaggedBlock[]),
  });
  return { ...result, record: parseRecord(formatRecord(result.record)).record! };
}

function start(count: number): State {
  const manuscript = startManuscript(count);
  const result = align(manuscript, null);
  return { manuscript, record: result.record, model: startModel(manuscript), units: readUnits(manuscript, result) };
}

function expectAgreement(
  manuscript: Manuscript,
  record: AlignmentRecord,
  seen: (units: number[][]) => StaleModel,
): State {
  const result = align(manuscript, record);
  const units = readUnits(manuscript, result);
  const keys = [...units.values()].flat();
  expect(keys.length, 'no passage is torn').toBe(manuscript.passages.size);
  const model = seen([...units.values()]);
  const expected = [...units].map(([id, [key]]) => [id, model.get(key!)!.moved.size > 0]);
  expect(result.units.map(({ id, stale }) => [id, stale !== undefined])).toEqual(expected);
  expect(align(manuscript, result.record).record).toEqual(result.record);
  return { manuscript, record: result.record, model, units };
}

/** So far apart that the edits of one never add up to those of another. */
const HANDS = { before: 1, mine: 20, yours: 500, after: 7000 };
const workAs = (hand: number) => (state: State, session: Session) => work(state, session, hand);

function work(state: State, { layout, texts, confirm }: Session, hand: number): State {
  const manuscript = copyManuscript(state.manuscript);
  for (const edit of layout) editLayout(manuscript, edit);
  for (const edit of texts)
    if (edit.kind !== 'rewrite' || layout.length === 0) editText(manuscript, edit, state.model, hand);
  const observed = observe(state.model, [...state.units.values()], manuscript);
  const next = expectAgreement(manuscript, state.record, (units) => joinUnits(state.model, observed, units));
  return confirm === undefined ? next : confirmAt(next, confirm);
}

function confirmAt(state: State, at: number): State {
  const ids = [...state.units.keys()];
  const id = ids[at % ids.length]!;
  const keys = state.units.get(id)!;
  const { units } = align(state.manuscript, state.record);
  const unit = units.find((one) => one.id === id)!;
  const texts = (side: Lang) => unit[side].map((i) => textOfBlock(writeBlocks(state.manuscript, side)[i]!));
  const record = confirmUnit(state.record, id, { en: texts('en'), fa: texts('fa') });
  const model = new Map(state.model);
  for (const key of keys) {
    const { wording } = state.manuscript.passages.get(key)!;
    model.set(key, { reviewed: { ...wording }, moved: new Set(), apart: false });
  }
  return expectAgreement(state.manuscript, record, () => model);
}

describe('staleness as an independent model has it', () => {
  it('is right after every run, whatever was edited, joined, split, moved, respelled or taken back', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 7 }), fc.array(anySession, { maxLength: 8 }), (count, sessions) => {
        sessions.reduce(workAs(HANDS.before), start(count));
      }),
      RUNS,
    );
  });

  it('is right after two branches were merged: what nobody has seen together is stale', () => {
    // What a unit would be taken back to depends on the branch that it is seen from.
    const leaveTaken = (session: Session) => ({
      ...session,
      texts: session.texts.filter(({ kind }) => kind !== 'take back'),
    });
    const anyWords: fc.Arbitrary<Session> = fc.record({
      layout: fc.constant([]),
      texts: fc.array(
        anyText.filter(({ kind }) => kind !== 'rewrite'),
        { maxLength: 4 },
      ),
      confirm: fc.constant(undefined),
    });
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 5 }),
        fc.array(anySession, { maxLength: 2 }),
        fc.array(anyWords, { minLength: 1, maxLength: 3 }),
        fc.array(anyWords, { minLength: 1, maxLength: 3 }),
        fc.array(fc.boolean(), { minLength: 10, maxLength: 10 }),
        fc.array(anyWords.map(leaveTaken), { maxLength: 3 }),
        (count, before, ours, theirs, choices, after) => {
          const fork = before.reduce(workAs(HANDS.before), start(count));
          const [mine, yours] = [ours.reduce(workAs(HANDS.mine), fork), theirs.reduce(workAs(HANDS.yours), fork)];
          const manuscript = copyManuscript(mine.manuscript);
          for (const [key, passage] of manuscript.passages)
            for (const side of ['en', 'fa'] as const) {
              const [old, own, other] = [fork, mine, yours].map((state) => state.manuscript.passages.get(key)!);
              // Where both changed it, the person who merges chooses.
              const isTheirs =
                own!.wording[side] === old!.wording[side] ||
                (other!.wording[side] !== old!.wording[side] && choices[(2 * key + (side === 'en' ? 0 : 1)) % 10]);
              const chosen = isTheirs ? other! : own!;
              passage.wording[side] = chosen.wording[side];
              passage.spelling[side] = chosen.spelling[side];
            }
          const texts = (side: Lang) => new Set(writeBlocks(manuscript, side).map(textOfBlock));
          const merged = mergeRecords(mine.record, yours.record, { en: texts('en'), fa: texts('fa') });
          const state = expectAgreement(manuscript, merged, (units) =>
            mergeModels(fork.manuscript, [mine, yours], manuscript, units),
          );
          after.reduce(workAs(HANDS.after), state);
        },
      ),
      RUNS,
    );
  });
});

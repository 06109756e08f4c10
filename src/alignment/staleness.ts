import type { Lang } from '../works/block.ts';
import type { Draft } from './draft.ts';
import type { RecordUnit } from './record.ts';
import type { Unit, UnitState } from './unit.ts';

/** What a unit's present texts mean against those last reviewed, and the line that the record keeps of it. */
export interface Review {
  readonly state: UnitState;
  readonly stale?: NonNullable<Unit['stale']>;
  readonly kept: RecordUnit;
}

type Texts = Record<Lang, readonly string[]>;

/** The day on which blocks (indices) of a side last changed, where that is known. */
export type DayOf = (side: Lang, blocks: readonly number[]) => string | undefined;

/** A side's text, wherever it is broken into blocks. */
export function joinTexts(texts: readonly string[]): string {
  return texts.join(' ');
}

/** Whether two versions of a side say the same: how they are broken into blocks, and in which order, does not count. */
export function readsSame(a: readonly string[], b: readonly string[]): boolean {
  if (joinTexts(a) === joinTexts(b)) return true;
  return a.length === b.length && joinTexts([...a].sort()) === joinTexts([...b].sort());
}

/**
 * Compare a unit's present texts with those last reviewed together. One side changed: stale, and the reviewed texts
 * stay. Both changed: whoever changed the second side saw the first, which is a review. A side that is met for the first
 * time makes a pair whose review starts now. An edition that is not there changes nothing.
 */
export function reviewDraft(
  draft: Draft,
  texts: Texts,
  present: Readonly<Record<Lang, boolean>>,
  dayOf: DayOf = () => undefined,
): Review {
  // Only a pair was reviewed together: an untranslated text merged into one is a change to it.
  const pairs = draft.from.filter((unit) => unit.en.length > 0 && unit.fa.length > 0);
  const wasPair = pairs.length > 0;
  const base = wasPair ? pairs : draft.from;
  const reviewed = { en: base.flatMap((unit) => unit.en), fa: base.flatMap((unit) => unit.fa) };
  const current = {
    en: present.en ? draft.en.map((i) => texts.en[i]!) : base.flatMap((unit) => unit.now?.en ?? unit.en),
    fa: present.fa ? draft.fa.map((i) => texts.fa[i]!) : base.flatMap((unit) => unit.now?.fa ?? unit.fa),
  };
  const changed = { en: !readsSame(reviewed.en, current.en), fa: !readsSame(reviewed.fa, current.fa) };
  const isStale = wasPair && changed.en !== changed.fa;
  const moved = changed.en ? 'en' : 'fa';
  const before = base.find((unit) => unit.now?.[moved] && readsSame(unit.now[moved], current[moved]));
  const since = isStale ? (before?.since ?? dayOf(moved, draft[moved])) : undefined;
  const hasBothSides = draft.en.length > 0 && draft.fa.length > 0;
  const kept: RecordUnit = {
    id: draft.id,
    ...(isStale ? { ...current, [moved]: reviewed[moved] } : current),
    ...(draft.relation && { relation: draft.relation }),
    by: draft.by,
    ...(draft.by === 'auto' && draft.confidence !== undefined && { confidence: draft.confidence }),
    ...(isStale && { now: { [moved]: current[moved] } }),
    ...(since && { since }),
    ...(draft.waive && { waive: draft.waive }),
  };
  const stale = { moved, reviewed, ...(since && { since }) } as const;
  if (hasBothSides) {
    return isStale ? { state: 'stale', stale, kept } : { state: 'fresh', kept };
  }
  const said = draft.relation === 'omitted' || draft.relation === 'added' ? draft.relation : undefined;
  if (said) return { state: said, kept };
  return isStale ? { state: 'untranslated', stale, kept } : { state: 'untranslated', kept };
}

import type { Lang } from '../../markdown/block.ts';
import { spellPlainly } from '../../spelling/plain-spelling.ts';
import type { Unit, UnitState } from '../unit.ts';
import type { Draft } from './draft.ts';
import { readSide } from './find-slots.ts';
import type { RecordUnit } from './record.ts';

export interface Review {
  readonly state: UnitState;
  readonly stale?: NonNullable<Unit['stale']>;
  readonly kept: RecordUnit;
}

type Texts = Record<Lang, readonly string[]>;
type Sides = Readonly<Texts>;

const SIDES = ['en', 'fa'] as const;

export type DayOf = (side: Lang, blocks: readonly number[]) => string | undefined;

/** The same wherever a text is broken into blocks. */
export function joinTexts(texts: readonly string[]): string {
  return texts.join(' ');
}

/** Whether two versions of a side say the same: how they are spelled, cut into blocks and ordered does not count. */
export function readsSame(a: readonly string[], b: readonly string[]): boolean {
  if (a.length === b.length && a.every((text, i) => text === b[i])) return true;
  const [ours, theirs] = [a.map(spellPlainly), b.map(spellPlainly)];
  const [whole, other] = [joinTexts(ours), joinTexts(theirs)];
  return whole === other || isMadeOf(whole, theirs) || isMadeOf(other, ours);
}

function isMadeOf(whole: string, pieces: readonly string[]): boolean {
  if (joinTexts(pieces).length !== whole.length) return false;
  if (pieces.length === 1) return pieces[0] === whole;
  const tried = new Set<string>();
  return pieces.some((piece, i) => {
    if (tried.has(piece) || !whole.startsWith(`${piece} `)) return false;
    tried.add(piece);
    return isMadeOf(whole.slice(piece.length + 1), pieces.toSpliced(i, 1));
  });
}

/**
 * One side changed: stale. Both changed: whoever changed the second saw the first, which is a review, unless the record
 * says that they moved on apart. A side met for the first time makes a pair whose review starts now.
 * @param original whose change is shown where both sides moved on apart
 */
export function reviewDraft(
  draft: Draft,
  texts: Texts,
  present: Readonly<Record<Lang, boolean>>,
  original: Lang = 'en',
  dayOf: DayOf = () => undefined,
): Review {
  // An untranslated text merged into a reviewed pair is a change to it.
  const pairs = draft.from.filter((unit) => unit.en.length > 0 && unit.fa.length > 0);
  const base = pairs.length > 0 ? pairs : draft.from;
  const reviewed = { en: base.flatMap((unit) => unit.en), fa: base.flatMap((unit) => unit.fa) };
  const current = {
    en: present.en ? draft.en.map((i) => texts.en[i]!) : base.flatMap((unit) => readSide(unit, 'en')),
    fa: present.fa ? draft.fa.map((i) => texts.fa[i]!) : base.flatMap((unit) => readSide(unit, 'fa')),
  };
  const moves = draft.isReviewed ? [] : listMoves(pairs, reviewed, current);
  const [moved] = moves.length === 2 ? [original] : moves;
  const isStale = moved !== undefined;
  const before = base.find((unit) => moved && unit.now?.[moved] && readsSame(unit.now[moved], current[moved]));
  const since = moved && (before?.since ?? dayOf(moved, draft[moved]));
  const hasBothSides = draft.en.length > 0 && draft.fa.length > 0;
  const pick = (side: Lang) => (moves.includes(side) ? reviewed[side] : current[side]);
  const kept: RecordUnit = {
    id: draft.id,
    en: pick('en'),
    fa: pick('fa'),
    ...(draft.relation && { relation: draft.relation }),
    by: draft.by,
    ...(draft.by === 'auto' && draft.confidence !== undefined && { confidence: draft.confidence }),
    ...(isStale && { now: Object.fromEntries(moves.map((side) => [side, current[side]])) }),
    ...(since && { since }),
    ...(draft.waive && { waive: draft.waive }),
  };
  const stale = isStale && {
    moved,
    ...(moves.length === 2 && { apart: true as const }),
    reviewed,
    ...(since && { since }),
  };
  if (hasBothSides) {
    return stale ? { state: 'stale', stale, kept } : { state: 'fresh', kept };
  }
  const said = draft.relation === 'omitted' || draft.relation === 'added' ? draft.relation : undefined;
  if (said) return { state: said, kept };
  return stale ? { state: 'untranslated', stale, kept } : { state: 'untranslated', kept };
}

/** Each of the pairs that were merged by itself: a change to one is no review of the other. */
function listMoves(pairs: readonly RecordUnit[], reviewed: Sides, current: Sides): Lang[] {
  if (pairs.length === 0) return [];
  const isChanged = { en: !readsSame(reviewed.en, current.en), fa: !readsSame(reviewed.fa, current.fa) };
  const changed = SIDES.filter((side) => isChanged[side]);
  const moved = new Set<Lang>();
  const accounted = new Set<Lang>();
  for (const unit of pairs) {
    const changedHere = changed.filter((side) => pairs.length === 1 || !holdsTexts(current[side], unit[side]));
    for (const side of changedHere) accounted.add(side);
    const wereApart = unit.now?.en !== undefined && unit.now.fa !== undefined;
    if (changedHere.length === 1 || wereApart)
      for (const side of wereApart && changedHere.length > 0 ? SIDES : changedHere) moved.add(side);
  }
  // What was added belongs to none of the pairs.
  for (const side of changed) if (!accounted.has(side)) moved.add(side);
  return SIDES.filter((side) => moved.has(side));
}

function holdsTexts(side: readonly string[], texts: readonly string[]): boolean {
  const whole = ` ${joinTexts(side.map(spellPlainly))} `;
  return texts.every((text) => whole.includes(` ${spellPlainly(text)} `));
}

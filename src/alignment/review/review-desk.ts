import type { Block, Lang } from '../../markdown/block.ts';
import { confirmUnit, joinUnits, relateUnit, type SeenTexts, splitUnit } from '../records/edit-record.ts';
import { reconcile, textOfBlock } from '../records/reconcile.ts';
import type { AlignmentRecord } from '../records/record.ts';
import type { Relation, Unit } from '../unit.ts';
import { type ReviewReason, reasonToReview } from './review-reasons.ts';

export interface DeskWork {
  readonly name: string;
  readonly original: Lang;
  readonly en: readonly Block[] | null;
  readonly fa: readonly Block[] | null;
  readonly record: AlignmentRecord;
  readonly units: readonly Unit[];
}

export interface DeskItem {
  readonly work: string;
  readonly id: string;
  readonly reason: ReviewReason;
}

export interface Desk {
  readonly works: ReadonlyMap<string, DeskWork>;
  readonly queue: readonly DeskItem[];
  readonly decided: number;
  readonly skipped: number;
  readonly past: Desk | null;
}

export interface Cut {
  readonly en: number;
  readonly fa: number;
}

export type DeskAction =
  | { readonly kind: 'accept' | 'join-previous' | 'join-next' | 'one-sided' | 'adapted' | 'skip' | 'undo' }
  | { readonly kind: 'split'; readonly after: Cut };

const ORDER: readonly ReviewReason[] = ['stale', 'unsure', 'untranslated'];

/** In each work what fell behind, then doubtful pairs, then what lacks its other side. Works by their first unit. */
export function openDesk(works: readonly DeskWork[]): Desk {
  interface Waiting extends DeskItem {
    readonly rank: number;
    readonly confidence: number;
  }
  const compare = (a: Waiting, b: Waiting) => a.rank - b.rank || a.confidence - b.confidence;
  const waiting = works.map((work) =>
    work.units
      .flatMap((unit): Waiting[] => {
        const reason = reasonToReview(unit, work.en !== null && work.fa !== null);
        if (!reason) return [];
        const confidence = reason === 'unsure' ? unit.confidence : 1;
        return [{ work: work.name, id: unit.id, reason, rank: ORDER.indexOf(reason), confidence }];
      })
      .sort(compare),
  );
  const queue = waiting
    .filter(([first]) => first)
    .sort(([a], [b]) => compare(a!, b!))
    .flatMap((items) => items.map(({ work, id, reason }): DeskItem => ({ work, id, reason })));
  return { works: new Map(works.map((work) => [work.name, work])), queue, decided: 0, skipped: 0, past: null };
}

export function lookAtDesk(desk: Desk) {
  const item = desk.queue[0];
  const work = item && desk.works.get(item.work);
  if (!item || !work) return undefined;
  const at = work.units.findIndex((unit) => unit.id === item.id);
  const unit = work.units[at];
  return unit && { item, work, unit, previous: work.units[at - 1], next: work.units[at + 1] };
}

export function listActions(desk: Desk): DeskAction['kind'][] {
  const undo: DeskAction['kind'][] = desk.past ? ['undo'] : [];
  const view = lookAtDesk(desk);
  if (!view) return undo;
  const { unit, previous, next } = view;
  const hasBothSides = unit.en.length > 0 && unit.fa.length > 0;
  return [
    ...(hasBothSides ? (['accept', 'adapted'] as const) : (['one-sided'] as const)),
    ...(unit.en.length + unit.fa.length > 1 ? (['split'] as const) : []),
    ...(previous ? (['join-previous'] as const) : []),
    ...(next ? (['join-next'] as const) : []),
    'skip',
    ...undo,
  ];
}

/** In both orders of reading: neither part is empty. */
export function listCuts(unit: Unit): Cut[] {
  const cuts: Cut[] = [];
  for (let en = 0; en <= unit.en.length; en++)
    for (let fa = 0; fa <= unit.fa.length; fa++) {
      const first = en + fa;
      if (first > 0 && first < unit.en.length + unit.fa.length) cuts.push({ en, fa });
    }
  return cuts;
}

/** The original's text was omitted, or the translation's added. */
export function relationOf(unit: Unit, original: Lang): Relation {
  return unit[original].length > 0 ? 'omitted' : 'added';
}

/** Actions that `listActions` does not name change nothing. */
export function act(desk: Desk, action: DeskAction): Desk {
  if (action.kind === 'undo') return desk.past ?? desk;
  const view = lookAtDesk(desk);
  if (!view || !listActions(desk).includes(action.kind)) return desk;
  if (action.kind === 'skip') return { ...desk, queue: desk.queue.slice(1), skipped: desk.skipped + 1, past: desk };
  const { work, unit, previous, next } = view;
  const open = { id: unit.id, seen: readTexts(work, unit) };
  const neighbour = (other: Unit) => ({ id: other.id, seen: readTexts(work, other) });
  switch (action.kind) {
    case 'accept':
      return decide(desk, work, confirmUnit(work.record, open.id, open.seen));
    case 'adapted':
      return decide(desk, work, relateUnit(work.record, open.id, open.seen, 'adapted'));
    case 'one-sided':
      return decide(desk, work, relateUnit(work.record, open.id, open.seen, relationOf(unit, work.original)));
    case 'join-previous':
      return decide(desk, work, joinUnits(work.record, neighbour(previous!), open));
    case 'join-next':
      return decide(desk, work, joinUnits(work.record, open, neighbour(next!)));
    case 'split':
      return decide(desk, work, splitUnit(work.record, open.id, open.seen, action.after));
  }
}

function decide(desk: Desk, work: DeskWork, record: AlignmentRecord): Desk {
  const { name, original, en, fa } = work;
  const next = reconcile(record, en, fa, { work: name, original, align: () => [] });
  const works = new Map(desk.works).set(name, { ...work, record: next.record, units: next.units });
  const waiting = new Set(
    next.units.filter((unit) => reasonToReview(unit, en !== null && fa !== null)).map((unit) => unit.id),
  );
  const queue = desk.queue.slice(1).filter((item) => item.work !== name || waiting.has(item.id));
  return { works, queue, decided: desk.decided + 1, skipped: desk.skipped, past: desk };
}

function readTexts(work: DeskWork, unit: Unit): SeenTexts {
  return {
    en: unit.en.map((i) => textOfBlock(work.en![i]!)),
    fa: unit.fa.map((i) => textOfBlock(work.fa![i]!)),
  };
}

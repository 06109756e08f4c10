import type { Block, Lang } from '../works/block.ts';
import { adoptNew } from './adopt-new.ts';
import { type Draft, draftUnits, isLive } from './draft.ts';
import { deriveId } from './ids.ts';
import { mergeRecords } from './mend-record.ts';
import { partPairs } from './part-pairs.ts';
import { sortReading } from './reading-order.ts';
import type { AlignmentRecord, RecordUnit } from './record.ts';
import { reviewDraft } from './staleness.ts';
import type { Pairing, Unit } from './unit.ts';

/** What a block is known by in a record: its text, or what it shows where it has none. */
export function textOfBlock(block: Block): string {
  return block.text === '' ? block.links.join(' ') : block.text;
}

export interface ReconcileOptions {
  /** Pairs blocks that no record knows; called with windows of the two editions, and only where both have some. */
  readonly align: (en: readonly Block[], fa: readonly Block[]) => readonly Pairing[];
  /** The work's name, for a record that is yet to be made. */
  readonly work: string;
  /** The language whose edition gives units their order; English if not said. */
  readonly original?: Lang;
}

/** What became of a work's units. */
export interface Reconciled {
  /** Every block of both editions is in exactly one unit; in reading order. */
  readonly units: readonly Unit[];
  /** Every id of the past → the id of the unit that answers to it now. */
  readonly aliases: Readonly<Record<string, string>>;
  /** The record that `align` would write. */
  readonly record: AlignmentRecord;
  /** Whether that differs from the record given. */
  readonly changed: boolean;
}

/**
 * Find the units of a work again in the present text of its editions, and pair what is new.
 *
 * Pure, and the same on every machine. An edition that does not exist is `null`: its texts in the record are left as
 * they are. Units keep their ids through edits, moves, splits and merges; an id whose texts are gone from both editions
 * becomes an alias of its nearest neighbour and comes back with its text. What an editor paired stays paired.
 */
export function reconcile(
  record: AlignmentRecord | null,
  en: readonly Block[] | null,
  fa: readonly Block[] | null,
  options: ReconcileOptions,
): Reconciled {
  let result = reconcileOnce(record, en, fa, options);
  if (!result.changed) return result;
  // What is shown is what the next run will read, so that the two never differ.
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const next = reconcileOnce(result.record, en, fa, options);
    if (!next.changed) return { ...next, changed: true };
    result = next;
  }
  return result;
}

const MOST_ROUNDS = 8;

function reconcileOnce(
  record: AlignmentRecord | null,
  en: readonly Block[] | null,
  fa: readonly Block[] | null,
  options: ReconcileOptions,
): Reconciled {
  const blocks = { en: en ?? [], fa: fa ?? [] };
  const texts = { en: blocks.en.map(textOfBlock), fa: blocks.fa.map(textOfBlock) };
  const present = { en: en !== null, fa: fa !== null };
  const none: AlignmentRecord = { version: 1, work: options.work, units: [], aliases: {}, gone: [] };
  const base = record ? undouble(record, texts) : none;

  const drafts = partPairs(draftUnits(base, texts, present), blocks, texts, base.gone, options.align);
  const found = adoptNew(drafts, blocks, options.align);
  const ordered = sortReading(found, options.original ?? 'en');
  nameNew(ordered, base, texts);

  const live = ordered.filter(isLive);
  const reviews = live.map((draft) => reviewDraft(draft, texts, present));
  const aliases = resolveAliases(base, drafts, live, texts);
  const aliasesOf = invert(aliases);
  const units = live.map(
    (draft, i): Unit => ({
      id: draft.id,
      en: draft.en,
      fa: draft.fa,
      confidence: draft.by === 'human' ? 1 : (draft.confidence ?? 1),
      by: draft.by,
      ...(draft.relation && { relation: draft.relation }),
      state: reviews[i]!.state,
      ...(reviews[i]!.stale && { stale: reviews[i]!.stale }),
      aliases: aliasesOf.get(draft.id) ?? [],
      ...(draft.waive && { waive: draft.waive }),
    }),
  );
  const kept = new Map(live.map((draft, i) => [draft, reviews[i]!.kept]));
  let next: AlignmentRecord = {
    version: 1,
    work: options.work,
    units: ordered.flatMap((draft) => kept.get(draft) ?? (draft.absent ? draft.from : [])),
    aliases,
    gone: listGone(base, ordered, drafts),
  };
  const order = tellOrder(live, texts, present, base.order);
  if (order) next = { ...next, order };
  return { units, aliases, record: next, changed: record === null || !isSameRecord(record, next) };
}

/** A record in which each id stands once; a merge or an edit by hand may have left one twice. */
function undouble(record: AlignmentRecord, texts: Record<Lang, readonly string[]>): AlignmentRecord {
  const ids = [...record.units, ...record.gone].map((unit) => unit.id);
  if (new Set(ids).size === ids.length) return record;
  return mergeRecords(record, record, { en: new Set(texts.en), fa: new Set(texts.fa) });
}

/** The order of a side's blocks by unit, where it is not that of the units and texts that stand twice leave it open. */
function tellOrder(
  live: readonly Draft[],
  texts: Record<Lang, readonly string[]>,
  present: Readonly<Record<Lang, boolean>>,
  before: AlignmentRecord['order'],
): AlignmentRecord['order'] {
  const order: { [side in Lang]?: readonly string[] } = {};
  for (const side of ['en', 'fa'] as const) {
    if (!present[side] && before?.[side]) order[side] = before[side];
    if (new Set(texts[side]).size === texts[side].length) continue;
    const ids: string[] = [];
    for (const draft of live) for (const block of draft[side]) ids[block] = draft.id;
    const inRecord = live.flatMap((draft) => draft[side].map(() => draft.id));
    if (ids.some((id, i) => id !== inRecord[i])) order[side] = ids;
  }
  return order.en || order.fa ? order : undefined;
}

function nameNew(drafts: readonly Draft[], base: AlignmentRecord, texts: Record<Lang, readonly string[]>): void {
  const taken = new Set([...base.units, ...base.gone].map((unit) => unit.id).concat(Object.keys(base.aliases)));
  for (const draft of drafts) {
    if (draft.id !== '') continue;
    const seed = draft.en.length > 0 ? texts.en[draft.en[0]!] : texts.fa[draft.fa[0]!];
    draft.id = deriveId(seed ?? '', taken);
    taken.add(draft.id);
  }
}

/** Units of the record that no text of either edition continues, with those that were gone before. */
function listGone(base: AlignmentRecord, ordered: readonly Draft[], drafts: readonly Draft[]): RecordUnit[] {
  const kept = new Set(ordered.filter((draft) => isLive(draft) || draft.absent).map((draft) => draft.id));
  const lost = drafts.flatMap((draft) => draft.from).filter((unit) => !kept.has(unit.id));
  const gone = new Map([...base.gone, ...lost].filter((unit) => !kept.has(unit.id)).map((unit) => [unit.id, unit]));
  return [...gone.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
}

/**
 * Lead every id of the past to a live unit: the one that took its blocks over, else the one that now holds its text,
 * else the nearest before it in the record, else the nearest after it.
 */
function resolveAliases(
  base: AlignmentRecord,
  drafts: readonly Draft[],
  live: readonly Draft[],
  texts: Record<Lang, readonly string[]>,
): Record<string, string> {
  const heirs = new Map<string, string>(Object.entries(base.aliases));
  const liveIds = new Set(live.map((draft) => draft.id));
  const holders = new Map<string, string>();
  for (const side of ['fa', 'en'] as const)
    for (const draft of live) for (const i of draft[side]) holders.set(texts[side][i]!, draft.id);
  const places = new Map<string, number>();
  const order: Draft[] = drafts.filter((draft) => draft.from.length > 0);
  for (const [place, draft] of order.entries()) for (const unit of draft.from) places.set(unit.id, place);
  const nearest = nearestLive(order, liveIds);

  for (const [place, draft] of order.entries()) {
    for (const unit of draft.from) {
      if (liveIds.has(unit.id)) continue;
      const holder = [...unit.en, ...unit.fa].map((text) => holders.get(text)).find((id) => id !== undefined);
      const heir = liveIds.has(draft.id) ? draft.id : (holder ?? nearest[place]);
      if (heir !== undefined) heirs.set(unit.id, heir);
    }
  }
  const resolved: Record<string, string> = {};
  const fallback = live[0]?.id;
  for (const unit of base.gone) if (!heirs.has(unit.id) && fallback) heirs.set(unit.id, fallback);
  for (const id of [...heirs.keys()].sort()) {
    if (liveIds.has(id)) continue;
    const seen = new Set<string>();
    let heir: string | undefined = heirs.get(id);
    while (heir !== undefined && !liveIds.has(heir) && !seen.has(heir)) {
      seen.add(heir);
      heir = heirs.get(heir);
    }
    const end = heir !== undefined && liveIds.has(heir) ? heir : fallback;
    if (end !== undefined) resolved[id] = end;
  }
  return resolved;
}

function nearestLive(order: readonly Draft[], liveIds: ReadonlySet<string>): (string | undefined)[] {
  const nearest: (string | undefined)[] = [];
  let last: string | undefined;
  for (const [place, draft] of order.entries()) {
    if (liveIds.has(draft.id)) last = draft.id;
    nearest[place] = last;
  }
  let next: string | undefined;
  for (let place = order.length - 1; place >= 0; place--) {
    if (liveIds.has(order[place]!.id)) next = order[place]!.id;
    nearest[place] ??= next;
  }
  return nearest;
}

function invert(aliases: Readonly<Record<string, string>>): Map<string, string[]> {
  const inverted = new Map<string, string[]>();
  for (const [alias, id] of Object.entries(aliases)) {
    const list = inverted.get(id);
    if (list) list.push(alias);
    else inverted.set(id, [alias]);
  }
  return inverted;
}

function isSameRecord(a: AlignmentRecord, b: AlignmentRecord): boolean {
  if (a.work !== b.work || a.units.length !== b.units.length || a.gone.length !== b.gone.length) return false;
  const aliases = Object.entries(b.aliases);
  return (
    isSameTexts(a.order?.en, b.order?.en) &&
    isSameTexts(a.order?.fa, b.order?.fa) &&
    Object.keys(a.aliases).length === aliases.length &&
    aliases.every(([alias, id]) => a.aliases[alias] === id) &&
    a.units.every((unit, i) => isSameUnit(unit, b.units[i]!)) &&
    a.gone.every((unit) => b.gone.some((other) => isSameUnit(unit, other)))
  );
}

function isSameUnit(a: RecordUnit, b: RecordUnit): boolean {
  return (
    a === b ||
    (a.id === b.id &&
      a.by === b.by &&
      a.relation === b.relation &&
      a.confidence === b.confidence &&
      isSameTexts(a.en, b.en) &&
      isSameTexts(a.fa, b.fa) &&
      isSameTexts(a.now?.en, b.now?.en) &&
      isSameTexts(a.now?.fa, b.now?.fa) &&
      JSON.stringify(a.waive) === JSON.stringify(b.waive))
  );
}

function isSameTexts(a: readonly string[] | undefined, b: readonly string[] | undefined): boolean {
  if (a === undefined || b === undefined) return a === b;
  return a.length === b.length && a.every((text, i) => text === b[i]);
}

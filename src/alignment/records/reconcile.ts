import type { Block, Lang } from '../../markdown/block.ts';
import { spellPlainly } from '../../spelling/plain-spelling.ts';
import type { Pairing, Unit } from '../unit.ts';
import { adoptNew } from './adopt-new.ts';
import { invertAliases, resolveAliases } from './aliases.ts';
import { type Draft, draftUnits, isLive } from './draft.ts';
import { deriveId } from './ids.ts';
import { partPairs } from './part-pairs.ts';
import { sortReading } from './reading-order.ts';
import type { AlignmentRecord, RecordUnit } from './record.ts';
import { mergeRecords } from './repair-record.ts';
import { isSameRecord } from './same-record.ts';
import { type DayOf, reviewDraft } from './staleness.ts';
import { readUnchanged } from './unchanged.ts';

/** Its text, or what it shows where it has none. */
export function textOfBlock(block: Block): string {
  return block.text === '' ? block.links.join(' ') : block.text;
}

export interface ReconcileOptions {
  /** Called with windows of the two editions, and only where both have some. */
  readonly align: (en: readonly Block[], fa: readonly Block[]) => readonly Pairing[];
  readonly work: string;
  /** Whose edition gives units their order; English if undefined. */
  readonly original?: Lang;
  readonly dayOf?: DayOf;
}

export interface Reconciled {
  /** In reading order; every block of both editions is in exactly one unit. */
  readonly units: readonly Unit[];
  /** Id of the past → id of the unit that answers to it now. */
  readonly aliases: Readonly<Record<string, string>>;
  /** As `align` would write it. */
  readonly record: AlignmentRecord;
  readonly changed: boolean;
}

/**
 * Pure. Texts of an edition that is `null` stay in the record. Ids survive edits, moves, splits and merges; an id whose
 * texts are gone becomes an alias of its nearest neighbour and comes back with its text. What an editor paired stays
 * paired.
 */
export function reconcile(
  record: AlignmentRecord | null,
  en: readonly Block[] | null,
  fa: readonly Block[] | null,
  options: ReconcileOptions,
): Reconciled {
  if (record && en && fa && record.work === options.work) {
    const texts = { en: en.map(textOfBlock), fa: fa.map(textOfBlock) };
    const units = readUnchanged(record, texts, options.original ?? 'en');
    if (units) return { units, aliases: record.aliases, record, changed: false };
  }
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

export function reconcileOnce(
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

  const plain = { en: texts.en.map(spellPlainly), fa: texts.fa.map(spellPlainly) };

  const drafts = partPairs(draftUnits(base, plain, present), blocks, texts, base.gone, options.align);
  const found = adoptNew(drafts, blocks, options.align);
  const ordered = sortReading(found, options.original ?? 'en');
  nameNew(ordered, base, texts);

  const live = ordered.filter(isLive);
  const original = options.original ?? 'en';
  const reviews = live.map((draft) => reviewDraft(draft, texts, present, original, options.dayOf));
  const aliases = resolveAliases(base, drafts, live, texts);
  const aliasesOf = invertAliases(aliases);
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
    ...(base.slugs && { slugs: base.slugs }),
  };
  const order = describeOrder(live, plain, present, base.order);
  if (order) next = { ...next, order };
  return { units, aliases, record: next, changed: record === null || !isSameRecord(record, next) };
}

/** A merge or an edit by hand may have left an id twice. */
function undouble(record: AlignmentRecord, texts: Record<Lang, readonly string[]>): AlignmentRecord {
  const ids = [...record.units, ...record.gone].map((unit) => unit.id);
  if (new Set(ids).size === ids.length) return record;
  return mergeRecords(record, record, { en: new Set(texts.en), fa: new Set(texts.fa) });
}

/** Only where it is not that of the units and identical texts leave it open. */
function describeOrder(
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

function listGone(base: AlignmentRecord, ordered: readonly Draft[], drafts: readonly Draft[]): RecordUnit[] {
  const kept = new Set(ordered.filter((draft) => isLive(draft) || draft.absent).map((draft) => draft.id));
  const lost = drafts.flatMap((draft) => draft.from).filter((unit) => !kept.has(unit.id));
  const gone = new Map([...base.gone, ...lost].filter((unit) => !kept.has(unit.id)).map((unit) => [unit.id, unit]));
  return [...gone.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
}

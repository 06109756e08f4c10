import { countShared, splitWords, tallyWords } from '../../base/similarity.ts';
import type { Lang } from '../../markdown/block.ts';
import { spellPlainly } from '../../spelling/plain-spelling.ts';
import type { By, Relation } from '../unit.ts';
import { matchTexts } from './match-texts.ts';
import type { AlignmentRecord, RecordUnit } from './record.ts';

/** A unit in the making: which blocks it has now, and the units of the record that it continues. */
export interface Draft {
  /** Empty until a new unit is named. */
  id: string;
  en: number[];
  fa: number[];
  /** The units that it is made of, in the record's order; none for a new unit. */
  from: RecordUnit[];
  /** Its texts were reviewed as they are, in a unit that it is a part of. */
  isReviewed?: boolean;
  by: By;
  relation?: Relation;
  confidence?: number;
  waive?: Readonly<Record<string, string>>;
  /** It has no block now, but its text is of an edition that does not exist at present: it is left as it is. */
  absent: boolean;
}

type Texts = Record<Lang, readonly string[]>;

const SIDES = ['en', 'fa'] as const;

/** Whether the unit has any block in the editions at hand. */
export function isLive(draft: Draft): boolean {
  return draft.en.length > 0 || draft.fa.length > 0;
}

/**
 * Find the record's units again in the present texts of both editions, in the record's order. Units whose texts were
 * merged become one; units without text any more stay in the list, without blocks.
 *
 * @param texts of the blocks, in plain spelling: a text that is only spelled otherwise is the same
 */
export function draftUnits(record: AlignmentRecord, texts: Texts, present: Readonly<Record<Lang, boolean>>): Draft[] {
  const units = [...record.units];
  const found = {
    en: findSlots(units, 'en', texts.en, record.order?.en),
    fa: findSlots(units, 'fa', texts.fa, record.order?.fa),
  };
  keepPlaces(found.en, found.fa);
  keepPlaces(found.fa, found.en);
  const owners = { en: listOwners(found.en), fa: listOwners(found.fa) };
  recallGone(record.gone, units, owners, texts);
  const group = joinMerged(units.length, [...owners.en, ...owners.fa]);

  const weights = weighUnits(units.length, owners, texts);
  const members = new Map<number, number[]>();
  for (const unit of units.keys()) {
    const root = group(unit);
    const list = members.get(root);
    if (list) list.push(unit);
    else members.set(root, [unit]);
  }
  const drafts = new Map<number, Draft>();
  for (const [root, list] of members) {
    const main = list.reduce((best, unit) => (weights[unit]! > weights[best]! ? unit : best));
    const from = list.map((unit) => units[unit]!);
    drafts.set(root, openDraft(units[main]!, from, present));
  }
  for (const side of SIDES)
    for (const [block, [owner]] of owners[side].entries())
      if (owner !== undefined) drafts.get(group(owner))![side].push(block);
  return [...drafts.values()].flatMap(partOneSided);
}

/** The texts of a side in the record, in order, and for each block those that it continues. */
interface FoundSlots {
  readonly slots: readonly { readonly id: string; readonly owner: number; readonly text: string }[];
  readonly sources: number[][];
}

/**
 * Find the units' texts again in an edition. `order` holds the ids of the side's texts in the order of the edition,
 * where that is not the order of the units.
 */
function findSlots(
  units: readonly RecordUnit[],
  side: Lang,
  texts: readonly string[],
  order?: readonly string[],
): FoundSlots {
  const unclaimed = countUnclaimed(units, side, texts);
  let tallies: readonly Tally[] | undefined;
  const readTallies = () => {
    tallies ??= texts.filter((text) => unclaimed.get(text)! > 0).map(tally);
    return tallies;
  };
  let slots = units.flatMap((unit, owner) =>
    lastSeen(unit, side, unclaimed, readTallies).map((text) => ({ id: unit.id, owner, text: spellPlainly(text) })),
  );
  if (order) slots = sortSlots(slots, order);
  const before = slots.map((slot) => slot.text);
  return { slots, sources: matchTexts(before, texts) };
}

/** For each block of a side the units (indices) whose text it continues. */
function listOwners({ slots, sources }: FoundSlots): number[][] {
  return sources.map((list) => [...new Set(list.map((slot) => slots[slot]!.owner))]);
}

function sortSlots<T extends { readonly id: string }>(slots: readonly T[], order: readonly string[]): T[] {
  const queues = new Map<string, T[]>();
  for (const slot of slots) queues.set(slot.id, [...(queues.get(slot.id) ?? []), slot]);
  const sorted = order.flatMap((id) => queues.get(id)?.shift() ?? []);
  return [...sorted, ...[...queues.values()].flat()];
}

/** How often each text stands in the edition beyond the units that were last seen with it. */
function countUnclaimed(units: readonly RecordUnit[], side: Lang, texts: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  if (!units.some((unit) => unit.now?.[side])) return counts;
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  for (const unit of units)
    for (const text of readSide(unit, side)) {
      const plain = spellPlainly(text);
      counts.set(plain, (counts.get(plain) ?? 0) - 1);
    }
  return counts;
}

/** A side's texts as `align` last saw them. */
export function readSide(unit: RecordUnit, side: Lang): readonly string[] {
  return unit.now?.[side] ?? unit[side];
}

/** A side's texts as `align` last saw them, or as last reviewed where the edition has gone back to that. */
function lastSeen(
  unit: RecordUnit,
  side: Lang,
  unclaimed: ReadonlyMap<string, number>,
  readTallies: () => readonly Tally[],
): readonly string[] {
  const now = unit.now?.[side];
  if (!now) return unit[side];
  const countOf = (text: string) => unclaimed.get(spellPlainly(text)) ?? 0;
  if (now.length > 0 && now.every((text) => countOf(text) >= 0)) return now;
  // Either may have been changed, joined with its neighbour or split at the same time. A text that another unit was last
  // seen with says nothing of this one.
  const own = now.filter((text) => countOf(text) === 0).map((text) => tally(spellPlainly(text)));
  const free = [...readTallies(), ...own];
  const [reviewed, latest] = [countHeld(unit[side], free), countHeld(now, free)];
  const isBack = reviewed.share >= LEAST_HELD || unit[side].some((text) => countOf(text) > 0);
  // A short text may be a part of a longer one that came after: more words tell more.
  const hasMore = reviewed.words - latest.words || reviewed.share - latest.share;
  return isBack && hasMore > 0 ? unit[side] : now;
}

interface Tally {
  readonly words: ReadonlyMap<string, number>;
  readonly size: number;
}

function tally(text: string): Tally {
  const words = splitWords(text);
  return { words: tallyWords(words), size: words.length };
}

/** The share of words that a text must keep to be taken for the same, or for a piece or a part of the same. */
const LEAST_HELD = 0.75;
const LEAST_WORDS = 4;

/** How many of a side's words are in those texts that hold one of its texts or are pieces of one; their share, 0–1. */
function countHeld(list: readonly string[], texts: readonly Tally[]): { words: number; share: number } {
  let [held, all] = [0, 0];
  for (const text of list) {
    const { words, size } = tally(spellPlainly(text));
    let found = 0;
    for (const other of texts) {
      const smaller = Math.min(size, other.size);
      const shared = countShared(words, other.words);
      // A word or two are in many texts: they are the same only where there is nothing else.
      if (smaller < LEAST_WORDS && size !== other.size) continue;
      if (shared >= LEAST_HELD * smaller) found += shared;
    }
    held += Math.min(size, found);
    all += size;
  }
  return { words: held, share: all === 0 ? 0 : held / all };
}

/**
 * Give a block that continues no text to the one that was in that very place, between neighbours that are both still
 * there: it was rewritten. Only where the unit's other side stayed. What was beside it is known from the record, and
 * from where the unit is in the other edition: the record lists the texts of a unit together, and in the order of one
 * edition, so its neighbours there need not be those of the text.
 */
function keepPlaces({ slots, sources }: FoundSlots, other: FoundSlots): void {
  if (sources.every((list) => list.length > 0)) return;
  const places: number[][] = slots.map(() => []);
  for (const [block, list] of sources.entries()) for (const slot of list) places[slot]!.push(block);
  const placesOf = groupBy(slots.flatMap(({ owner }, slot) => places[slot]!.map((block) => [owner, block] as const)));
  const twins = listOwners(other);
  const twinsOf = groupBy(twins.flatMap((owners, twin) => owners.map((owner) => [owner, twin] as const)));
  const edge = (step: 1 | -1) => (step < 0 ? -1 : sources.length);

  /** The blocks that may be next to a text: `step` after it, or before it. */
  const listNeighbours = (slot: number, step: 1 | -1): (number | undefined)[] => {
    const { owner } = slots[slot]!;
    let next = slot + step;
    while (slots[next]?.owner === owner) next += step;
    const known = [slot + step, next].map((near) => (slots[near] ? places[near]!.at(step < 0 ? -1 : 0) : edge(step)));
    const facing = twinsOf.get(owner)!.flatMap((twin) => {
      const owners = twins[twin + step];
      return owners ? owners.flatMap((one) => placesOf.get(one) ?? []) : [edge(step)];
    });
    return [...known, ...facing];
  };
  for (const [slot, { owner }] of slots.entries()) {
    if (places[slot]!.length > 0 || !twinsOf.has(owner)) continue;
    const after = new Set(listNeighbours(slot, 1));
    const isBefore = (place: number | undefined) =>
      place !== undefined && after.has(place + 2) && sources[place + 1]!.length === 0;
    const before = listNeighbours(slot, -1).find(isBefore);
    if (before !== undefined) sources[before + 1]!.push(slot);
  }
}

function groupBy(pairs: readonly (readonly [number, number])[]): Map<number, number[]> {
  const groups = new Map<number, number[]>();
  for (const [key, value] of pairs) {
    const group = groups.get(key);
    if (group) group.push(value);
    else groups.set(key, [value]);
  }
  return groups;
}

/** Give blocks that nobody owns, and whose very text a unit that is gone had, back to that unit. */
function recallGone(
  gone: readonly RecordUnit[],
  units: RecordUnit[],
  owners: Record<Lang, number[][]>,
  texts: Texts,
): void {
  if (gone.length === 0) return;
  const returned = new Map<string, number>();
  for (const side of SIDES) {
    const places = new Map<string, number[]>();
    for (const [block, list] of owners[side].entries()) {
      if (list.length > 0) continue;
      const text = texts[side][block]!;
      places.set(text, [...(places.get(text) ?? []), block]);
    }
    for (const unit of gone) {
      for (const text of unit[side]) {
        const block = places.get(spellPlainly(text))?.shift();
        if (block === undefined) continue;
        const index = returned.get(unit.id) ?? units.push(unit) - 1;
        returned.set(unit.id, index);
        owners[side][block]!.push(index);
      }
    }
  }
}

/** Union–find over units that share a block. */
function joinMerged(count: number, owners: readonly (readonly number[])[]): (unit: number) => number {
  const parent = Array.from({ length: count }, (_, i) => i);
  const find = (unit: number): number => {
    let root = unit;
    while (parent[root] !== root) root = parent[root]!;
    for (let at = unit; at !== root; ) {
      const next = parent[at]!;
      parent[at] = root;
      at = next;
    }
    return root;
  };
  for (const list of owners) {
    for (const other of list.slice(1)) {
      const [a, b] = [find(list[0]!), find(other)];
      parent[Math.max(a, b)] = Math.min(a, b);
    }
  }
  return find;
}

/** How much of each unit lives on; of units that are merged the weightiest keeps its id. */
function weighUnits(count: number, owners: Record<Lang, number[][]>, texts: Texts): number[] {
  const weights = new Array<number>(count).fill(0);
  for (const side of SIDES)
    for (const [block, list] of owners[side].entries())
      for (const unit of list) weights[unit]! += texts[side][block]!.length / list.length;
  return weights;
}

/** A unit made of those of the record; `main` gives it its id. */
function openDraft(main: RecordUnit, from: RecordUnit[], present: Readonly<Record<Lang, boolean>>): Draft {
  const relations = new Set(from.map((unit) => unit.relation));
  const waive = Object.assign({}, ...from.map((unit) => unit.waive), main.waive);
  const confidences = from.map((unit) => unit.confidence).filter((confidence) => confidence !== undefined);
  return {
    id: main.id,
    en: [],
    fa: [],
    from,
    by: from.some((unit) => unit.by === 'human') ? 'human' : 'auto',
    relation: relations.size === 1 ? main.relation : undefined,
    confidence: confidences.length > 0 ? Math.min(...confidences) : undefined,
    waive: Object.keys(waive).length > 0 ? waive : undefined,
    absent: SIDES.some((side) => !present[side] && from.some((unit) => unit[side].length > 0)),
  };
}

/** An untranslated text that was split is several untranslated texts: the longest piece keeps the id. */
function partOneSided(draft: Draft): Draft[] {
  const side = draft.en.length > 0 ? 'en' : 'fa';
  const other = side === 'en' ? 'fa' : 'en';
  const isPair = draft[other].length > 0 || draft.from.some((unit) => unit[other].length > 0);
  if (isPair || draft.relation || draft[side].length < 2) return [draft];
  const [first, ...rest] = draft[side];
  draft[side] = [first!];
  return [draft, ...rest.map((block) => openOneSided(side, block))];
}

/** A new unit of one block. */
export function openOneSided(side: Lang, block: number): Draft {
  return {
    id: '',
    en: side === 'en' ? [block] : [],
    fa: side === 'fa' ? [block] : [],
    from: [],
    by: 'auto',
    absent: false,
  };
}

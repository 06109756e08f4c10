import { countShared, splitWords, tallyWords } from '../../base/similarity.ts';
import type { Lang } from '../../markdown/block.ts';
import { spellPlainly } from '../../spelling/plain-spelling.ts';
import { matchTexts } from './match-texts.ts';
import type { RecordUnit } from './record.ts';

/** The texts of a side in the record, in order, and for each block those that it continues. */
export interface FoundSlots {
  readonly slots: readonly { readonly id: string; readonly owner: number; readonly text: string }[];
  readonly sources: number[][];
}

/**
 * Find the units' texts again in an edition. `order` holds the ids of the side's texts in the order of the edition,
 * where that is not the order of the units.
 */
export function findSlots(
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
export function listOwners({ slots, sources }: FoundSlots): number[][] {
  return sources.map((list) => [...new Set(list.map((slot) => slots[slot]!.owner))]);
}

function sortSlots<T extends { readonly id: string }>(slots: readonly T[], order: readonly string[]): T[] {
  const queues = new Map<string, T[]>();
  for (const slot of slots) queues.set(slot.id, [...(queues.get(slot.id) ?? []), slot]);
  const sorted = order.flatMap((id) => queues.get(id)?.shift() ?? []);
  return [...sorted, ...[...queues.values()].flat()];
}

/** How often each text occurs in the edition beyond the units that were last seen with it. */
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
  const unclaimedTexts = now.filter((text) => countOf(text) === 0).map((text) => tally(spellPlainly(text)));
  const free = [...readTallies(), ...unclaimedTexts];
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
export function keepPlaces({ slots, sources }: FoundSlots, other: FoundSlots): void {
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

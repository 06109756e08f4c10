import { countShared, splitWords, tallyWords } from '../../base/similarity.ts';
import type { Lang } from '../../markdown/block.ts';
import { spellPlainly } from '../../spelling/plain-spelling.ts';
import { matchTexts } from './match-texts.ts';
import type { RecordUnit } from './record.ts';

/** `slots` in the order of the record; `sources` are those that each block continues. */
export interface FoundSlots {
  readonly slots: readonly { readonly id: string; readonly owner: number; readonly text: string }[];
  readonly sources: number[][];
}

/** `order`: ids of the side's texts in the edition's order, where that is not the order of the units. */
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

/** For each block, indices of the units whose text it continues. */
export function listOwners({ slots, sources }: FoundSlots): number[][] {
  return sources.map((list) => [...new Set(list.map((slot) => slots[slot]!.owner))]);
}

function sortSlots<T extends { readonly id: string }>(slots: readonly T[], order: readonly string[]): T[] {
  const queues = new Map<string, T[]>();
  for (const slot of slots) queues.set(slot.id, [...(queues.get(slot.id) ?? []), slot]);
  const sorted = order.flatMap((id) => queues.get(id)?.shift() ?? []);
  return [...sorted, ...[...queues.values()].flat()];
}

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

/** Or as last reviewed, where the edition has gone back to that. */
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
  // A text that another unit was last seen with says nothing of this one.
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

/** Share of words that a text must keep to be taken for the same, or for a part of it. */
const LEAST_HELD = 0.75;
const LEAST_WORDS = 4;

function countHeld(list: readonly string[], texts: readonly Tally[]): { words: number; share: number } {
  let [held, all] = [0, 0];
  for (const text of list) {
    const { words, size } = tally(spellPlainly(text));
    let found = 0;
    for (const other of texts) {
      const smaller = Math.min(size, other.size);
      const shared = countShared(words, other.words);
      // A word or two are in many texts.
      if (smaller < LEAST_WORDS && size !== other.size) continue;
      if (shared >= LEAST_HELD * smaller) found += shared;
    }
    held += Math.min(size, found);
    all += size;
  }
  return { words: held, share: all === 0 ? 0 : held / all };
}

/**
 * A block that continues no text was rewritten where it is between the old neighbours, and the unit's other side
 * stayed. The record lists units in the order of one edition: neighbours in the other are known only from where its
 * unit is there.
 */
export function keepPlaces({ slots, sources }: FoundSlots, other: FoundSlots): void {
  if (sources.every((list) => list.length > 0)) return;
  const places: number[][] = slots.map(() => []);
  for (const [block, list] of sources.entries()) for (const slot of list) places[slot]!.push(block);
  const placesOf = groupBy(slots.flatMap(({ owner }, slot) => places[slot]!.map((block) => [owner, block] as const)));
  const twins = listOwners(other);
  const twinsOf = groupBy(twins.flatMap((owners, twin) => owners.map((owner) => [owner, twin] as const)));
  const edge = (step: 1 | -1) => (step < 0 ? -1 : sources.length);

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

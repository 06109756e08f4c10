import { groupRows } from './rows.ts';

/** Elements of one side in a row that differ in order; readers can see that many at once. */
const LARGEST = 3;

type Side = readonly (readonly string[])[];

/** Positions of a longest subsequence that never falls (Fredman, 1975). */
function findLongestRise(numbers: readonly number[]): Set<number> {
  const before: number[] = [];
  /** For each length, the position of the lowest last number of such a subsequence. */
  const ends: number[] = [];
  numbers.forEach((number, i) => {
    let [low, high] = [0, ends.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (numbers[ends[middle]!]! <= number) low = middle + 1;
      else high = middle;
    }
    before[i] = low > 0 ? ends[low - 1]! : -1;
    ends[low] = i;
  });
  const kept = new Set<number>();
  for (let i = ends.at(-1) ?? -1; i >= 0; i = before[i]!) kept.add(i);
  return kept;
}

/**
 * Those so far from their place in the other edition that all between would be one row.
 * @param en for each top-level element of the English edition, the units in it; `fa` likewise
 */
export function findMoved(en: Side, fa: Side): Set<string> {
  const moved = new Set<string>();
  for (const row of groupRows(en, fa)) {
    if (row.en[1] - row.en[0] <= LARGEST && row.fa[1] - row.fa[0] <= LARGEST) continue;
    const places = new Map<string, number>();
    for (let i = row.fa[1] - 1; i >= row.fa[0]; i--) for (const unit of fa[i]!) places.set(unit, i);
    const units = [...new Set(en.slice(...row.en).flat())].filter((unit) => places.has(unit));
    const inOrder = findLongestRise(units.map((unit) => places.get(unit)!));
    units.forEach((unit, i) => {
      if (!inOrder.has(i)) moved.add(unit);
    });
  }
  return moved;
}

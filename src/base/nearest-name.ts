import { editDistance } from './edit-distance.ts';

/** Edits that a slip of the fingers makes in a name of some length. */
const limitOf = (name: string) => (name.length < 4 ? 1 : name.length < 8 ? 2 : 3);

/** The known name nearest to one that is not known; undefined where none is near enough to be meant. */
export function findNearest(name: string, known: Iterable<string>): string | undefined {
  const wanted = name.toLowerCase();
  let best: { name: string; distance: number } | undefined;
  for (const candidate of known) {
    const distance = editDistance(wanted, candidate.toLowerCase(), limitOf(name));
    if (distance < (best?.distance ?? Infinity)) best = { name: candidate, distance };
  }
  return best?.name;
}

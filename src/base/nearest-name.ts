import { editDistance } from './edit-distance.ts';

const limitOf = (name: string) => (name.length < 4 ? 1 : name.length < 8 ? 2 : 3);

const LEAST_BEGINNING = 4;

/** With a slip or two, or cut short; undefined where no name is near enough to be meant. */
export function findNearest(name: string, names: Iterable<string>): string | undefined {
  const known = [...names];
  const wanted = name.toLowerCase();
  let best: { name: string; distance: number } | undefined;
  for (const candidate of known) {
    const distance = editDistance(wanted, candidate.toLowerCase(), limitOf(name));
    if (distance < (best?.distance ?? Infinity)) best = { name: candidate, distance };
  }
  if (best || wanted.length < LEAST_BEGINNING) return best?.name;
  return known.find((candidate) => candidate.toLowerCase().startsWith(wanted));
}

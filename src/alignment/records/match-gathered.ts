import { countShared, subtractWords, tallyWords } from '../../base/similarity.ts';
import type { Matching } from './matching.ts';
import { COMMON_WORD, PIECE, PIECE_WORDS, REST } from './matching.ts';

/**
 * Link a text that no other resembles with the several texts that it was joined from, or that it was split into, wherever
 * they are: none of them need be most of it, but together they are.
 */
export function matchGathered(matching: Matching): void {
  const { before, after, sources, targets } = matching;
  for (const [whole, pieces] of gather(matching, after, before, sources, targets))
    for (const piece of pieces) matching.link(piece, whole);
  for (const [whole, pieces] of gather(matching, before, after, targets, sources))
    for (const piece of pieces) matching.link(whole, piece);
}

function gather(
  matching: Matching,
  wholes: readonly string[],
  pieces: readonly string[],
  wholeLinks: readonly number[][],
  pieceLinks: readonly number[][],
): [number, number[]][] {
  const isFree = (links: readonly number[][], at: number) => links[at]!.length === 0;
  const free = [...pieces.keys()].filter(
    (n) => isFree(pieceLinks, n) && matching.words(pieces[n]!).length >= PIECE_WORDS,
  );
  if (free.length < 2) return [];
  const index = indexWords(free, (n) => matching.words(pieces[n]!));
  const taken = new Set<number>();
  const found: [number, number[]][] = [];
  for (const at of wholes.keys()) {
    if (!isFree(wholeLinks, at)) continue;
    const words = matching.words(wholes[at]!);
    const tally = tallyWords(words);
    const near = new Set([...tally.keys()].flatMap((word) => index.get(word) ?? []));
    const held = [...near].filter((n) => {
      const own = matching.words(pieces[n]!);
      return !taken.has(n) && own.length < words.length && countShared(tallyWords(own), tally) >= PIECE * own.length;
    });
    const parts = takeParts(
      words,
      held.map((n) => ({ at: n, words: matching.words(pieces[n]!) })),
    );
    if (parts.length < 2) continue;
    found.push([at, parts]);
    for (const n of parts) taken.add(n);
  }
  return found;
}

/** The texts that together make up a whole, the longest first; none if too much of it is in no text. */
function takeParts(whole: readonly string[], held: { at: number; words: readonly string[] }[]): number[] {
  let rest = [...whole];
  const parts: number[] = [];
  for (const { at, words } of held.sort((a, b) => b.words.length - a.words.length || a.at - b.at)) {
    const left = subtractWords(rest, words);
    if (rest.length - left.length < PIECE * words.length) continue;
    rest = left;
    parts.push(at);
  }
  return rest.length <= (1 - REST) * whole.length ? parts : [];
}

/** The texts that each uncommon word is in. */
function indexWords(texts: readonly number[], read: (n: number) => readonly string[]): Map<string, number[]> {
  const index = new Map<string, number[]>();
  for (const n of texts)
    for (const word of new Set(read(n))) {
      const list = index.get(word);
      if (list) list.push(n);
      else index.set(word, [n]);
    }
  for (const [word, list] of index) if (list.length > COMMON_WORD) index.delete(word);
  return index;
}

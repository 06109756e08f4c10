import { countShared, subtractWords, tallyWords } from '../../base/similarity.ts';
import { listLeft } from './left-words.ts';
import { type Matching, PIECE, PIECE_WORDS, REST } from './matching.ts';
import { indexWords } from './word-index.ts';

interface Piece {
  readonly at: number;
  readonly words: readonly string[];
  readonly isLeft: boolean;
}

/**
 * Link a text that no other resembles with the several texts that it was joined from, or that it was split into, wherever
 * they are: none of them need be most of it, but together they are. What was split may have been joined with other
 * texts at once: of those that are matched already, what is left counts.
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
  texts: readonly string[],
  wholeLinks: readonly number[][],
  textLinks: readonly number[][],
): [number, number[]][] {
  const open = [...wholes.keys()].filter((at) => wholeLinks[at]!.length === 0);
  if (open.length === 0) return [];
  const free = [...texts.keys()].flatMap((at): Piece[] => {
    const words = matching.words(texts[at]!);
    return textLinks[at]!.length === 0 && words.length >= PIECE_WORDS ? [{ at, words, isLeft: false }] : [];
  });
  const left = listLeft(matching, texts, textLinks, wholes).map(
    ({ at, words }): Piece => ({ at, words, isLeft: true }),
  );
  const pieces = new Set([...free, ...left]);
  const find = indexWords([...pieces].map((piece) => [piece, new Set(piece.words)] as const));
  const found: [number, number[]][] = [];
  for (const at of open) {
    const words = matching.words(wholes[at]!);
    const tally = tallyWords(words);
    const held = [...find(tally.keys())].filter(
      (piece) =>
        pieces.has(piece) &&
        piece.words.length < words.length &&
        countShared(tallyWords(piece.words), tally) >= PIECE * piece.words.length,
    );
    const parts = takeParts(words, held);
    if (parts.length < 2 && !parts[0]?.isLeft) continue;
    found.push([at, parts.map((part) => part.at)]);
    for (const part of parts) pieces.delete(part);
  }
  return found;
}

function takeParts(whole: readonly string[], held: Piece[]): Piece[] {
  let rest = [...whole];
  const parts: Piece[] = [];
  for (const piece of held.sort((a, b) => b.words.length - a.words.length || a.at - b.at)) {
    const left = subtractWords(rest, piece.words);
    if (rest.length - left.length < PIECE * piece.words.length) continue;
    rest = left;
    parts.push(piece);
  }
  return rest.length <= (1 - REST) * whole.length ? parts : [];
}

import { compareWords, countShared, subtractWords, tallyWords } from '../../base/similarity.ts';
import { listLeft } from './left-words.ts';
import { matchGathered } from './match-gathered.ts';
import { Matching, PIECE, PIECE_WORDS, REST } from './matching.ts';
import { indexWords } from './word-index.ts';

/** How alike two texts must be to count as one text edited: the surer the place, the less alike. */
const ALIKE = { bothNeighbours: 0.4, oneNeighbour: 0.5, elsewhere: 0.65 };

/** Beyond this only texts that share an uncommon word are compared. */
const ALL_PAIRS = 4096;

/**
 * Find each text of an earlier version again in a later one: identical text first, then the same place between
 * identical neighbours, then the most similar text, then the pieces of what was split or merged.
 *
 * @returns for each later text the indices of the earlier texts that it continues, ascending: none for a new text,
 *   several where texts were merged. Where a text was split, several later texts name the same earlier one.
 */
export function matchTexts(before: readonly string[], after: readonly string[]): number[][] {
  const matching = new Matching(before, after);
  matchIdentical(matching);
  if (matching.isDone()) return matching.sources;
  matchSimilar(matching);
  matchGathered(matching);
  matchPieces(matching);
  matchContained(matching);
  matchShifted(matching);
  for (const sources of matching.sources) sources.sort((a, b) => a - b);
  return matching.sources;
}

function matchIdentical(matching: Matching): void {
  const { before, after } = matching;
  if (before.length === after.length && before.every((text, i) => text === after[i])) {
    for (let i = 0; i < before.length; i++) matching.link(i, i);
    return;
  }
  const places = new Map<string, { before: number[]; after: number[] }>();
  for (const [i, text] of before.entries()) {
    const place = places.get(text);
    if (place) place.before.push(i);
    else places.set(text, { before: [i], after: [] });
  }
  for (const [j, text] of after.entries()) places.get(text)?.after.push(j);
  for (const place of places.values()) {
    if (place.before.length === 1 && place.after.length === 1) matching.link(place.before[0]!, place.after[0]!);
  }
  // A text that occurs several times is told apart by its neighbours.
  for (let j = 0; j < after.length; j++) continueRun(matching, j, 1);
  for (let j = after.length - 1; j >= 0; j--) continueRun(matching, j, -1);
  for (const place of places.values()) {
    const left = place.before.filter((i) => matching.isFreeBefore(i));
    for (const [n, j] of place.after.filter((k) => matching.isFreeAfter(k)).entries()) {
      const i = left[n];
      if (i !== undefined) matching.link(i, j);
    }
  }
}

function continueRun(matching: Matching, j: number, step: 1 | -1): void {
  if (!matching.isFreeAfter(j)) return;
  const { before, after } = matching;
  const isAtEdge = step === 1 ? j === 0 : j === after.length - 1;
  const neighbour = isAtEdge ? (step === 1 ? -1 : before.length) : matching.sources[j - step]?.[0];
  if (neighbour === undefined) return;
  const i = neighbour + step;
  if (matching.isFreeBefore(i) && matching.before[i] === matching.after[j]) matching.link(i, j);
}

function matchSimilar(matching: Matching): void {
  const free = { before: indicesWhere(matching.targets, isEmpty), after: indicesWhere(matching.sources, isEmpty) };
  if (free.before.length === 0 || free.after.length === 0) return;
  const place = findPlaces(matching);
  const found: { i: number; j: number; score: number }[] = [];
  const tallies = { before: tallyAll(matching, 'before', free.before), after: tallyAll(matching, 'after', free.after) };
  for (const [i, j] of listCandidates(free, place, tallies)) {
    const score = scorePair(matching, i, j, place(i, j), tallies.before.get(i)!, tallies.after.get(j)!);
    if (score > 0) found.push({ i, j, score });
  }
  found.sort((a, b) => b.score - a.score || a.i - b.i || a.j - b.j);
  for (const { i, j } of found) if (matching.isFreeBefore(i) && matching.isFreeAfter(j)) matching.link(i, j);
}

function scorePair(
  matching: Matching,
  i: number,
  j: number,
  neighbours: number,
  tallyA: ReadonlyMap<string, number>,
  tallyB: ReadonlyMap<string, number>,
): number {
  const a = matching.words(matching.before[i]!);
  const b = matching.words(matching.after[j]!);
  const smaller = Math.min(a.length, b.length);
  const shared = countShared(tallyA, tallyB);
  const least = neighbours === 2 ? ALIKE.bothNeighbours : neighbours === 1 ? ALIKE.oneNeighbour : ALIKE.elsewhere;
  const isPiece = neighbours > 0 && smaller >= PIECE_WORDS && shared >= PIECE * smaller;
  if (smaller > 3 && 2 * shared < least * (a.length + b.length) && !isPiece) return 0;
  const alike = compareWords(a, b);
  if (alike < least && !isPiece) return 0;
  return alike + 0.1 * neighbours;
}

/** 0–2: nearest matched texts, before and after, that are partners (or both the edge of the document). */
function findPlaces(matching: Matching): (i: number, j: number) => number {
  const previousBefore = nearestMatched(matching.targets, 1);
  const nextBefore = nearestMatched(matching.targets, -1);
  const previousAfter = nearestMatched(matching.sources, 1);
  const nextAfter = nearestMatched(matching.sources, -1);
  const agree = (i: number, j: number) => (i < 0 || j < 0 ? i === j : matching.sources[j]!.includes(i));
  return (i, j) => Number(agree(previousBefore[i]!, previousAfter[j]!)) + Number(agree(nextBefore[i]!, nextAfter[j]!));
}

/** Before an index (step 1) or after it (step -1); -1 at the edge. */
function nearestMatched(links: readonly number[][], step: 1 | -1): number[] {
  const nearest = new Array<number>(links.length);
  let last = -1;
  for (let n = 0, i = step === 1 ? 0 : links.length - 1; n < links.length; n++, i += step) {
    nearest[i] = last;
    if (links[i]!.length > 0) last = i;
  }
  return nearest;
}

type Tallies = ReadonlyMap<number, ReadonlyMap<string, number>>;

function tallyAll(matching: Matching, side: 'before' | 'after', indices: readonly number[]): Tallies {
  return new Map(indices.map((i) => [i, tallyWords(matching.words(matching[side][i]!))]));
}

function* listCandidates(
  free: { before: readonly number[]; after: readonly number[] },
  place: (i: number, j: number) => number,
  tallies: { before: Tallies; after: Tallies },
): Generator<[number, number]> {
  if (free.before.length * free.after.length <= ALL_PAIRS) {
    for (const i of free.before) for (const j of free.after) yield [i, j];
    return;
  }
  const find = indexWords([...tallies.before].map(([i, tally]) => [i, tally.keys()] as const));
  let near = 0;
  for (const j of free.after) {
    const seen = find(tallies.after.get(j)!.keys());
    // Texts of common words only are looked for in the same place.
    while (near < free.before.length && free.before[near]! < j) near++;
    for (const i of free.before.slice(Math.max(0, near - 8), near + 8)) if (place(i, j) > 0) seen.add(i);
    for (const i of seen) yield [i, j];
  }
}

/** Gives what is left to the neighbour that lacks it now. */
function matchPieces(matching: Matching): void {
  const { before, after, sources, targets } = matching;
  for (const step of [1, -1] as const) {
    for (let n = 0, j = step === 1 ? 0 : after.length - 1; n < after.length; n++, j += step) {
      if (!matching.isFreeAfter(j)) continue;
      const host = sources[j - step]?.[0];
      if (host === undefined) continue;
      const pieces = targets[host]!.map((k) => after[k]!);
      if (isRest(matching, before[host]!, pieces, after[j]!)) matching.link(host, j);
    }
    for (let n = 0, i = step === 1 ? 0 : before.length - 1; n < before.length; n++, i += step) {
      if (!matching.isFreeBefore(i)) continue;
      const host = targets[i - step]?.[0];
      if (host === undefined) continue;
      const pieces = sources[host]!.map((k) => before[k]!);
      if (isRest(matching, after[host]!, pieces, before[i]!)) matching.link(i, host);
    }
  }
}

/** For what was moved, then merged or split. */
function matchContained(matching: Matching): void {
  const { before, after, sources, targets } = matching;
  const attach = (
    wholes: readonly string[],
    pieces: readonly string[],
    links: readonly number[][],
    isFree: (piece: number) => boolean,
    link: (whole: number, piece: number) => void,
  ) => {
    const free = [...pieces.keys()].filter((n) => isFree(n) && matching.words(pieces[n]!).length >= PIECE_WORDS);
    if (free.length === 0) return;
    const changed = [...wholes.keys()].filter((i) => links[i]!.length > 0 && pieces[links[i]![0]!] !== wholes[i]);
    const tallies = changed.map((i) => tallyWords(matching.words(wholes[i]!)));
    for (const n of free) {
      const words = matching.words(pieces[n]!);
      const tally = tallyWords(words);
      const host = changed.find((i, at) => {
        if (countShared(tally, tallies[at]!) < PIECE * words.length) return false;
        const known = links[i]!.map((k) => pieces[k]!);
        return isRest(matching, wholes[i]!, known, pieces[n]!);
      });
      if (host !== undefined) link(host, n);
    }
  };
  attach(
    after,
    before,
    sources,
    (i) => matching.isFreeBefore(i),
    (j, i) => matching.link(i, j),
  );
  attach(
    before,
    after,
    targets,
    (j) => matching.isFreeAfter(j),
    (i, j) => matching.link(i, j),
  );
}

/** What one text lacks now the other has besides. */
function matchShifted(matching: Matching): void {
  const { before, after, sources, targets } = matching;
  const lost = listLeft(matching, before, targets, after);
  if (lost.length === 0) return;
  for (const found of listLeft(matching, after, sources, before)) {
    for (const { at, words, tally } of lost) {
      const least = Math.max(PIECE_WORDS, PIECE * Math.min(words.length, found.words.length));
      if (sources[found.at]!.includes(at) || countShared(tally, found.tally) < least) continue;
      const shared = words.length - subtractWords(words, found.words).length;
      if (shared >= least) matching.link(at, found.at);
    }
  }
}

function isRest(matching: Matching, whole: string, pieces: readonly string[], piece: string): boolean {
  let rest = matching.words(whole);
  if (pieces.includes(whole)) return false;
  for (const known of pieces) rest = subtractWords(rest, matching.words(known));
  const words = matching.words(piece);
  if (rest.length === 0 || words.length === 0) return false;
  const shared = words.length - subtractWords(words, rest).length;
  const isContained = words.length >= PIECE_WORDS && shared >= PIECE * words.length;
  return isContained || (2 * shared) / (words.length + rest.length) >= REST;
}

function isEmpty(list: readonly unknown[]): boolean {
  return list.length === 0;
}

function indicesWhere<T>(items: readonly T[], test: (item: T) => boolean): number[] {
  const indices: number[] = [];
  for (const [i, item] of items.entries()) if (test(item)) indices.push(i);
  return indices;
}

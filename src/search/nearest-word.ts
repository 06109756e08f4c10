import { ALIKE, editDistance } from '../base/edit-distance.ts';

/** First letters under which the right spelling of `word` may be listed. */
export function firstLetters(word: string): string[] {
  const letters = new Set([word[0]!, ...(word[1] ?? '')]);
  for (const set of ALIKE) if (set.has(word[0]!)) for (const letter of set) letters.add(letter);
  return [...letters];
}

/** The more frequent one where two are as near; undefined when none is. */
export function findNearestWord(
  word: string,
  vocabulary: Iterable<readonly [word: string, count: number]>,
): string | undefined {
  const limit = word.length < 4 ? 0.5 : word.length < 7 ? 1 : 2;
  let best: { word: string; score: number } | undefined;
  for (const [candidate, count] of vocabulary) {
    if (candidate === word) continue;
    const distance = editDistance(word, candidate, limit);
    if (distance === Infinity) continue;
    const score = distance - Math.min(0.4, Math.log10(1 + count) / 10);
    if (!best || score < best.score) best = { word: candidate, score };
  }
  return best?.word;
}

/** Shortest piece of a joined word, and the shortest word that is cut. */
const PIECE = 2;
const JOINED = 6;

export function cutWord(word: string, vocabulary: ReadonlySet<string>): [string, string][] {
  const cuts: [string, string][] = [];
  if (word.length < JOINED) return cuts;
  for (let at = word.length - PIECE; at >= PIECE; at--) {
    if (vocabulary.has(word.slice(0, at))) cuts.push([word.slice(0, at), word.slice(at)]);
  }
  return cuts;
}

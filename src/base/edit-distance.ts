/** Letters that sound alike in Persian and are mistaken for one another more often than any others. */
const ALIKE = ['صسث', 'طت', 'ذزضظ', 'قغ', 'حه', 'اع', 'یو'].map((letters) => new Set(letters));

function substitution(a: string, b: string): number {
  if (a === b) return 0;
  return ALIKE.some((set) => set.has(a) && set.has(b)) ? 0.5 : 1;
}

/**
 * Edits between two words: insertions, deletions, substitutions and swaps of neighbours (Damerau 1964), letters that
 * sound alike at half price. Stops early and returns Infinity above `limit`.
 */
export function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return Infinity;
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      let cost = Math.min(last[j]! + 1, row[j - 1]! + 1, last[j - 1]! + substitution(a[i - 1]!, b[j - 1]!));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) cost = Math.min(cost, before[j - 2]! + 1);
      row.push(cost);
    }
    if (Math.min(...row) > limit) return Infinity;
    [before, last] = [last, row];
  }
  return last[b.length]! <= limit ? last[b.length]! : Infinity;
}

/** First letters under which the right spelling of `word` may be listed. */
export function firstLetters(word: string): string[] {
  const letters = new Set([word[0]!, ...(word[1] ?? '')]);
  for (const set of ALIKE) if (set.has(word[0]!)) for (const letter of set) letters.add(letter);
  return [...letters];
}

/** The listed word nearest to `word`, the more frequent one where two are as near; undefined when none is near. */
export function findNearest(
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

/** Shortest piece of a joined word, and the shortest word that is taken apart. */
const PIECE = 2;
const JOINED = 6;

/** Ways to cut a word whose first piece is a listed word, longest first piece first. */
export function cutWord(word: string, vocabulary: ReadonlySet<string>): [string, string][] {
  const cuts: [string, string][] = [];
  if (word.length < JOINED) return cuts;
  for (let at = word.length - PIECE; at >= PIECE; at--) {
    if (vocabulary.has(word.slice(0, at))) cuts.push([word.slice(0, at), word.slice(at)]);
  }
  return cuts;
}

const WORD = /[\p{L}\p{M}\p{N}\u200c]+/gu;

/** In lower case; ZWNJ is part of a word. Of a text without words, its characters. */
export function splitWords(text: string): string[] {
  return text.toLowerCase().match(WORD) ?? [...text.trim()];
}

/** 0–1, from the words that two texts have in the same order. */
export function compareWords(a: readonly string[], b: readonly string[]): number {
  if (a.length === 0 || b.length === 0) return a.length === b.length ? 1 : 0;
  const byWords = (2 * markCommon(a, b).count) / (a.length + b.length);
  // A word or two say little about a heading in which one letter was corrected.
  if (Math.min(a.length, b.length) > 3) return byWords;
  return Math.max(byWords, compareLetters(a.join(' '), b.join(' ')));
}

/** The share of words in any order, 0–1: a quick upper bound for `compareWords`. */
export function countShared(a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): number {
  const [small, large] = a.size <= b.size ? [a, b] : [b, a];
  let shared = 0;
  for (const [word, count] of small) shared += Math.min(count, large.get(word) ?? 0);
  return shared;
}

export function tallyWords(words: readonly string[]): Map<string, number> {
  const tally = new Map<string, number>();
  for (const word of words) tally.set(word, (tally.get(word) ?? 0) + 1);
  return tally;
}

export function subtractWords(whole: readonly string[], part: readonly string[]): string[] {
  const { inFirst } = markCommon(whole, part);
  return whole.filter((_, i) => !inFirst[i]);
}

/** A longest common subsequence: its length, and which items of each list are in it. */
export function markCommon(
  a: readonly string[],
  b: readonly string[],
): { count: number; inFirst: boolean[]; inSecond: boolean[] } {
  const inFirst = new Array<boolean>(a.length).fill(false);
  const inSecond = new Array<boolean>(b.length).fill(false);
  let start = 0;
  let endA = a.length;
  let endB = b.length;
  while (start < endA && start < endB && a[start] === b[start]) {
    inFirst[start] = inSecond[start] = true;
    start++;
  }
  while (endA > start && endB > start && a[endA - 1] === b[endB - 1]) {
    inFirst[--endA] = inSecond[--endB] = true;
  }
  let count = start + a.length - endA;
  const rows = endA - start;
  const columns = endB - start;
  if (rows === 0 || columns === 0) return { count, inFirst, inSecond };
  const width = columns + 1;
  const table = new Uint32Array((rows + 1) * width);
  for (let i = rows - 1; i >= 0; i--) {
    for (let j = columns - 1; j >= 0; j--) {
      table[i * width + j] =
        a[start + i] === b[start + j]
          ? table[(i + 1) * width + j + 1]! + 1
          : Math.max(table[(i + 1) * width + j]!, table[i * width + j + 1]!);
    }
  }
  for (let i = 0, j = 0; i < rows && j < columns; ) {
    if (a[start + i] === b[start + j]) {
      inFirst[start + i++] = inSecond[start + j++] = true;
      count++;
    } else if (table[(i + 1) * width + j]! >= table[i * width + j + 1]!) i++;
    else j++;
  }
  return { count, inFirst, inSecond };
}

function compareLetters(a: string, b: string): number {
  const first = tallyWords(pairLetters(a));
  const second = tallyWords(pairLetters(b));
  const total = Math.max(1, a.length - 1) + Math.max(1, b.length - 1);
  const alike = (2 * countShared(first, second)) / total;
  // Unlike words of one language share a third of their letter pairs.
  return Math.max(0, (alike - 0.4) / 0.6);
}

function pairLetters(text: string): string[] {
  if (text.length < 2) return [text];
  return Array.from({ length: text.length - 1 }, (_, i) => text.slice(i, i + 2));
}

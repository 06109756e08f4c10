import { splitWords } from '../../base/similarity.ts';

/** Share of the smaller text that must be in the larger. */
export const PIECE = 0.8;
export const PIECE_WORDS = 4;

export const REST = 0.6;

/** One giant code block must not cost a gigabyte. */
const MOST_WORDS = 1200;

export class Matching {
  readonly before: readonly string[];
  readonly after: readonly string[];
  readonly sources: number[][];
  readonly targets: number[][];
  readonly #words = new Map<string, string[]>();

  constructor(before: readonly string[], after: readonly string[]) {
    this.before = before;
    this.after = after;
    this.sources = after.map(() => []);
    this.targets = before.map(() => []);
  }

  link(i: number, j: number): void {
    this.sources[j]!.push(i);
    this.targets[i]!.push(j);
  }

  isFreeBefore(i: number): boolean {
    return this.targets[i]?.length === 0;
  }

  isFreeAfter(j: number): boolean {
    return this.sources[j]?.length === 0;
  }

  isDone(): boolean {
    return this.sources.every((sources) => sources.length > 0);
  }

  words(text: string): string[] {
    let words = this.#words.get(text);
    if (!words) {
      words = splitWords(text).slice(0, MOST_WORDS);
      this.#words.set(text, words);
    }
    return words;
  }
}

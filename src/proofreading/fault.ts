import type { ErrorName } from '../errors.ts';
import { type Edit, hidden, type Passage } from './passage.ts';
import type { Manuscript } from './read-manuscript.ts';

/** Something in a source that will not appear as its author meant it. */
export interface Fault {
  readonly name: ErrorName;
  /** `[start, end)` in the source. */
  readonly start: number;
  readonly end: number;
  readonly params: Readonly<Record<string, string>>;
  /** Absent unless there is exactly one way. */
  readonly repair?: readonly Edit[];
}

export type Proof = (manuscript: Manuscript) => Fault[];

/** @returns offsets in the source */
export function findInPassage(
  { source }: Manuscript,
  { from, words }: Passage,
  pattern: RegExp,
): { start: number; end: number; text: string; groups: Record<string, string | undefined> }[] {
  return [...words.matchAll(pattern)].map(({ 0: all, index, groups }) => {
    const [start, end] = [from + index, from + index + all.length];
    return { start, end, text: source.slice(start, end), groups: groups ?? {} };
  });
}

export function quote(text: string): string {
  const line = text.replaceAll(hidden, '…').replace(/\s+/g, ' ').trim();
  return line.length > 60 ? `${line.slice(0, 59).trimEnd()}…` : line;
}

/** Each place is reported once, for the first fault found. */
export class Coverage {
  readonly #from: number;
  readonly #covered: Uint8Array;
  constructor({ from, words }: Passage) {
    this.#from = from;
    this.#covered = new Uint8Array(words.length);
  }
  /** Whether a place is free; it is covered from then on. */
  take(start: number, end: number): boolean {
    if (this.#covered.subarray(start - this.#from, end - this.#from).includes(1)) return false;
    this.#covered.fill(1, start - this.#from, end - this.#from);
    return true;
  }
}

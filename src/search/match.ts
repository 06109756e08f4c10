import { foldWithHosts } from './fold.ts';
import type { Pattern } from './plan.ts';
import { stemWord } from './stem.ts';
import { PAD, splitTokens } from './tokens.ts';

export interface Atoms {
  readonly words: readonly string[];
  /** Index of the first token, and of the last one joined to it. */
  readonly from: readonly number[];
  readonly to: readonly number[];
  /** Another form under which an atom is found: email for the pieces of e-mail, کتاب for کتاب ها. */
  readonly others: readonly (string | undefined)[];
  readonly tokens: readonly string[];
}

export function readAtoms(text: string): Atoms {
  const tokens = splitTokens(text);
  const { tokens: folded, hosts } = foldWithHosts(tokens);
  const atoms = {
    words: [] as string[],
    from: [] as number[],
    to: [] as number[],
    others: [] as (string | undefined)[],
  };
  folded.forEach((token, i) => {
    if (token === PAD) return;
    let last = i;
    // Pads that hold letters in the original were joined to this word.
    while (folded[last + 1] === PAD && /[\p{L}\p{N}]/u.test(tokens[last + 1]!)) last++;
    const other = token.includes('-') ? token.replaceAll('-', '') : hosts.get(i);
    for (const word of token.split('-')) {
      atoms.words.push(word);
      atoms.from.push(i);
      atoms.to.push(last);
      atoms.others.push(other);
    }
  });
  return { ...atoms, tokens };
}

function matchesWord(word: string, asked: string, match: Pattern['match']): boolean {
  if (match === 'exact') return word === asked;
  if (match === 'prefix') return word.startsWith(asked);
  return stemWord(word) === asked;
}

export function findPattern(atoms: Atoms, { words, match }: Pattern): [from: number, to: number][] {
  const found: [number, number][] = [];
  const last = words.length - 1;
  const isAt = (at: number, k: number) => {
    const how = k === last ? match : 'exact';
    const other = atoms.others[at];
    return matchesWord(atoms.words[at]!, words[k]!, how) || (other !== undefined && matchesWord(other, words[k]!, how));
  };
  for (let at = 0; at + last < atoms.words.length; at++) {
    let k = 0;
    while (k <= last && isAt(at + k, k)) k++;
    if (k > last) found.push([atoms.from[at]!, atoms.to[at + last]!]);
  }
  return found;
}

/** Ranges of characters of `tokens.join(' ')`, without the punctuation around the tokens. Overlaps are merged. */
export function toRanges(
  tokens: readonly string[],
  places: readonly (readonly [number, number])[],
): [number, number][] {
  const starts: number[] = [];
  let at = 0;
  for (const token of tokens) {
    starts.push(at);
    at += token.length + 1;
  }
  const ranges = places.map(([from, to]): [number, number] => {
    const lead = /^[^\p{L}\p{N}]*/u.exec(tokens[from]!)![0].length;
    const tail = /[^\p{L}\p{N}\p{M}]*$/u.exec(tokens[to]!)![0].length;
    return [starts[from]! + lead, starts[to]! + tokens[to]!.length - tail];
  });
  ranges.sort((a, b) => a[0] - b[0] || b[1] - a[1]);
  const merged: [number, number][] = [];
  for (const range of ranges) {
    const before = merged.at(-1);
    if (before && range[0] <= before[1]) before[1] = Math.max(before[1], range[1]);
    else if (range[1] > range[0]) merged.push(range);
  }
  return merged;
}

import type { SearchName } from './document.ts';
import type { NameIndex } from './plan.ts';
import { foldName, indexNames } from './plan.ts';
import { remember } from './remember.ts';
import { stemWord } from './stem.ts';

/** The words of the site that begin with one letter, and what the lexicon knows of them. */
export interface Shard {
  /** Words with the number of works that hold them, as one string: `alliance 12 allies 3`. */
  readonly words: string;
  /** Translations by stem: folded words of the other language. */
  readonly pairs: Readonly<Record<string, readonly string[]>>;
}

/** What the client reads first, beside Pagefind's own files. */
export interface TermsManifest {
  /** Names of the glossary: all folded spellings of each. */
  readonly names: readonly (readonly string[])[];
  /** File of the shard, by first letter. */
  readonly shards: Readonly<Record<string, string>>;
}

/** English stem → Persian stems that translate it, surest first. */
export type TranslationTable = ReadonlyMap<string, readonly string[]>;

/** Adds the folded words of one more work to the count of works that hold each word. */
export function countWords(tokens: ReadonlySet<string>, counts: Map<string, number>): void {
  const words = new Set<string>();
  for (const token of tokens) for (const word of token.split('-')) words.add(word);
  for (const word of words) if (/^\p{L}{2,24}$/u.test(word)) counts.set(word, (counts.get(word) ?? 0) + 1);
}

/** Below this many works every word is a suggestion; above it, words that only one work holds are likely slips. */
const SMALL_SITE = 50;

/** Cuts vocabulary and lexicon into one shard a first letter, so that a suggestion costs a few kilobytes. */
export function buildShards(
  counts: ReadonlyMap<string, number>,
  works: number,
  translations: TranslationTable = new Map(),
): Map<string, Shard> {
  const least = works > SMALL_SITE ? 2 : 1;
  const lists = new Map<string, { words: [string, number][]; pairs: Map<string, Set<string>> }>();
  const listFor = (word: string) => {
    const letter = String.fromCodePoint(word.codePointAt(0)!);
    return remember(lists, letter, () => ({ words: [], pairs: new Map() }));
  };
  for (const [word, count] of counts) if (count >= least) listFor(word).words.push([word, count]);
  // What the site does not say needs no translation.
  const said = new Set([...counts.keys()].map(stemWord));
  const pair = (from: string, to: string) => {
    if (!said.has(from)) return;
    const { pairs } = listFor(from);
    remember(pairs, from, () => new Set()).add(to);
  };
  for (const [en, others] of translations) {
    for (const to of foldName(others)) {
      for (const from of foldName([en])) {
        pair(stemWord(from), to);
        pair(stemWord(to), from);
      }
    }
  }
  const order = (a: readonly [string, unknown], b: readonly [string, unknown]) => (a[0] < b[0] ? -1 : 1);
  return new Map(
    [...lists].sort(order).map(([letter, { words, pairs }]) => [
      letter,
      {
        words: words
          .sort(order)
          .map(([word, count]) => `${word} ${count}`)
          .join(' '),
        pairs: Object.fromEntries([...pairs].sort(order).map(([from, to]) => [from, [...to]])),
      },
    ]),
  );
}

/** Reads a shard's words. */
export function* readVocabulary(shard: Shard): Generator<[word: string, count: number]> {
  const parts = shard.words.split(' ');
  for (let i = 0; i + 1 < parts.length; i += 2) yield [parts[i]!, Number(parts[i + 1])];
}

/** The glossary as the manifest carries it. */
export function foldNames(names: readonly SearchName[]): string[][] {
  return names.map((name) => foldName([...name.en, ...name.fa])).filter((forms) => forms.length > 1);
}

/** The glossary as `planQuery` reads it. */
export function readNames(manifest: TermsManifest): NameIndex {
  return indexNames(manifest.names);
}

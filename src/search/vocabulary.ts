import { remember } from '../base/remember.ts';
import type { SearchName } from './document.ts';
import type { NameIndex } from './plan.ts';
import { foldName, indexNames } from './plan.ts';
import { stemWord } from './stem.ts';
import { visitWords } from './tokens.ts';

/** Words that begin with one letter, with the number of works that hold each: `alliance 12 allies 3`. */
export type WordShard = string;

/** Stems that begin with one letter → folded words of the other language. */
export type PairShard = Readonly<Record<string, readonly string[]>>;

export interface TermsManifest {
  readonly names: readonly (readonly string[])[];
  readonly words: Readonly<Record<string, string>>;
  readonly pairs: Readonly<Record<string, string>>;
}

/** English stem → Persian stems, surest first. */
export type TranslationTable = ReadonlyMap<string, readonly string[]>;

export interface WordCounter {
  /** Takes the folded text of one work: words one space apart, some with a full stop. */
  readonly add: (text: string) => void;
  /** Word → number of works; only words that one may look for. */
  readonly counts: () => Map<string, number>;
}

export function createWordCounter(): WordCounter {
  const words = new Map<string, { works: number; last: number }>();
  /** An archive has many more tokens than different ones. */
  const tokensSeen = new Map<string, readonly { works: number; last: number }[]>();
  let works = 0;
  const split = (token: string) => {
    const parts = token.split(/[-.]/).filter((word) => /^\p{L}{2,24}$/u.test(word));
    const entries = parts.map((word) => remember(words, word, () => ({ works: 0, last: 0 })));
    tokensSeen.set(token, entries);
    return entries;
  };
  return {
    add(text) {
      works++;
      visitWords(text, (token) => {
        for (const entry of tokensSeen.get(token) ?? split(token)) {
          if (entry.last !== works) entry.works++;
          entry.last = works;
        }
      });
    },
    counts: () => new Map([...words].map(([word, entry]) => [word, entry.works])),
  };
}

/** Above this many works, words that only one work holds are likely slips. */
const SMALL_SITE = 50;

const letterOf = (word: string) => String.fromCodePoint(word.codePointAt(0)!);
const byKey = (a: readonly [string, unknown], b: readonly [string, unknown]) => (a[0] < b[0] ? -1 : 1);

export function shardWords(counts: ReadonlyMap<string, number>, works: number): Map<string, WordShard> {
  const least = works > SMALL_SITE ? 2 : 1;
  const shards = new Map<string, string[]>();
  for (const [word, count] of [...counts].sort(byKey)) {
    if (count >= least) remember(shards, letterOf(word), () => []).push(`${word} ${count}`);
  }
  return new Map([...shards].sort(byKey).map(([letter, words]) => [letter, words.join(' ')]));
}

export function shardPairs(
  counts: ReadonlyMap<string, number>,
  translations: TranslationTable,
): Map<string, PairShard> {
  const shards = new Map<string, Map<string, Set<string>>>();
  const said = new Set([...counts.keys()].map(stemWord));
  const pair = (from: string, to: string) => {
    const stem = stemWord(from);
    if (!said.has(stem)) return;
    const shard = remember(shards, letterOf(stem), () => new Map<string, Set<string>>());
    remember(shard, stem, () => new Set()).add(to);
  };
  for (const [en, others] of translations) {
    for (const to of foldName(others)) {
      for (const from of foldName([en])) {
        pair(from, to);
        pair(to, from);
      }
    }
  }
  const list = (pairs: Map<string, Set<string>>) =>
    Object.fromEntries([...pairs].sort(byKey).map(([from, to]) => [from, [...to]]));
  return new Map([...shards].sort(byKey).map(([letter, pairs]) => [letter, list(pairs)]));
}

export function* readVocabulary(shard: WordShard): Generator<[word: string, count: number]> {
  const parts = shard.split(' ');
  for (let i = 0; i + 1 < parts.length; i += 2) yield [parts[i]!, Number(parts[i + 1])];
}

export function foldNames(names: readonly SearchName[]): string[][] {
  return names.map((name) => foldName([...name.en, ...name.fa])).filter((forms) => forms.length > 1);
}

export function readNames(manifest: TermsManifest): NameIndex {
  return indexNames(manifest.names);
}

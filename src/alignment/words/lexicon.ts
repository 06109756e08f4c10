import { learnPairs, type NumberedPair } from './word-learning.ts';

export interface WordCounts {
  /** English stem → Persian stem → expected number of times the one stood for the other. */
  readonly pairs: ReadonlyMap<string, ReadonlyMap<string, number>>;
  /** Units in which a stem occurs. */
  readonly en: ReadonlyMap<string, number>;
  readonly fa: ReadonlyMap<string, number>;
}

/** A seed, what a site has taught, and, with weight −1, the document to leave out. */
export type Lexicon = readonly { readonly counts: WordCounts; readonly weight: number }[];

/** Stems (see words.ts) of a text and its translation. */
export interface StemPair {
  readonly en: readonly string[];
  readonly fa: readonly string[];
  /** That they belong together, 0–1. */
  readonly weight?: number;
}

export function leaveOut(lexicon: Lexicon, document: WordCounts): Lexicon {
  return [...lexicon, { counts: document, weight: -1 }];
}

/** Counts by document, so that any one can be left out, and their sum. */
export function learnWordCounts(documents: readonly (readonly StemPair[])[]): {
  readonly total: WordCounts;
  readonly parts: readonly WordCounts[];
} {
  const [en, fa] = [new Map<string, number>(), new Map<string, number>()];
  const texts = documents.flat().map(
    (pair): NumberedPair => ({
      en: Int32Array.from(new Set(pair.en), (name) => number(en, name)),
      fa: Int32Array.from(new Set(pair.fa), (name) => number(fa, name)),
      weight: pair.weight ?? 1,
    }),
  );
  const learnt = learnPairs(texts, en.size, fa.size);
  const [enNames, faNames] = [[...en.keys()], [...fa.keys()]];
  const total = emptyCounts();
  let text = 0;
  const parts = documents.map((document) => {
    const part = emptyCounts();
    for (const last = text + document.length; text < last; text++) {
      const { en: enWords, fa: faWords, weight } = texts[text]!;
      for (const id of enWords) addCount(enNames[id]!, weight, part.en, total.en);
      for (const id of faWords) addCount(faNames[id]!, weight, part.fa, total.fa);
      for (let at = learnt.start[text]!; at < learnt.start[text + 1]!; at++) {
        const [enName, faName] = [enNames[learnt.en[at]!]!, faNames[learnt.fa[at]!]!];
        addPair(part, enName, faName, learnt.count[at]!);
        addPair(total, enName, faName, learnt.count[at]!);
      }
    }
    return part;
  });
  return { total, parts };
}

interface MutableCounts {
  readonly pairs: Map<string, Map<string, number>>;
  readonly en: Map<string, number>;
  readonly fa: Map<string, number>;
}

function emptyCounts(): MutableCounts {
  return { pairs: new Map(), en: new Map(), fa: new Map() };
}

function addPair(counts: MutableCounts, en: string, fa: string, count: number): void {
  const row = counts.pairs.get(en) ?? new Map<string, number>();
  if (row.size === 0) counts.pairs.set(en, row);
  row.set(fa, (row.get(fa) ?? 0) + count);
}

function addCount(name: string, count: number, ...maps: Map<string, number>[]): void {
  for (const map of maps) map.set(name, (map.get(name) ?? 0) + count);
}

function number(ids: Map<string, number>, name: string): number {
  const id = ids.get(name) ?? ids.size;
  ids.set(name, id);
  return id;
}

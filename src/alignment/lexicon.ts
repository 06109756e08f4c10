/** How often words of the two languages were seen to mean the same, in texts that say the same. */
export interface WordCounts {
  /** English stem → Persian stem → expected number of times the one stood for the other. */
  readonly pairs: ReadonlyMap<string, ReadonlyMap<string, number>>;
  /** Units in which a stem stands, by language. */
  readonly en: ReadonlyMap<string, number>;
  readonly fa: ReadonlyMap<string, number>;
}

/** Counts joined by weight: a seed, what a site has taught, and, with weight −1, the document to leave out. */
export type Lexicon = readonly { readonly counts: WordCounts; readonly weight: number }[];

/** A text and its translation, as stems (see words.ts). */
export interface StemPair {
  readonly en: readonly string[];
  readonly fa: readonly string[];
  /** How sure it is that they belong together, 0–1. */
  readonly weight?: number;
}

/** The lexicon without what one of its documents has taught it. */
export function leaveOut(lexicon: Lexicon, document: WordCounts): Lexicon {
  return [...lexicon, { counts: document, weight: -1 }];
}

const ROUNDS = 4;
/** Share of words that translate nothing on the other side, as IBM model 1's empty word. */
const EMPTY = 0.15;

/**
 * Learns which words translate each other: IBM model 1 (Brown et al. 1993) in both directions, each direction's
 * last expectations joined by their geometric mean (agreement, after Liang, Taskar & Klein 2006).
 * Returns the counts a document, so that any one can be left out, and their sum.
 */
export function learnWordCounts(documents: readonly (readonly StemPair[])[]): {
  readonly total: WordCounts;
  readonly parts: readonly WordCounts[];
} {
  const corpus = indexCorpus(documents);
  const enGivenFa = estimate(corpus, 'fa');
  const faGivenEn = estimate(corpus, 'en');
  const total = emptyCounts();
  const parts = documents.map(() => emptyCounts());
  for (const unit of corpus.units) {
    const part = parts[unit.document]!;
    const toEn = responsibilities(unit, enGivenFa, 'fa');
    const toFa = responsibilities(unit, faGivenEn, 'en');
    for (let x = 0; x < unit.en.length; x++) {
      for (let y = 0; y < unit.fa.length; y++) {
        const cell = x * unit.fa.length + y;
        const count = unit.weight * Math.sqrt(toEn[cell]! * toFa[cell]!);
        if (count < 0.02) continue;
        const [en, fa] = [corpus.enNames[unit.en[x]!]!, corpus.faNames[unit.fa[y]!]!];
        addPair(part, en, fa, count);
        addPair(total, en, fa, count);
      }
    }
    for (const id of unit.en) addCount(corpus.enNames[id]!, unit.weight, part.en, total.en);
    for (const id of unit.fa) addCount(corpus.faNames[id]!, unit.weight, part.fa, total.fa);
  }
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
  counts.pairs.set(en, row.set(fa, (row.get(fa) ?? 0) + count));
}

function addCount(name: string, count: number, ...maps: Map<string, number>[]): void {
  for (const map of maps) map.set(name, (map.get(name) ?? 0) + count);
}

interface CorpusUnit {
  readonly document: number;
  readonly weight: number;
  readonly en: Int32Array;
  readonly fa: Int32Array;
  /** The corpus-wide number of each (en, fa) pair of words, row by row. */
  readonly cells: Int32Array;
}

interface Corpus {
  readonly units: readonly CorpusUnit[];
  readonly enNames: readonly string[];
  readonly faNames: readonly string[];
  /** Word pairs that stand together somewhere: their English and Persian words. */
  readonly cellEn: readonly number[];
  readonly cellFa: readonly number[];
}

function indexCorpus(documents: readonly (readonly StemPair[])[]): Corpus {
  const en = new Map<string, number>();
  const fa = new Map<string, number>();
  const numbers: Map<number, number>[] = [];
  const cellEn: number[] = [];
  const cellFa: number[] = [];
  const units: CorpusUnit[] = [];
  for (const [document, pairs] of documents.entries()) {
    for (const pair of pairs) {
      const enIds = Int32Array.from(new Set(pair.en), (name) => number(en, name));
      const faIds = Int32Array.from(new Set(pair.fa), (name) => number(fa, name));
      const cells = new Int32Array(enIds.length * faIds.length);
      let next = 0;
      for (const x of enIds) {
        const row = numbers[x] ?? new Map<number, number>();
        numbers[x] = row;
        for (const y of faIds) {
          let cell = row.get(y);
          if (cell === undefined) {
            cell = cellEn.length;
            row.set(y, cell);
            cellEn.push(x);
            cellFa.push(y);
          }
          cells[next++] = cell;
        }
      }
      units.push({ document, weight: pair.weight ?? 1, en: enIds, fa: faIds, cells });
    }
  }
  return { units, enNames: [...en.keys()], faNames: [...fa.keys()], cellEn, cellFa };
}

function number(ids: Map<string, number>, name: string): number {
  const id = ids.get(name) ?? ids.size;
  ids.set(name, id);
  return id;
}

/** Probabilities of each cell's word in the other language, given its word in `source`. */
function estimate(corpus: Corpus, source: 'en' | 'fa'): Float64Array {
  const sourceOf = source === 'en' ? corpus.cellEn : corpus.cellFa;
  const sources = source === 'en' ? corpus.enNames.length : corpus.faNames.length;
  let table = new Float64Array(sourceOf.length).fill(1);
  for (let round = 0; round < ROUNDS; round++) {
    const counts = new Float64Array(table.length);
    for (const unit of corpus.units) {
      const shares = responsibilities(unit, table, source);
      for (let c = 0; c < shares.length; c++) counts[unit.cells[c]!]! += unit.weight * shares[c]!;
    }
    const totals = new Float64Array(sources);
    for (let cell = 0; cell < counts.length; cell++) totals[sourceOf[cell]!]! += counts[cell]!;
    table = counts.map((count, cell) => count / (totals[sourceOf[cell]!]! + 1e-9));
  }
  return table;
}

/** For each target word of a unit, the shares of the source words in it (the rest is the empty word's). */
function responsibilities(unit: CorpusUnit, table: Float64Array, source: 'en' | 'fa'): Float64Array {
  const [rows, columns] = [unit.en.length, unit.fa.length];
  const shares = new Float64Array(rows * columns);
  const [targets, sources] = source === 'en' ? [columns, rows] : [rows, columns];
  for (let target = 0; target < targets; target++) {
    let sum = EMPTY * 0.1;
    for (let s = 0; s < sources; s++) {
      const cell = source === 'en' ? s * columns + target : target * columns + s;
      sum += table[unit.cells[cell]!]!;
    }
    for (let s = 0; s < sources; s++) {
      const cell = source === 'en' ? s * columns + target : target * columns + s;
      shares[cell] = table[unit.cells[cell]!]! / sum;
    }
  }
  return shares;
}

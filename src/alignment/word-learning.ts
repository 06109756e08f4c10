/** A text and its translation, as numbers of distinct words. */
export interface NumberedPair {
  readonly en: Int32Array;
  readonly fa: Int32Array;
  /** How sure it is that they belong together, 0–1. */
  readonly weight: number;
}

/** Which words stood for which, in which pair of texts: three parallel lists, ordered by pair of texts. */
export interface LearntPairs {
  /** Where each pair of texts begins in the lists, and where the last one ends. */
  readonly start: Int32Array;
  readonly en: Int32Array;
  readonly fa: Int32Array;
  /** Expected number of times that the one word stood for the other, above `FAINTEST`. */
  readonly count: Float64Array;
}

const ROUNDS = 4;
/** Share of words that translate nothing on the other side, as IBM model 1's empty word. */
const EMPTY = 0.15;
const FAINTEST = 0.02;

/**
 * Learns which words translate each other: IBM model 1 (Brown et al. 1993) in both directions, each direction's
 * last expectations joined by their geometric mean (agreement, after Liang, Taskar & Klein 2006).
 * @param least pairs of words that stand together in fewer pairs of texts are not considered
 */
export function learnPairs(
  texts: readonly NumberedPair[],
  enCount: number,
  faCount: number,
  least: number,
): LearntPairs {
  const meetings = listMeetings(texts, enCount, faCount, least);
  const toEn = expect(meetings, meetings.enPlace, meetings.cellFa, faCount);
  const toFa = expect(meetings, meetings.faPlace, meetings.cellEn, enCount);
  const counts = toEn.map((share, m) => meetings.weights[meetings.enPlace[m]!]! * Math.sqrt(share * toFa[m]!));
  return sortByText(meetings, counts, texts.length);
}

/**
 * Each meeting of an English and a Persian word in a pair of texts: the pair of words (`cell`), and the places
 * of both words, where a place is one word of one text.
 */
interface Meetings {
  readonly cell: Int32Array;
  readonly enPlace: Int32Array;
  readonly faPlace: Int32Array;
  readonly places: number;
  /** By English place: number and weight of its pair of texts. */
  readonly textOf: Int32Array;
  readonly weights: Float64Array;
  readonly cellEn: readonly number[];
  readonly cellFa: readonly number[];
}

function listMeetings(texts: readonly NumberedPair[], enCount: number, faCount: number, least: number): Meetings {
  const { start, textOf, weights } = postWords(texts, enCount);
  const faStart = new Int32Array(texts.length + 1);
  for (const [t, text] of texts.entries()) faStart[t + 1] = faStart[t]! + text.fa.length;
  const together = new Int32Array(faCount);
  const countWith = (word: number): void => {
    for (let place = start[word]!; place < start[word + 1]!; place++) {
      for (const fa of texts[textOf[place]!]!.fa) together[fa]!++;
    }
  };
  let size = 0;
  for (let word = 0; word < enCount; word++) {
    countWith(word);
    for (let place = start[word]!; place < start[word + 1]!; place++) {
      for (const fa of texts[textOf[place]!]!.fa) {
        if (together[fa]! >= least) size += together[fa]!;
        together[fa] = 0;
      }
    }
  }
  const [cell, enPlace, faPlace] = [new Int32Array(size), new Int32Array(size), new Int32Array(size)];
  const cellOf = new Int32Array(faCount).fill(-1);
  const [cellEn, cellFa]: [number[], number[]] = [[], []];
  let next = 0;
  for (let word = 0; word < enCount; word++) {
    const first = cellEn.length;
    countWith(word);
    for (let place = start[word]!; place < start[word + 1]!; place++) {
      const text = textOf[place]!;
      const words = texts[text]!.fa;
      for (let k = 0; k < words.length; k++) {
        const fa = words[k]!;
        if (together[fa]! < least) continue;
        if (cellOf[fa]! < first) {
          cellOf[fa] = cellEn.push(word) - 1;
          cellFa.push(fa);
        }
        cell[next] = cellOf[fa]!;
        enPlace[next] = place;
        faPlace[next++] = faStart[text]! + k;
      }
    }
    for (let place = start[word]!; place < start[word + 1]!; place++) {
      for (const fa of texts[textOf[place]!]!.fa) together[fa] = 0;
    }
  }
  return { cell, enPlace, faPlace, places: Math.max(textOf.length, faStart.at(-1)!), textOf, weights, cellEn, cellFa };
}

/** The pairs of texts in which each English word stands, word by word. */
function postWords(
  texts: readonly NumberedPair[],
  enCount: number,
): { readonly start: Int32Array; readonly textOf: Int32Array; readonly weights: Float64Array } {
  const start = new Int32Array(enCount + 1);
  for (const { en } of texts) for (const word of en) start[word + 1]!++;
  for (let word = 0; word < enCount; word++) start[word + 1]! += start[word]!;
  const next = start.slice();
  const textOf = new Int32Array(start[enCount]!);
  for (const [t, { en }] of texts.entries()) for (const word of en) textOf[next[word]!++] = t;
  return { start, textOf, weights: Float64Array.from(textOf, (t) => texts[t]!.weight) };
}

/** For each meeting, the share that its source word has in its target word; the rest is other words' and the empty word's. */
function expect(
  { cell, enPlace, places, weights }: Meetings,
  target: Int32Array,
  sourceOf: readonly number[],
  sources: number,
): Float64Array {
  const table = new Float64Array(sourceOf.length).fill(1);
  const shares = new Float64Array(cell.length);
  const sums = new Float64Array(places);
  const shareOut = (): void => {
    sums.fill(EMPTY * 0.1);
    for (let m = 0; m < cell.length; m++) sums[target[m]!]! += table[cell[m]!]!;
    for (let m = 0; m < cell.length; m++) shares[m] = table[cell[m]!]! / sums[target[m]!]!;
  };
  const totals = new Float64Array(sources);
  for (let round = 0; round < ROUNDS; round++) {
    shareOut();
    table.fill(0);
    for (let m = 0; m < cell.length; m++) table[cell[m]!]! += weights[enPlace[m]!]! * shares[m]!;
    totals.fill(1e-9);
    for (let c = 0; c < table.length; c++) totals[sourceOf[c]!]! += table[c]!;
    for (let c = 0; c < table.length; c++) table[c]! /= totals[sourceOf[c]!]!;
  }
  shareOut();
  return shares;
}

function sortByText(meetings: Meetings, counts: Float64Array, texts: number): LearntPairs {
  const { cell, enPlace, textOf, cellEn, cellFa } = meetings;
  const start = new Int32Array(texts + 1);
  for (let m = 0; m < cell.length; m++) if (counts[m]! >= FAINTEST) start[textOf[enPlace[m]!]! + 1]!++;
  for (let t = 0; t < texts; t++) start[t + 1]! += start[t]!;
  const next = start.slice();
  const size = start[texts]!;
  const [en, fa, count] = [new Int32Array(size), new Int32Array(size), new Float64Array(size)];
  for (let m = 0; m < cell.length; m++) {
    if (counts[m]! < FAINTEST) continue;
    const at = next[textOf[enPlace[m]!]!]!++;
    en[at] = cellEn[cell[m]!]!;
    fa[at] = cellFa[cell[m]!]!;
    count[at] = counts[m]!;
  }
  return { start, en, fa, count };
}

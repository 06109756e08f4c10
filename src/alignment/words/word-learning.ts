export interface NumberedPair {
  readonly en: Int32Array;
  readonly fa: Int32Array;
  /** That they belong together, 0–1. */
  readonly weight: number;
}

/** Three parallel lists, ordered by pair of texts. */
export interface LearntPairs {
  /** Of each pair of texts, and the end of the last one. */
  readonly start: Int32Array;
  readonly en: Int32Array;
  readonly fa: Int32Array;
  /** Expected number of times that the one word stood for the other. */
  readonly count: Float64Array;
}

const ROUNDS = 4;
/** IBM model 1's empty word. */
const EMPTY = 0.15;
const FAINTEST = 0.02;

/**
 * Learns which words translate each other: IBM model 1 (Brown et al. 1993) in both directions, each direction's
 * last expectations joined by their geometric mean (agreement, after Liang, Taskar & Klein 2006).
 */
export function learnPairs(texts: readonly NumberedPair[], enCount: number, faCount: number): LearntPairs {
  const meetings = listMeetings(texts, enCount, faCount);
  const { en, fa, cellEn, cellFa } = meetings;
  const toEn = expect(meetings, en, cellFa, faCount);
  const toFa = expect(meetings, fa, cellEn, enCount);
  const counts = toEn;
  for (let m = 0; m < counts.length; m++) counts[m] = en.weight[en.place[m]!]! * Math.sqrt(toEn[m]! * toFa[m]!);
  return sortByText(meetings, counts, texts.length);
}

interface Meetings {
  readonly cell: Int32Array;
  readonly en: Places;
  readonly fa: Places;
  /** The number of the pair of texts, by English place. */
  readonly textOf: Int32Array;
  readonly cellEn: readonly number[];
  readonly cellFa: readonly number[];
}

/** Places are words in texts: where each meeting has its word, and the weight of each place's pair of texts. */
interface Places {
  readonly place: Int32Array;
  readonly weight: Float64Array;
}

function listMeetings(texts: readonly NumberedPair[], enCount: number, faCount: number): Meetings {
  const { start, textOf } = postWords(texts, enCount);
  const faStart = new Int32Array(texts.length + 1);
  for (const [t, { fa }] of texts.entries()) faStart[t + 1] = faStart[t]! + fa.length;
  const faWeight = new Float64Array(faStart[texts.length]!);
  for (const [t, { weight }] of texts.entries()) faWeight.fill(weight, faStart[t]!, faStart[t + 1]!);
  const size = texts.reduce((sum, { en, fa }) => sum + en.length * fa.length, 0);
  const [cell, enPlace, faPlace] = [new Int32Array(size), new Int32Array(size), new Int32Array(size)];
  const cellOf = new Int32Array(faCount).fill(-1);
  const [cellEn, cellFa]: [number[], number[]] = [[], []];
  let next = 0;
  for (let word = 0; word < enCount; word++) {
    const first = cellEn.length;
    for (let place = start[word]!; place < start[word + 1]!; place++) {
      const text = textOf[place]!;
      const words = texts[text]!.fa;
      for (let k = 0; k < words.length; k++) {
        const fa = words[k]!;
        if (cellOf[fa]! < first) {
          cellOf[fa] = cellEn.push(word) - 1;
          cellFa.push(fa);
        }
        cell[next] = cellOf[fa]!;
        enPlace[next] = place;
        faPlace[next++] = faStart[text]! + k;
      }
    }
  }
  const en = { place: enPlace, weight: Float64Array.from(textOf, (text) => texts[text]!.weight) };
  return { cell, en, fa: { place: faPlace, weight: faWeight }, textOf, cellEn, cellFa };
}

function postWords(
  texts: readonly NumberedPair[],
  enCount: number,
): { readonly start: Int32Array; readonly textOf: Int32Array } {
  const start = new Int32Array(enCount + 1);
  for (const { en } of texts) for (const word of en) start[word + 1]!++;
  for (let word = 0; word < enCount; word++) start[word + 1]! += start[word]!;
  const next = start.slice();
  const textOf = new Int32Array(start[enCount]!);
  for (const [t, { en }] of texts.entries()) for (const word of en) textOf[next[word]!++] = t;
  return { start, textOf };
}

/** For each meeting, the share of its source word in its target word; the rest is other words' and the empty word's. */
function expect(
  { cell }: Meetings,
  { place, weight }: Places,
  sourceOf: readonly number[],
  sources: number,
): Float64Array {
  let table = new Float64Array(sourceOf.length).fill(1);
  let counts = new Float64Array(sourceOf.length);
  const sums = new Float64Array(weight.length);
  const totals = new Float64Array(sources);
  const sumUp = (): void => {
    sums.fill(EMPTY * 0.1);
    for (let m = 0; m < cell.length; m++) sums[place[m]!]! += table[cell[m]!]!;
  };
  for (let round = 0; round < ROUNDS; round++) {
    sumUp();
    for (let p = 0; p < sums.length; p++) sums[p] = weight[p]! / sums[p]!;
    counts.fill(0);
    for (let m = 0; m < cell.length; m++) counts[cell[m]!]! += table[cell[m]!]! * sums[place[m]!]!;
    totals.fill(1e-9);
    for (let c = 0; c < counts.length; c++) totals[sourceOf[c]!]! += counts[c]!;
    for (let c = 0; c < counts.length; c++) counts[c]! /= totals[sourceOf[c]!]!;
    [table, counts] = [counts, table];
  }
  sumUp();
  const shares = new Float64Array(cell.length);
  for (let m = 0; m < cell.length; m++) shares[m] = table[cell[m]!]! / sums[place[m]!]!;
  return shares;
}

function sortByText({ cell, en, textOf, cellEn, cellFa }: Meetings, counts: Float64Array, texts: number): LearntPairs {
  const start = new Int32Array(texts + 1);
  for (let m = 0; m < cell.length; m++) if (counts[m]! >= FAINTEST) start[textOf[en.place[m]!]! + 1]!++;
  for (let t = 0; t < texts; t++) start[t + 1]! += start[t]!;
  const next = start.slice();
  const size = start[texts]!;
  const learnt = { start, en: new Int32Array(size), fa: new Int32Array(size), count: new Float64Array(size) };
  for (let m = 0; m < cell.length; m++) {
    if (counts[m]! < FAINTEST) continue;
    const at = next[textOf[en.place[m]!]!]!++;
    learnt.en[at] = cellEn[cell[m]!]!;
    learnt.fa[at] = cellFa[cell[m]!]!;
    learnt.count[at] = counts[m]!;
  }
  return learnt;
}

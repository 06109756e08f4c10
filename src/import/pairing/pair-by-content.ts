import type { GlossaryEntry } from '../../alignment/pairing/align.ts';
import type { Lexicon } from '../../alignment/words/lexicon.ts';
import type { Block, Lang } from '../../markdown/block.ts';
import { readSeedLexicon } from '../../works/read-seed-lexicon.ts';
import type { Pair } from './declared-pairs.ts';
import { explainPair } from './explain-pair.ts';
import { findCandidates } from './find-candidates.ts';
import { type Measured, measureTranslation } from './measure-translation.ts';
import { readSignature, type Signature, tabulateLexicon } from './signature.ts';

export interface Candidate {
  readonly key: string;
  readonly lang: Lang;
  readonly kind: string;
  /** In milliseconds since 1970. */
  readonly time?: number | undefined;
  readonly images: ReadonlySet<string>;
  readonly readBlocks: () => readonly Block[];
}

export interface ContentOptions {
  readonly glossary: readonly GlossaryEntry[];
  readonly lexicon?: Lexicon | undefined;
  readonly progress: (what: string, done: number, all: number) => void;
}

/** Confidence to join two texts; the next one is to propose them. */
const SURE = 0.9;
const WORTH_A_LOOK = 0.5;
/** For each text, and how much worse than its best one of them may seem to be measured. */
const MOST_CANDIDATES = 4;
const WORTH_MEASURING = 0.55;
const DAY = 86_400_000;

export async function pairByContent(
  texts: readonly Candidate[],
  options: ContentOptions,
): Promise<{ pairs: Pair[]; proposals: Pair[] }> {
  const [en, fa] = [texts.filter(({ lang }) => lang === 'en'), texts.filter(({ lang }) => lang === 'fa')];
  const lexicon: Lexicon = [...readSeedLexicon(), ...(options.lexicon ?? [])];
  const translations = tabulateLexicon(lexicon);
  const toSignature = (text: Candidate): Signature =>
    readSignature(text.readBlocks(), text.lang, text.images, translations);
  const signatures = { en: en.map(toSignature), fa: fa.map(toSignature) };
  const candidates = findCandidates(signatures.en, signatures.fa, (i, j) => favour(en[i]!, fa[j]!), MOST_CANDIDATES);
  const wanted = listWanted(candidates);
  const measured = new Map<string, Measured>();
  let done = 0;
  for (const [i, j] of wanted) {
    options.progress('Comparing', done++, wanted.length);
    measured.set(`${i}/${j}`, measureTranslation(en[i]!.readBlocks(), fa[j]!.readBlocks(), lexicon, options.glossary));
  }
  return choosePairs(en, fa, wanted, measured, signatures);
}

/** Among the likeliest of both, or nearly the best of one. */
function listWanted(candidates: ReturnType<typeof findCandidates>): [number, number][] {
  const wanted = new Map<string, [number, number]>();
  for (const [i, list] of candidates.en.entries())
    for (const { other, score } of list)
      if (score >= WORTH_MEASURING * list[0]!.score) wanted.set(`${i}/${other}`, [i, other]);
  const both: [number, number][] = [];
  for (const [j, list] of candidates.fa.entries())
    for (const { other, score } of list)
      if (score >= WORTH_MEASURING * list[0]!.score && wanted.has(`${other}/${j}`)) both.push([other, j]);
  return both;
}

/** Translations come out soon, or long after, but not as others. */
function favour(a: Candidate, b: Candidate): number {
  if (a.kind !== b.kind) return 0.5;
  if (a.time === undefined || b.time === undefined) return 1;
  const days = Math.abs(a.time - b.time) / DAY;
  return days <= 10 ? 1 : days <= 60 ? 0.9 : days <= 400 ? 0.75 : 0.6;
}

function choosePairs(
  en: readonly Candidate[],
  fa: readonly Candidate[],
  wanted: readonly (readonly [number, number])[],
  measured: ReadonlyMap<string, Measured>,
  signatures: { readonly en: readonly Signature[]; readonly fa: readonly Signature[] },
): { pairs: Pair[]; proposals: Pair[] } {
  const scored = wanted
    .map(([i, j]) => ({
      i,
      j,
      measure: measured.get(`${i}/${j}`)!,
      value: measured.get(`${i}/${j}`)!.share * favour(en[i]!, fa[j]!),
    }))
    .sort((a, b) => b.value - a.value);
  const [enBest, faBest] = [new Map<number, number[]>(), new Map<number, number[]>()];
  for (const { i, j, value } of scored) {
    enBest.set(i, [...(enBest.get(i) ?? []), value]);
    faBest.set(j, [...(faBest.get(j) ?? []), value]);
  }
  const taken = { en: new Set<number>(), fa: new Set<number>() };
  const [pairs, proposals]: [Pair[], Pair[]] = [[], []];
  for (const { i, j, measure, value } of scored) {
    if (taken.en.has(i) || taken.fa.has(j)) continue;
    const rival = Math.max(enBest.get(i)!.find((v) => v < value) ?? 0, faBest.get(j)!.find((v) => v < value) ?? 0);
    const confidence = judge(value, rival, signatures.en[i]!, signatures.fa[j]!);
    if (confidence < WORTH_A_LOOK) continue;
    taken.en.add(i);
    taken.fa.add(j);
    const reasons = explainPair(en[i]!, fa[j]!, signatures.en[i]!, signatures.fa[j]!, measure.share);
    const pair: Pair = { en: en[i]!.key, fa: fa[j]!.key, by: 'content', confidence, reasons };
    (confidence >= SURE ? pairs : proposals).push(pair);
  }
  return { pairs, proposals };
}

const ENOUGH_SHARED = 5;
/** Texts of fewer characters say too little to join them by. */
const HARDLY_A_TEXT = 60;

/** 0–1. Two titles may fit each other well and say little. Chosen on bench/import-pairing.ts. */
function judge(value: number, rival: number, en: Signature, fa: Signature): number {
  const few = Math.max(0, ENOUGH_SHARED - countShared(en, fa));
  const short = Math.min(en.length, fa.length) < HARDLY_A_TEXT ? 3 : 0;
  const evidence = 12 * (value - 0.62) + 3 * Math.min(0.3, value - rival) - 0.6 * few - short;
  return 1 / (1 + Math.exp(-evidence));
}

function countShared(en: Signature, fa: Signature): number {
  let shared = 0;
  for (const [term, likely] of en.terms) shared += likely * (fa.terms.get(term) ?? 0);
  return shared;
}

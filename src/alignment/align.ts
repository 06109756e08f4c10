import type { Block } from '../works/block.ts';
import { buildBand, type Waypoint } from './band.ts';
import { type BlockReading, readBlock } from './block-reading.ts';
import { calibrate } from './confidence.ts';
import { findMoved, type Surroundings } from './crossing.ts';
import { BEADS, buildLattice, findPath, fitBeads, type Step } from './lattice.ts';
import { fitLengthModel, startLengthModel } from './length-model.ts';
import { type Lexicon, learnWordCounts, type StemPair, type WordCounts } from './lexicon.ts';
import type { Pairing } from './unit.ts';
import { compareKinds, compareMarks, sumBlocks } from './unit-score.ts';
import { findWaypoints } from './waypoints.ts';
import { scoreWords } from './word-evidence.ts';
import { buildWordModel, type OwnCounts } from './word-model.ts';
import { isWord, readWords } from './words.ts';

/** A name or term in both languages, with its variants, from `content/glossary.yaml`. */
export interface GlossaryEntry {
  readonly en: readonly string[];
  readonly fa: readonly string[];
}

/** What the aligner may know beyond the two texts. */
export interface AlignOptions {
  /** Words that translate each other: the seed, joined with what the site's other works have taught. */
  readonly lexicon?: Lexicon;
  readonly glossary?: readonly GlossaryEntry[];
}

/** Evidence is less independent than the model thinks: posteriors are taken from scores this much fainter. */
const TEMPER = 0.7;

/**
 * Pairs the blocks of two editions. Pure and deterministic; every block is in exactly one pairing,
 * in the order of the English text, one-sided Persian ones where they stand in theirs.
 */
export function align(en: readonly Block[], fa: readonly Block[], options: AlignOptions = {}): Pairing[] {
  const enReadings = en.map((block) => readBlock(block, 'en'));
  const faReadings = fa.map((block) => readBlock(block, 'fa'));
  const lexicon = [...(options.lexicon ?? []), ...readGlossary(options.glossary ?? [])];
  const first = passOver(enReadings, faReadings, lexicon);
  const second = passOver(enReadings, faReadings, lexicon, first.steps);
  return orderPairings(mendPath(second)).map(({ en, fa, confidence }) => ({
    en,
    fa,
    confidence: calibrate(en.length, fa.length, confidence),
  }));
}

/** A path through both documents, and what it was found by. */
interface Pass {
  readonly around: Surroundings;
  readonly steps: readonly Step[];
}

function passOver(
  en: readonly BlockReading[],
  fa: readonly BlockReading[],
  lexicon: Lexicon,
  before?: readonly Step[],
): Pass {
  const own = before === undefined ? undefined : learnOwn(en, fa, before);
  const words = buildWordModel(en, fa, lexicon, own);
  const waypoints = before === undefined ? findWaypoints(words) : before.filter(isPair).map(toWaypoint);
  const band = buildBand(en.length, fa.length, waypoints, before === undefined ? 10 : 6);
  const start = startLengthModel(
    en.map((block) => block.length),
    fa.map((block) => block.length),
  );
  const lengths =
    before === undefined
      ? start
      : fitLengthModel(
          start,
          before.filter(isPair).map((step) => ({
            en: en[step.en]!.length,
            fa: fa[step.fa]!.length,
            weight: step.probability ** 2,
          })),
        );
  const [enSums, faSums] = [sumBlocks(en), sumBlocks(fa)];
  const model = {
    en,
    fa,
    band,
    words: scoreWords(words, band, own),
    lengths,
    enSums,
    faSums,
    kinds: compareKinds(en, fa, enSums, faSums),
    marks: compareMarks(faSums),
  };
  const lattice = buildLattice(model, before === undefined ? BEADS : fitBeads(before));
  return { around: { en, fa, words, own, lengths, enSums, faSums }, steps: findPath(lattice, TEMPER) };
}

/** The path's units, where blocks that it left alone on both sides are paired if they only moved. */
function mendPath({ around, steps }: Pass): Pairing[] {
  const pairings = steps.flatMap(toPairings);
  const enAlone = pairings.filter((unit) => unit.fa.length === 0).flatMap((unit) => unit.en);
  const faAlone = pairings.filter((unit) => unit.en.length === 0).flatMap((unit) => unit.fa);
  const moved = findMoved(around, enAlone, faAlone, TEMPER);
  if (moved.length === 0) return pairings;
  const used = { en: new Set(moved.flatMap((unit) => unit.en)), fa: new Set(moved.flatMap((unit) => unit.fa)) };
  return [
    ...pairings.filter(
      ({ en, fa }) => !(fa.length === 0 && used.en.has(en[0]!)) && !(en.length === 0 && used.fa.has(fa[0]!)),
    ),
    ...moved.map(({ en, fa, probability }) => ({ en, fa, confidence: probability })),
  ];
}

/** In the order of the English text; a Persian block without English follows the Persian block before it. */
function orderPairings(pairings: readonly Pairing[]): Pairing[] {
  const followers = new Map<number, Pairing[]>();
  for (const pairing of pairings) {
    if (pairing.en.length > 0) continue;
    const before = pairing.fa[0]! - 1;
    followers.set(before, [...(followers.get(before) ?? []), pairing]);
  }
  const ordered: Pairing[] = [];
  const add = (pairing: Pairing): void => {
    ordered.push(pairing);
    for (const fa of pairing.fa) addFollowers(fa);
  };
  const addFollowers = (fa: number): void => {
    for (let at = fa; ; ) {
      const follower = followers.get(at)?.[0];
      if (follower === undefined) return;
      ordered.push(follower);
      at = follower.fa.at(-1)!;
    }
  };
  addFollowers(-1);
  for (const pairing of pairings.filter(({ en }) => en.length > 0).sort((a, b) => a.en[0]! - b.en[0]!)) add(pairing);
  return ordered;
}

function isPair(step: Step): boolean {
  return step.bead.en === 1 && step.bead.fa === 1;
}

function toWaypoint(step: Step): Waypoint {
  return { en: step.en, fa: step.fa };
}

/** What the surer units of a first pass teach about the document's own words. */
function learnOwn(en: readonly BlockReading[], fa: readonly BlockReading[], steps: readonly Step[]): OwnCounts {
  const units = steps.filter(
    (step) => step.bead.en > 0 && step.bead.fa > 0 && !step.bead.parts && step.probability > 0.6,
  );
  // A word in one block only would teach just that block, and what a block teaches is left out when it is scored.
  const [enOften, faOften] = [findRepeated(en), findRepeated(fa)];
  const documents: StemPair[][] = units.map(({ bead, en: i, fa: j, probability }) => [
    {
      en: en.slice(i, i + bead.en).flatMap((block) => block.stems.filter((stem) => enOften.has(stem))),
      fa: fa.slice(j, j + bead.fa).flatMap((block) => block.stems.filter((stem) => faOften.has(stem))),
      weight: probability,
    },
  ]);
  const { total, parts } = learnWordCounts(documents);
  const enParts: (WordCounts | undefined)[] = en.map(() => undefined);
  const faParts: (WordCounts | undefined)[] = fa.map(() => undefined);
  for (const [index, { bead, en: i, fa: j }] of units.entries()) {
    enParts.fill(parts[index], i, i + bead.en);
    faParts.fill(parts[index], j, j + bead.fa);
  }
  return { counts: total, en: enParts, fa: faParts };
}

/** Words in more than one block. */
function findRepeated(blocks: readonly BlockReading[]): Set<string> {
  const once = new Set<string>();
  const repeated = new Set<string>();
  for (const stem of blocks.flatMap((block) => block.stems.filter(isWord)))
    (once.has(stem) ? repeated : once).add(stem);
  return repeated;
}

function readGlossary(glossary: readonly GlossaryEntry[]): Lexicon {
  const pairs = glossary.flatMap(({ en, fa }) =>
    en.flatMap((name) =>
      fa.map((translation): StemPair => ({ en: readWords(name, 'en').stems, fa: readWords(translation, 'fa').stems })),
    ),
  );
  return pairs.length === 0 ? [] : [{ counts: learnWordCounts([pairs]).total, weight: 10 }];
}

function toPairings(step: Step): Pairing[] {
  const { bead, en, fa, probability: confidence } = step;
  if (bead.parts === undefined) return [{ en: range(en, bead.en), fa: range(fa, bead.fa), confidence }];
  return bead.parts.map((part) => ({ en: part.en.map((x) => en + x), fa: part.fa.map((y) => fa + y), confidence }));
}

function range(start: number, count: number): number[] {
  return Array.from({ length: count }, (_, k) => start + k);
}

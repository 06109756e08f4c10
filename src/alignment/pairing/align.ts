import type { Block } from '../../markdown/block.ts';
import type { Pairing } from '../unit.ts';
import { type Lexicon, learnWordCounts, type StemPair } from '../words/lexicon.ts';
import { buildWordModel, lookUpWords, type WordFacts } from '../words/word-model.ts';
import { readWords } from '../words/words.ts';
import { buildBand } from './band.ts';
import { BEADS, type Bead, fitBeads, LIKELY_BEADS, listLongBeads } from './beads.ts';
import { type BlockReading, readBlock } from './block-reading.ts';
import { calibrate } from './confidence.ts';
import { findMoved } from './crossing.ts';
import { countShares, type Shares } from './document-shares.ts';
import { pairGaps } from './gaps.ts';
import { buildLattice, findPath, range, type Step } from './lattice.ts';
import { fitLengthModel, startLengthModel } from './length-model.ts';
import { learnOwnWords } from './own-words.ts';
import type { ScoreModel } from './unit-score.ts';
import { findWaypoints } from './waypoints.ts';

export interface GlossaryEntry {
  readonly en: readonly string[];
  readonly fa: readonly string[];
}

export interface AlignOptions {
  readonly lexicon?: Lexicon;
  readonly glossary?: readonly GlossaryEntry[];
}

/** Evidence is less independent than the model thinks: posteriors are taken from scores this much fainter. */
const TEMPER = 0.7;

/** Every block is in exactly one pairing, in English order, one-sided Persian ones where they are in theirs. */
export function align(en: readonly Block[], fa: readonly Block[], options: AlignOptions = {}): Pairing[] {
  const enReadings = en.map((block) => readBlock(block, 'en'));
  const faReadings = fa.map((block) => readBlock(block, 'fa'));
  const lexicon = [...(options.lexicon ?? []), ...readGlossary(options.glossary ?? [])];
  const documents: Documents = {
    en: enReadings,
    fa: faReadings,
    facts: lookUpWords(enReadings, faReadings, lexicon),
    enShares: countShares(enReadings),
    faShares: countShares(faReadings),
  };
  return orderPairings(mendPath(passAgain(documents, passFirst(documents)))).map(({ en, fa, confidence }) => ({
    en,
    fa,
    confidence: calibrate(en.length, fa.length, confidence),
  }));
}

interface Documents {
  readonly en: readonly BlockReading[];
  readonly fa: readonly BlockReading[];
  readonly facts: WordFacts;
  readonly enShares: Shares;
  readonly faShares: Shares;
}

interface Pass {
  readonly model: ScoreModel;
  readonly steps: readonly Step[];
}

/** Looks for the likelier beads, around a chain of pairs that share rare words. */
function passFirst(documents: Documents): Pass {
  const { en, fa, facts } = documents;
  const words = buildWordModel(facts);
  const band = buildBand(en.length, fa.length, findWaypoints(words), 5);
  return passOver({ ...documents, band, words, lengths: startLengthModel(en, fa) }, LIKELY_BEADS);
}

/** Looks for all beads, close to the first path where that is sure, with what it teaches. */
function passAgain(documents: Documents, { model, steps }: Pass): Pass {
  const { en, fa, facts } = documents;
  const ownWords = learnOwnWords(facts, steps);
  const pairs = steps.filter(isPair);
  const band = buildBand(
    en.length,
    fa.length,
    pairs.filter((step) => step.probability > 0.9),
    3,
  );
  const lengths = fitLengthModel(
    model.lengths,
    pairs.map((step) => ({ en: en[step.en]!.length, fa: fa[step.fa]!.length, weight: step.probability ** 2 })),
  );
  return passOver(
    { ...documents, band, words: buildWordModel(facts, ownWords), ownWords, lengths },
    fitBeads([...BEADS, ...listLongBeads(en, fa)], steps),
  );
}

function passOver(model: ScoreModel, beads: readonly Bead[]): Pass {
  return { model, steps: findPath(buildLattice(model, beads), TEMPER) };
}

/** Pairs blocks that only moved; those that might have are less surely alone. */
function mendPath({ model, steps }: Pass): Pairing[] {
  const pairings = steps.flatMap(toPairings);
  const enAlone = pairings.filter((unit) => unit.fa.length === 0).flatMap((unit) => unit.en);
  const faAlone = pairings.filter((unit) => unit.en.length === 0).flatMap((unit) => unit.fa);
  const { sure, doubtful } = findMoved(model, enAlone, faAlone, TEMPER);
  const chanceMoved = {
    en: new Map(doubtful.flatMap(({ en, probability }) => en.map((index) => [index, probability]))),
    fa: new Map(doubtful.flatMap(({ fa, probability }) => fa.map((index) => [index, probability]))),
  };
  const moved = { en: new Set(sure.flatMap((unit) => unit.en)), fa: new Set(sure.flatMap((unit) => unit.fa)) };
  const filled = pairGaps(model, steps, (side, block) => moved[side].has(block));
  const taken = {
    en: new Set([...moved.en, ...filled.flatMap((unit) => unit.en)]),
    fa: new Set([...moved.fa, ...filled.flatMap((unit) => unit.fa)]),
  };
  const kept = pairings.flatMap((unit): Pairing[] => {
    if (unit.en.length > 0 && unit.fa.length > 0) return [unit];
    const lang = unit.en.length > 0 ? 'en' : 'fa';
    const index = unit[lang][0]!;
    if (taken[lang].has(index)) return [];
    return [{ ...unit, confidence: unit.confidence * (1 - (chanceMoved[lang].get(index) ?? 0)) }];
  });
  return [...kept, ...filled, ...sure.map(({ en, fa, probability }) => ({ en, fa, confidence: probability }))];
}

/** A Persian block without English follows the Persian block before it. */
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

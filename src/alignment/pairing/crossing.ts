import { selectBlocks } from '../words/word-model.ts';
import { buildBand } from './band.ts';
import type { Bead } from './beads.ts';
import { buildLattice, findPath } from './lattice.ts';
import { selectOwnWords } from './own-words.ts';
import type { ScoreModel } from './unit-score.ts';
import { findWaypoints } from './waypoints.ts';

/** Blocks that the monotone path left alone are likelier alone than paired, unless they moved together. */
const BEADS: readonly Bead[] = [
  { en: 1, fa: 1, prior: 0.3 },
  { en: 1, fa: 0, prior: 0.3 },
  { en: 0, fa: 1, prior: 0.3 },
  { en: 2, fa: 1, prior: 0.01 },
  { en: 1, fa: 2, prior: 0.01 },
];

/** In nats, for blocks which are together in both texts to be taken for moved ones. */
const COST_OF_MOVING = 8;
/** A passage may move within a moved passage; deeper nests have not been seen. */
const ROUNDS = 3;

export interface MovedUnit {
  readonly en: readonly number[];
  readonly fa: readonly number[];
  readonly probability: number;
}

export interface Moves {
  readonly sure: readonly MovedUnit[];
  readonly doubtful: readonly MovedUnit[];
}

/** Pairs blocks that are alone on both sides, as sections do that one edition has in another place. */
export function findMoved(
  around: ScoreModel,
  enAlone: readonly number[],
  faAlone: readonly number[],
  temper: number,
): Moves {
  const sure: MovedUnit[] = [];
  let doubtful: readonly MovedUnit[] = [];
  let [enLeft, faLeft] = [enAlone, faAlone];
  for (let round = 0; round < ROUNDS && enLeft.length > 0 && faLeft.length > 0; round++) {
    const moves = pairAlone(around, enLeft, faLeft, temper);
    doubtful = moves.doubtful;
    if (moves.sure.length === 0) break;
    sure.push(...moves.sure);
    const used = { en: new Set(sure.flatMap((unit) => unit.en)), fa: new Set(sure.flatMap((unit) => unit.fa)) };
    enLeft = enLeft.filter((index) => !used.en.has(index));
    faLeft = faLeft.filter((index) => !used.fa.has(index));
  }
  return { sure, doubtful };
}

function pairAlone(around: ScoreModel, enAlone: readonly number[], faAlone: readonly number[], temper: number): Moves {
  const en = enAlone.map((index) => around.en[index]!);
  const fa = faAlone.map((index) => around.fa[index]!);
  const words = selectBlocks(around.words, enAlone, faAlone);
  const ownWords = around.ownWords && selectOwnWords(around.ownWords, enAlone, faAlone);
  const band = buildBand(en.length, fa.length, findWaypoints(words));
  const lattice = buildLattice({ ...around, en, fa, band, words, ownWords }, BEADS);
  const steps = findPath(lattice, temper).filter(({ bead }) => bead.en > 0 && bead.fa > 0);
  const moves: { sure: MovedUnit[]; doubtful: MovedUnit[] } = { sure: [], doubtful: [] };
  for (let first = 0; first < steps.length; ) {
    // Units that follow one another closely in both texts moved as one passage.
    let last = first + 1;
    const place = (index: number) => ({ en: enAlone[steps[index]!.en]!, fa: faAlone[steps[index]!.fa]! });
    while (
      last < steps.length &&
      Math.abs(place(last).en - place(last - 1).en - (place(last).fa - place(last - 1).fa)) <= 2
    )
      last++;
    const run = steps.slice(first, last);
    // Tags and rules look alike everywhere: they move along with a passage but don't show that it moved.
    const comparable = run.filter((step) => en[step.en]!.type !== 'jsx' && fa[step.fa]!.type !== 'jsx');
    const evidence = comparable.reduce((sum, { bead, score }) => sum + score - Math.log(bead.prior), -COST_OF_MOVING);
    for (const step of run) {
      moves[evidence > 0 ? 'sure' : 'doubtful'].push({
        en: enAlone.slice(step.en, step.en + step.bead.en),
        fa: faAlone.slice(step.fa, step.fa + step.bead.fa),
        probability: step.probability / (1 + Math.exp(-temper * evidence)),
      });
    }
    first = last;
  }
  return moves;
}

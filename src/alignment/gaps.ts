import { buildBand } from './band.ts';
import type { Bead } from './beads.ts';
import { buildLattice, findPath, range, type Step } from './lattice.ts';
import { selectOwn } from './own-words.ts';
import type { Pairing } from './unit.ts';
import type { ScoreModel } from './unit-score.ts';
import { selectBlocks } from './word-model.ts';

/** What stands in the same place of both texts, left alone on both sides, is mostly one free translation. */
const BEADS: readonly Bead[] = [
  { en: 1, fa: 1, prior: 0.6 },
  { en: 2, fa: 1, prior: 0.06 },
  { en: 1, fa: 2, prior: 0.06 },
  { en: 3, fa: 1, prior: 0.02 },
  { en: 1, fa: 3, prior: 0.02 },
  { en: 2, fa: 2, prior: 0.03 },
  { en: 1, fa: 0, prior: Number(process.env.GAPA ?? 0.03) },
  { en: 0, fa: 1, prior: Number(process.env.GAPA ?? 0.03) },
];

/** The surest that such a pair is taken for: an editor is to look at each. */
const SUREST = 0.5;
/** How sure the units before and after must be. */
const SURE_NEIGHBOUR = 0.5;

/** A stretch of both texts that a path left alone on both sides, between two units that it is sure of. */
interface Gap {
  readonly en: readonly number[];
  readonly fa: readonly number[];
}

/** Pairs what a path left alone on both sides between sure units, with low confidence. */
export function pairGaps(around: ScoreModel, steps: readonly Step[], isTaken: (side: 'en' | 'fa', block: number) => boolean): Pairing[] {
  return findGaps(steps)
    .filter(({ en, fa }) => !en.some((i) => isTaken('en', i)) && !fa.some((j) => isTaken('fa', j)))
    .flatMap((gap) => pairGap(around, gap));
}

function findGaps(steps: readonly Step[]): Gap[] {
  const gaps: Gap[] = [];
  const isAlone = ({ bead }: Step) => bead.en === 0 || bead.fa === 0;
  for (let first = 0; first < steps.length; first++) {
    if (!isAlone(steps[first]!)) continue;
    let end = first;
    while (end < steps.length && isAlone(steps[end]!)) end++;
    const run = steps.slice(first, end);
    const [en, fa] = [run.flatMap((s) => range(s.en, s.bead.en)), run.flatMap((s) => range(s.fa, s.bead.fa))];
    const isBounded = [steps[first - 1], steps[end]].every((step) => !step || step.probability > SURE_NEIGHBOUR);
    if (en.length > 0 && fa.length > 0 && isBounded) gaps.push({ en, fa });
    first = end;
  }
  return gaps;
}

function pairGap(around: ScoreModel, gap: Gap): Pairing[] {
  const en = gap.en.map((index) => around.en[index]!);
  const fa = gap.fa.map((index) => around.fa[index]!);
  const words = selectBlocks(around.words, gap.en, gap.fa);
  const own = around.own && selectOwn(around.own, gap.en, gap.fa);
  const lattice = buildLattice({ ...around, en, fa, band: buildBand(en.length, fa.length, []), words, own }, BEADS);
  return findPath(lattice, 1)
    .filter(({ bead }) => bead.en > 0 && bead.fa > 0)
    .map((step) => ({
      en: range(gap.en[step.en]!, step.bead.en),
      fa: range(gap.fa[step.fa]!, step.bead.fa),
      confidence: SUREST * step.probability,
    }));
}

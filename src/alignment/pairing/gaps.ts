import type { Pairing } from '../unit.ts';
import { silenceWords } from '../words/word-model.ts';
import { buildBand } from './band.ts';
import type { Bead } from './beads.ts';
import { LONGEST } from './extents.ts';
import { buildLattice, findPath, range, type Step } from './lattice.ts';
import type { ScoreModel } from './unit-score.ts';

/** Mostly free translations, joined in any number. */
const BEADS: readonly Bead[] = [
  { en: 1, fa: 1, prior: 0.5 },
  { en: 2, fa: 2, prior: 0.05 },
  ...range(2, LONGEST - 1).flatMap((count) => [
    { en: count, fa: 1, prior: 0.1 / (count - 1) },
    { en: 1, fa: count, prior: 0.1 / (count - 1) },
  ]),
  { en: 1, fa: 0, prior: 0.16 },
  { en: 0, fa: 1, prior: 0.16 },
];

/** An editor is to look at each such unit. */
const SUREST = 0.5;
const SURE_NEIGHBOUR = 0.5;

interface Gap {
  readonly en: readonly number[];
  readonly fa: readonly number[];
}

/**
 * Pairs what a path left alone on both sides between sure units, with low confidence. Words have spoken against each
 * such unit, or the path would have it: lengths and kinds decide, for free translations share few words.
 */
export function pairGaps(
  around: ScoreModel,
  steps: readonly Step[],
  isTaken: (side: 'en' | 'fa', block: number) => boolean,
): Pairing[] {
  return findGaps(steps)
    .filter(({ en, fa }) => !en.some((i) => isTaken('en', i)) && !fa.some((j) => isTaken('fa', j)))
    .flatMap((gap) => pairGap(around, gap));
}

function findGaps(steps: readonly Step[]): Gap[] {
  const gaps: Gap[] = [];
  const isAlone = (step: Step | undefined) => step !== undefined && (step.bead.en === 0 || step.bead.fa === 0);
  for (let first = 0; first < steps.length; first++) {
    if (!isAlone(steps[first])) continue;
    let end = first;
    while (isAlone(steps[end])) end++;
    const run = steps.slice(first, end);
    const en = run.flatMap((step) => range(step.en, step.bead.en));
    const fa = run.flatMap((step) => range(step.fa, step.bead.fa));
    const isBounded = [steps[first - 1], steps[end]].every((step) => !step || step.probability > SURE_NEIGHBOUR);
    if (en.length > 0 && fa.length > 0 && isBounded) gaps.push({ en, fa });
    first = end;
  }
  return gaps;
}

function pairGap(around: ScoreModel, gap: Gap): Pairing[] {
  const en = gap.en.map((index) => around.en[index]!);
  const fa = gap.fa.map((index) => around.fa[index]!);
  const words = silenceWords(around.words, en.length, fa.length);
  const band = buildBand(en.length, fa.length, []);
  const steps = findPath(buildLattice({ ...around, en, fa, band, words, ownWords: undefined }, BEADS), 1);
  return steps
    .filter(({ bead }) => bead.en > 0 && bead.fa > 0)
    .map((step) => ({
      en: range(gap.en[step.en]!, step.bead.en),
      fa: range(gap.fa[step.fa]!, step.bead.fa),
      confidence: SUREST * step.probability,
    }));
}

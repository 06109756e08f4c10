import { LONGEST } from './extents.ts';
import type { Step } from './lattice.ts';

/** Consecutive blocks, or the first and last of three. */
export interface Part {
  readonly en: readonly number[];
  readonly fa: readonly number[];
}

export interface Bead {
  readonly en: number;
  readonly fa: number;
  /** Where the blocks are several units: these, by offsets from the first block of each side. */
  readonly parts?: readonly Part[];
  readonly prior: number;
}

/** Priors counted on documents as editors leave them. */
export const BEADS: readonly Bead[] = [
  { en: 1, fa: 1, prior: 0.9 },
  { en: 1, fa: 0, prior: 0.03 },
  { en: 0, fa: 1, prior: 0.03 },
  { en: 2, fa: 1, prior: 0.022 },
  { en: 1, fa: 2, prior: 0.022 },
  { en: 2, fa: 2, prior: 0.0003 },
  { en: 3, fa: 1, prior: 0.0045 },
  { en: 1, fa: 3, prior: 0.0045 },
  { en: 4, fa: 1, prior: 0.0015 },
  { en: 1, fa: 4, prior: 0.0015 },
  { en: 5, fa: 1, prior: 0.0006 },
  { en: 1, fa: 5, prior: 0.0006 },
  { en: 6, fa: 1, prior: 0.0003 },
  { en: 1, fa: 6, prior: 0.0003 },
  { en: 7, fa: 1, prior: 0.0002 },
  { en: 1, fa: 7, prior: 0.0002 },
  { en: 3, fa: 2, prior: 0.0003 },
  { en: 2, fa: 3, prior: 0.0003 },
  { en: 2, fa: 2, prior: 0.004, parts: [part([0], [1]), part([1], [0])] },
  { en: 3, fa: 3, prior: 0.0004, parts: [part([0], [1]), part([1], [2]), part([2], [0])] },
  { en: 3, fa: 3, prior: 0.0004, parts: [part([0], [2]), part([1], [0]), part([2], [1])] },
  { en: 1, fa: 3, prior: 0.0005, parts: [part([0], [0, 2]), part([], [1])] },
  { en: 3, fa: 1, prior: 0.0005, parts: [part([0, 2], [0]), part([1], [])] },
  { en: 2, fa: 3, prior: 0.0002, parts: [part([0], [0, 2]), part([1], [1])] },
  { en: 2, fa: 3, prior: 0.0002, parts: [part([0], [1]), part([1], [0, 2])] },
  { en: 3, fa: 2, prior: 0.0002, parts: [part([0, 2], [0]), part([1], [1])] },
  { en: 3, fa: 2, prior: 0.0002, parts: [part([0, 2], [1]), part([1], [0])] },
  { en: 3, fa: 2, prior: 0.0002, parts: [part([0, 1], [1]), part([2], [0])] },
  { en: 3, fa: 2, prior: 0.0002, parts: [part([0], [1]), part([1, 2], [0])] },
  { en: 2, fa: 3, prior: 0.0002, parts: [part([0], [1, 2]), part([1], [0])] },
  { en: 2, fa: 3, prior: 0.0002, parts: [part([0], [2]), part([1], [0, 1])] },
];

const USUAL_LENGTH = 7;
const LONG_PRIOR = 0.0001;

interface Measured {
  readonly length: number;
}

/** Only for documents in which a block is as long as many of the other side: elsewhere they would cost time. */
export function listLongBeads(en: readonly Measured[], fa: readonly Measured[]): Bead[] {
  const counts = Array.from({ length: LONGEST - USUAL_LENGTH }, (_, k) => USUAL_LENGTH + 1 + k);
  return [
    ...(mayJoinMany(en, fa) ? counts.map((count) => ({ en: count, fa: 1, prior: LONG_PRIOR })) : []),
    ...(mayJoinMany(fa, en) ? counts.map((count) => ({ en: 1, fa: count, prior: LONG_PRIOR })) : []),
  ];
}

const SLACK = 1.4;

function mayJoinMany(parts: readonly Measured[], wholes: readonly Measured[]): boolean {
  const longest = wholes.reduce((most, { length }) => Math.max(most, length), 0);
  let sum = 0;
  for (const [k, { length }] of parts.entries()) {
    sum += length - (parts[k - USUAL_LENGTH - 1]?.length ?? 0);
    if (k >= USUAL_LENGTH && sum <= SLACK * longest) return true;
  }
  return false;
}

export const LIKELY_BEADS = BEADS.filter((bead) => bead.prior >= 0.001);

/** Priors weigh as if counted on this many beads. */
const PRIOR_STRENGTH = 60;

/** With priors from the document itself: some translations are freer than others. */
export function fitBeads(beads: readonly Bead[], steps: readonly Step[]): Bead[] {
  const seen = new Map<string, number>();
  const usual = new Map<string, number>();
  for (const bead of beads) usual.set(nameKind(bead), (usual.get(nameKind(bead)) ?? 0) + bead.prior);
  for (const { bead, probability } of steps) seen.set(nameKind(bead), (seen.get(nameKind(bead)) ?? 0) + probability);
  return beads.map((bead) => {
    const prior = usual.get(nameKind(bead))!;
    const share = ((seen.get(nameKind(bead)) ?? 0) + PRIOR_STRENGTH * prior) / (steps.length + PRIOR_STRENGTH);
    return { ...bead, prior: (bead.prior * share) / prior };
  });
}

function nameKind({ en, fa, parts }: Bead): string {
  if (parts !== undefined) return 'crosswise';
  if (en === 0 || fa === 0) return 'alone';
  return en === 1 && fa === 1 ? 'pair' : 'joined';
}

function part(en: readonly number[], fa: readonly number[]): Part {
  return { en, fa };
}

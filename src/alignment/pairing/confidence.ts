/**
 * Posteriors are too sure where the model leaves something out: a logistic curve for each kind of unit corrects them
 * (Platt 1999). Fitted to some 45,000 units, then shifted by 1.5 towards caution: an editor loses less by looking at a
 * right unit than by missing a wrong one. See docs/alignment.md.
 */
const CURVES = {
  pair: { shift: -1.3, slope: 1.12 },
  joined: { shift: 0.2, slope: 0.74 },
  alone: { shift: -0.8, slope: 0.75 },
} as const;

const SUREST = 0.9999;

/** How likely a unit of this many English and Persian blocks is right, whose posterior is given. */
export function calibrate(enCount: number, faCount: number, posterior: number): number {
  const kind = enCount === 0 || faCount === 0 ? 'alone' : enCount + faCount === 2 ? 'pair' : 'joined';
  const clipped = Math.max(1 - SUREST, Math.min(SUREST, posterior));
  const { shift, slope } = CURVES[kind];
  return 1 / (1 + Math.exp(-(shift + slope * Math.log(clipped / (1 - clipped)))));
}

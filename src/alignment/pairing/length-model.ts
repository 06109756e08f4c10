export interface LengthModel {
  /** Mean of ln(Persian characters / English characters). */
  readonly ratio: number;
  /** Factor on the usual spread around `ratio`. */
  readonly spread: number;
  readonly background: number;
}

interface Measured {
  readonly length: number;
}

/** Share of true pairs whose lengths say nothing: notes, abridged passages. */
const OUTLIERS = 0.03;
/** Genres range from .85 (law) to 1.07. */
const USUAL_RATIO = Math.log(0.98);

export function startLengthModel(en: readonly Measured[], fa: readonly Measured[]): LengthModel {
  const logs = [...en, ...fa].filter(({ length }) => length > 0).map(({ length }) => logLength(length));
  const mean = logs.reduce((sum, value) => sum + value, 0) / Math.max(1, logs.length);
  const variance = logs.reduce((sum, value) => sum + (value - mean) ** 2, 0.25) / Math.max(1, logs.length);
  const [enTotal, faTotal] = [en, fa].map((blocks) => blocks.reduce((sum, { length }) => sum + length, 0)) as [
    number,
    number,
  ];
  // The totals count at most as eight blocks would: whole sections may be missing.
  const whole = Math.max(-0.25, Math.min(0.25, Math.log((faTotal + 100) / (enTotal + 100))));
  return {
    ratio: 0.6 * USUAL_RATIO + 0.4 * whole,
    spread: 1.15,
    background: Math.max(0.5, Math.min(1.5, Math.sqrt(2 * variance))),
  };
}

export function fitLengthModel(
  start: LengthModel,
  pairs: readonly { readonly en: number; readonly fa: number; readonly weight: number }[],
): LengthModel {
  // Inverse-variance mean; the prior is as strong as the differences between genres.
  let [sum, mass] = [start.ratio / 0.08 ** 2, 1 / 0.08 ** 2];
  for (const { en, fa, weight } of pairs) {
    const deviation = Math.max(-0.5, Math.min(0.5, logRatio(en, fa) - start.ratio));
    const precision = weight / usualSpread(en) ** 2;
    sum += precision * (start.ratio + deviation);
    mass += precision;
  }
  const ratio = sum / mass;
  let [squares, count] = [20, 20];
  for (const { en, fa, weight } of pairs) {
    squares += weight * Math.min(9, ((logRatio(en, fa) - ratio) / usualSpread(en)) ** 2);
    count += weight;
  }
  return { ...start, ratio, spread: Math.max(0.6, Math.min(1.8, Math.sqrt(squares / count))) };
}

/** Log-likelihood ratio; lengths as logarithms. */
export function scoreLength(model: LengthModel, enLog: number, enSpread: number, faLog: number): number {
  const deviation = faLog - enLog - model.ratio;
  const near = density(deviation, model.spread * enSpread);
  const far = density(deviation, model.background);
  return Math.log(((1 - OUTLIERS) * near) / far + OUTLIERS);
}

/** Three times as long as it should be, or a third, or far longer than such texts ever are. */
export function isFarOff(model: LengthModel, enLog: number, enSpread: number, faLog: number): boolean {
  return Math.abs(faLog - enLog - model.ratio) > Math.min(1.1, 4.5 * model.spread * enSpread);
}

/** Short lengths are held for less different than they are. */
export function logLength(length: number): number {
  return Math.log(length + 2);
}

function logRatio(en: number, fa: number): number {
  return logLength(fa) - logLength(en);
}

/** .26 below 40 characters, .11 above 250 (measured on 740 documents). */
export function usualSpread(en: number): number {
  return Math.sqrt(0.01 + 1.44 / (en + 2));
}

function density(deviation: number, spread: number): number {
  return Math.exp(-((deviation / spread) ** 2) / 2) / spread;
}

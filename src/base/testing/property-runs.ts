/**
 * How often a property is tried, and with which seed. The seed is fixed, so that a failure is always of the change at
 * hand; with `PROPERTY_RUNS=10000` it is another one each time, or that of `PROPERTY_SEED`.
 * @param usual runs where nobody asks for more
 */
export function choosePropertyRuns(usual: number): { numRuns: number; seed?: number } {
  const { PROPERTY_RUNS: runs, PROPERTY_SEED: seed = runs ? undefined : '20261129' } = process.env;
  return { numRuns: Number(runs ?? usual), ...(seed === undefined ? {} : { seed: Number(seed) }) };
}

import fc from 'fast-check';

/**
 * Properties are tried with one seed, so that a failure is always of the change at hand; where `PROPERTY_RUNS` asks for
 * many runs, with another seed each time, or that of `PROPERTY_SEED`.
 */
const { PROPERTY_RUNS: runs, PROPERTY_SEED: seed = runs ? undefined : '20261129' } = process.env;

if (seed !== undefined) fc.configureGlobal({ seed: Number(seed) });

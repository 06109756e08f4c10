import fc from 'fast-check';

/** One seed, so that a failure is of the change at hand; where `PROPERTY_RUNS` is set, another each time. */
const { PROPERTY_RUNS: runs, PROPERTY_SEED: seed = runs ? undefined : '20261129' } = process.env;

if (seed !== undefined) fc.configureGlobal({ seed: Number(seed) });

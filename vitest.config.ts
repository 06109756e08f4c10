import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

// The tests, and the builds and commands that they run, have settings of their own, whatever this publication has set.
process.env.BEYT_CONFIG ??= fileURLToPath(new URL('tests/support/beyt.config.ts', import.meta.url));

// Commands that tests start take half as long where Node keeps what it compiled, as their scripts have it do.
process.env.NODE_COMPILE_CACHE ??= fileURLToPath(new URL('.cache/node', import.meta.url));

/** Tests of one project run side by side, also on two processors: most of them wait for a browser or a build. */
const maxWorkers = 2;
/** Browsers on a busy machine of CI may be late: a test of theirs is tried again there, and the run names it. */
const retry = process.env.CI ? 2 : 0;

/** Two projects read the one site that `tests/support/build-site.ts` builds before them. */
const built = { globalSetup: ['tests/support/build-site.ts'], hookTimeout: 120_000 };

export default defineConfig({
  test: {
    reporters: ['default', './tests/support/count-results.ts'],
    projects: [
      {
        test: {
          name: 'unit',
          maxWorkers,
          // Loading every module anew for every file would take a quarter of the time.
          isolate: false,
          include: ['src/**/*.test.ts', 'bench/**/*.test.ts', 'tests/{cli,sites,search,support}/**/*.test.ts'],
          setupFiles: ['tests/support/property-runs.ts'],
          testTimeout: 30_000,
        },
      },
      {
        test: {
          name: 'dist',
          maxWorkers,
          include: ['tests/dist/**/*.test.ts'],
          setupFiles: ['tests/support/property-runs.ts'],
          testTimeout: 120_000,
          ...built,
        },
      },
      {
        test: {
          name: 'browser',
          maxWorkers,
          retry,
          include: ['tests/browser/**/*.test.ts'],
          testTimeout: 60_000,
          ...built,
          globalSetup: [...built.globalSetup, 'tests/browsers/build-walk.ts'],
        },
      },
      { test: { name: 'own-site', maxWorkers, retry, include: ['tests/own-site/**/*.test.ts'], testTimeout: 300_000 } },
      {
        test: {
          name: 'browsers',
          maxWorkers,
          retry,
          include: ['tests/browsers/**/*.test.ts'],
          testTimeout: 60_000,
          hookTimeout: 120_000,
          globalSetup: ['tests/browsers/build-walk.ts'],
        },
      },
    ],
  },
});

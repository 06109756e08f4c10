import { writeFileSync } from 'node:fs';
import type { Reporter, TestModule } from 'vitest/node';

/** Writes "passed failed" into the file that `BEYT_TEST_RESULTS` names, for `.ci/run`. */
export default class CountResults implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], errors: readonly unknown[]): void {
    const file = process.env.BEYT_TEST_RESULTS;
    if (!file) return;
    let passed = 0;
    let failed = errors.length;
    for (const module of modules) {
      const states = [...module.children.allTests()].map((test) => test.result().state);
      passed += states.filter((state) => state === 'passed').length;
      const own = states.filter((state) => state === 'failed').length;
      // Failures outside of tests count as one.
      failed += own || (module.state() === 'failed' ? 1 : 0);
    }
    writeFileSync(file, `${passed} ${failed}\n`);
  }
}

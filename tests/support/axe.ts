import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults, RunOptions } from 'axe-core';
import type { Page } from 'playwright-core';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** WCAG 2.2 AA, and axe's own good practice. */
const options: RunOptions = {
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
  resultTypes: ['violations'],
};

/** A line each, with the first element that it names. */
export async function findViolations(page: Page): Promise<string[]> {
  await page.evaluate(source);
  const results = (await page.evaluate(
    (o) => (globalThis as unknown as { axe: { run(o: unknown): unknown } }).axe.run(o),
    options,
  )) as AxeResults;
  return results.violations.map(
    ({ id, nodes }) =>
      `${id} (${nodes.length}): ${nodes[0]!.target.join(' ')} ${nodes[0]!.failureSummary?.split('\n')[1] ?? ''}`,
  );
}

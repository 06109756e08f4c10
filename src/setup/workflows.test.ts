import { readFileSync } from 'node:fs';
import { load } from 'js-yaml';
import { expect, test } from 'vitest';
import { formatWorkflow } from './workflows.ts';

const guide = readFileSync('docs/deploying.md', 'utf8');

test.each([
  ['github', 'https://example.github.io/news/'],
  ['gitlab', 'https://example.gitlab.io/news/'],
] as const)('docs/deploying.md shows the workflow for %s as it is written for a new publication', (host, address) => {
  const [, text] = formatWorkflow(host, address)!;
  expect(guide).toContain(`\`\`\`yaml\n${text}\`\`\``);
  expect(load(text)).toBeTypeOf('object');
  expect(text).toMatch(/\.cache/);
});

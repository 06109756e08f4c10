import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { loadContent } from '../../src/content/load.ts';
import type { Finding } from '../../src/errors.ts';
import { loadSettings } from '../../src/settings/load-settings.ts';
import { createPublication } from '../../src/works/publication.ts';

const fixtures = join(import.meta.dirname, '../fixtures');

async function collect(site: string): Promise<readonly Finding[]> {
  const folder = join(fixtures, site);
  const own = existsSync(join(folder, 'beyt.config.ts'));
  const settings = own ? await loadSettings('beyt.config.ts', folder) : undefined;
  const content = await loadContent(folder, { root: folder, settings });
  return createPublication(content, folder).collectFindings();
}

/** Sites that say what is to be found in them: a line each, `file:line:column Name`. */
const sites = readdirSync(fixtures).filter((site) => existsSync(join(fixtures, site, 'expected.txt')));

test.each(sites)('%s', async (site) => {
  const findings = await collect(site);
  const expected = readFileSync(join(fixtures, site, 'expected.txt'), 'utf8')
    .split('\n')
    .filter(Boolean);
  const found = findings.map((f) => `${f.file}:${f.line}:${f.column} ${f.name}`);
  expect([...found].sort()).toEqual([...expected].sort());
  for (const finding of findings) expect(finding.message + finding.hint).not.toMatch(/undefined|\[object/);
});

test('one run lists them all, each file in the order of its lines', async () => {
  const findings = await collect('link-broken');
  expect(findings.map((f) => f.line)).toEqual([...findings.map((f) => f.line)].sort((a, b) => a - b));
});

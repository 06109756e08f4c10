import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { loadContent } from '../content/load.ts';
import { listPageErrors } from './page-errors.ts';
import { createPublication } from './publication.ts';

const en = '/en/timeline.html';
const fa = `/fa/${encodeURIComponent('گاه‌شمار')}.html`;
const both = '/both/timeline.html';
const other = '/en/deep/notes.html';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'beyt-errors-'));
  cpSync('tests/fixtures/many-kinds', root, { recursive: true });
});
afterEach(() => rmSync(root, { recursive: true }));

function breakField(file: string): void {
  const path = join(root, file);
  writeFileSync(path, readFileSync(path, 'utf8').replace(/^title: /m, 'title: S: '));
}

async function list(address: string, found: boolean): Promise<string[]> {
  const publication = createPublication(await loadContent(root, { root }), root);
  return listPageErrors(publication, { address, found }).map(({ file, line, name }) => `${file}:${line} ${name}`);
}

test('an original that cannot be read: at its address, its twin’s and that of both, not on pages of others', async () => {
  breakField('en/timeline.mdx');
  const error = 'en/timeline.mdx:2 FrontmatterUnreadable';
  for (const address of [en, fa, both]) expect(await list(address, false)).toEqual([error]);
  expect(await list(other, true)).toEqual([]);
});

test('a translation of another name that cannot be read: also on its twin, which is still shown', async () => {
  breakField('fa/گاه‌شمار.mdx');
  const error = 'fa/گاه‌شمار.mdx:2 FrontmatterUnreadable';
  expect(await list(en, true)).toEqual([error]);
  for (const address of [fa, both]) expect(await list(address, false)).toEqual([error]);
  expect(await list(other, true)).toEqual([]);
});

test('where no page was found, all that keeps works from being shown, that of the address first', async () => {
  breakField('en/alone.mdx');
  breakField('en/timeline.mdx');
  const [alone, timeline] = ['alone', 'timeline'].map((name) => `en/${name}.mdx:2 FrontmatterUnreadable`);
  expect(await list(en, false)).toEqual([timeline, alone]);
  expect(await list('/en/typo.html', false)).toEqual([alone, timeline]);
});

test.each(['glossary', 'people', 'sections', 'series'])('a broken %s.yaml: on every page', async (name) => {
  writeFileSync(join(root, `${name}.yaml`), 'a: [\n');
  for (const address of [en, '/fa/', '/']) expect((await list(address, true))[0]).toMatch(`${name}.yaml:`);
});

test('what is wrong in a text: on the pages of its work', async () => {
  writeFileSync(
    join(root, 'en/timeline.mdx'),
    `${readFileSync(join(root, 'en/timeline.mdx'), 'utf8')}\n[a](./no.mdx)\n`,
  );
  for (const address of [en, fa, both])
    expect((await list(address, true))[0]).toMatch(/^en\/timeline\.mdx:\d+ LinkBroken$/);
  expect(await list(other, true)).toEqual([]);
});

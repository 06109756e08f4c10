import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createPageWriter } from '../base/write-files.ts';
import { loadContent } from '../content/load.ts';
import type { PreparedWork } from '../works/prepared.ts';
import { createPublication } from '../works/publication.ts';
import { makeWork } from './make-work.ts';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'beyt-make-'));
  for (const lang of ['en', 'fa']) {
    mkdirSync(join(root, lang));
    writeFileSync(
      join(root, lang, 'a.mdx'),
      `---\ntitle: A\ndescription: D\ndate: 2026-01-01\nauthors: [x]\n---\n\nText.\n`,
    );
  }
});
afterEach(() => rmSync(root, { recursive: true }));

test('a work is prepared once for all its pages, and let go when they are made', async () => {
  const publication = createPublication(await loadContent(root), root);
  const [work] = publication.content.works;
  const folder = join(root, 'site');
  const shown: PreparedWork[] = [];
  const press = {
    publication,
    bundleKey: 'bundle',
    folder,
    cacheDir: join(root, 'cache'),
    siteUrl: undefined,
    folds: false,
    inlineOf: () => ({ scripts: [], styles: [] }),
    render: async () => {
      shown.push(publication.prepare(work!));
      return { bytes: Buffer.from('page'), forms: [] };
    },
    write: createPageWriter(folder),
  };
  const pages = ['en/a', 'fa/a', 'both/a'].map((name) => ({ path: `${name}.html`, pathname: `/${name}`, route: '/' }));
  const made = await makeWork(press, work!, pages);
  expect(made.pages.map(({ path }) => path).sort()).toEqual(['both/a.html', 'en/a.html', 'fa/a.html']);
  expect(made.pages.every(({ path }) => existsSync(join(folder, path)))).toBe(true);
  expect(new Set(shown).size).toBe(1);
  expect(publication.prepare(work!)).not.toBe(shown[0]);
});

import { cp, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { editContent } from '../../bench/archive/edit-content.ts';
import { listFiles } from '../../src/base/list-files.ts';
import { startRandom } from '../../src/base/random.ts';
import { runBuild, showcase } from '../support/build-site.ts';

let root: string;
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'beyt-warm-'));
});
afterAll(() => rm(root, { recursive: true, force: true }));

const build = (content: string, outDir: string, cache: string) =>
  runBuild({ CONTENT_DIR: content, OUT_DIR: outDir, BEYT_CACHE: cache, SITE_URL: 'https://beyt.example/' });

async function readFolder(folder: string): Promise<Record<string, string>> {
  const files = listFiles(folder);
  return Object.fromEntries(
    await Promise.all(files.map(async (path) => [path, await readFile(join(folder, path), 'base64')])),
  );
}

test('after any edits a warm build is the cold one, byte for byte, and changes only pages that show the edit', async () => {
  const seeds = fc.array(fc.integer({ min: 1, max: 1e6 }), { minLength: 3, maxLength: 3 });
  let run = 0;
  await fc.assert(
    fc.asyncProperty(seeds, async (edits) => {
      const home = join(root, String(run++));
      const content = join(home, 'content');
      await cp(showcase, content, { recursive: true });
      const [warm, cold] = [join(home, 'warm'), join(home, 'cold')];
      expect((await build(content, warm, join(home, 'cache'))).code).toBe(0);
      let last = await readFolder(warm);
      for (const [i, seed] of edits.entries()) {
        const before = join(home, `before-${i}`);
        await cp(content, before, { recursive: true });
        const edit = editContent(content, startRandom(seed));
        const { code } = await build(content, cold, join(home, `cold-cache-${i}`));
        const warmed = await build(content, warm, join(home, 'cache'));
        expect(warmed.code, edit).toBe(code);
        if (code === 0) {
          // Every page may show a term of the glossary.
          if (!edit.startsWith('glossary')) expect(warmed.output, edit).toMatch(/[1-9]\d* kept/);
          const now = await readFolder(warm);
          expect(now, edit).toEqual(await readFolder(cold));
          const changed = Object.keys({ ...now, ...last }).filter((path) => now[path] !== last[path]);
          // A text shows on its article, the twin and the facing page; in the feed, the index and the manifest.
          if (/^(?:correct|add|swap)/.test(edit)) {
            const pages = changed.filter(
              (path) => !/^(?:manifest\.json|pagefind\/.*|(?:en|fa)\/feed\.xml)$/.test(path),
            );
            expect(pages.length, `${edit}: ${pages}`).toBeLessThanOrEqual(3);
          }
          last = now;
        } else {
          await rm(content, { recursive: true });
          await cp(before, content, { recursive: true });
        }
      }
    }),
    // Each run builds seven times; `npm run bench -- faults --edits 100` goes on for as long as one likes.
    { numRuns: 1, endOnFailure: true },
  );
});

test('a build that had left out search gives the same site with it, and publishes nothing of the way there', async () => {
  const [late, cold, cache] = [join(root, 'late'), join(root, 'at-once'), join(root, 'late-cache')];
  const environment = { CONTENT_DIR: showcase, OUT_DIR: late, BEYT_CACHE: cache };
  expect((await runBuild(environment, ['--without', 'search'])).code).toBe(0);
  expect(listFiles(late).filter((path) => path.startsWith('pagefind/'))).toEqual([]);
  const { code, output } = await runBuild(environment);
  expect(code, output).toBe(0);
  // index.html, 404.html, robots.txt, and what a newsroom adds to src/pages/: such pages have no key to be kept by.
  expect(Number(/^(\d+) pages made/m.exec(output)?.[1])).toBeLessThan(10);
  expect((await runBuild({ ...environment, OUT_DIR: cold, BEYT_CACHE: join(root, 'cold-cache') })).code).toBe(0);
  const site = await readFolder(late);
  expect(site).toEqual(await readFolder(cold));
  expect(Object.keys(site).filter((path) => /\.folded|\.html\.|index\/.*\.html/.test(path))).toEqual([]);
});

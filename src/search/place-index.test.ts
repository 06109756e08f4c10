import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import { expect, onTestFinished, test, vi } from 'vitest';
import { digestBytes } from '../works/digest.ts';
import { foldWork, packFragment, readWords } from './fold-work.ts';
import { placeFragments } from './place-index.ts';

test('a fragment is put in place while Pagefind runs, but not before it is whole', async () => {
  const root = mkdtempSync(join(tmpdir(), 'beyt-place-'));
  onTestFinished(() => rmSync(root, { recursive: true }));
  const [pages, folder, output] = ['pages', 'site', 'pages/index'].map((name) => join(root, name));
  mkdirSync(join(output!, 'fragment'), { recursive: true });
  const urls = { en: 'en/a.html', fa: 'fa/a.html' };
  const units = [{ id: 'k7q2', en: 'The wheel…', fa: 'چرخ‌ها' }];
  const titles = { en: 'Mills', fa: 'آسیاب‌ها' };
  const folded = foldWork({ work: 'a', titles, date: '2024-08-15', original: 'en', urls, units });
  writeFileSync(join(pages!, `${folded.id}.html`), folded.page);
  const content = readWords(folded.page);
  const packed = gzipSync(`pagefind_dcd${JSON.stringify({ url: `/${folded.id}.html`, content })}`);
  const written = join(output!, 'fragment/x_1.pf_fragment');
  writeFileSync(written, packed.subarray(0, 40));

  let end = () => {};
  const done = new Promise<void>((resolve) => {
    end = resolve;
  });
  const told: string[] = [];
  const read = { digest: digestBytes(Buffer.from(content)), fragment: packFragment(folded.page) };
  const run = { read: Promise.resolve(), done };
  const moving = placeFragments(
    { pages: pages!, output: output!, folder: folder! },
    new Map([[folded.id, read]]),
    run,
    (path) => told.push(path),
  );
  await wait(250);
  expect(told).toEqual([]);
  writeFileSync(written, packed);
  await vi.waitFor(() => expect(told).toEqual(['fragment/x_1.pf_fragment']));
  end();
  expect([...(await moving)]).toEqual(told);
  expect(readFileSync(join(folder!, told[0]!))).toEqual(Buffer.from(packFragment(folded.page)));
});

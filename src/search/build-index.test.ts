import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import * as pagefind from 'pagefind';
import { describe, expect, it, vi } from 'vitest';
import { buildSearchIndex } from './build-index.ts';
import type { SearchDocument } from './document.ts';
import { decodeBlocks, type Fragment } from './fragment.ts';

const work = (name: string, en: string, fa: string): SearchDocument => ({
  work: name,
  titles: { en: `On ${name}`, fa: `درباره ${name}` },
  date: '2024-08-15',
  years: { en: '2024', fa: '۱۴۰۳' },
  topics: [{ id: 'language', en: 'Language', fa: 'زبان' }],
  original: 'fa',
  urls: { en: `en/${name}.html`, fa: `fa/${name}.html`, both: `both/${name}.html` },
  units: [{ id: 'k7q2', en, fa }],
});
const works = [
  work('rivers', 'Two rivers meet & part <here>; ___PAGEFIND_ANCHOR___p:1:x', 'دو رود به هم می رسند — و جدا می‌شوند.'),
  work('mills', 'The mill’s wheel…', 'چرخ آسیاب‌ها را  آب \u200b می‌گرداند'),
];

vi.mock('pagefind', { spy: true });

describe('buildSearchIndex', () => {
  it('gives the same bytes for the same works in any order', async () => {
    const one = await buildSearchIndex(works);
    const two = await buildSearchIndex([...works].reverse());
    expect([...two]).toEqual([...one]);
  });

  it('keeps the original words in the fragments', async () => {
    const files = await buildSearchIndex(works);
    const texts = [...files]
      .filter(([path]) => path.endsWith('.pf_fragment'))
      .map(([, bytes]) => JSON.parse(gunzipSync(bytes).toString('utf8').slice(12)) as Fragment)
      .flatMap(decodeBlocks)
      .filter((block) => block.unit === 'k7q2')
      .map((block) => block.text);
    expect(texts).toContain('دو رود به هم می رسند — و جدا می‌شوند.');
    expect(texts).toContain('Two rivers meet & part <here>; ___PAGEFIND_ANCHOR___p:1:x');
  });

  it('names fragments by the text they hold, not only by its folded form', async () => {
    const fragments = async (text: string) =>
      [...(await buildSearchIndex([work('x', text, 'متن')])).keys()].filter((path) => path.endsWith('.pf_fragment'));
    expect(await fragments('One, two')).not.toEqual(await fragments('One two'));
  });

  it('fails where Pagefind counts words otherwise', async () => {
    const { createIndex } = await vi.importActual<typeof pagefind>('pagefind');
    vi.mocked(pagefind.createIndex).mockImplementationOnce(async (config) => {
      const response = await createIndex(config);
      const index = response.index!;
      const add = index.addHTMLFile.bind(index);
      index.addHTMLFile = (file) => add({ ...file, content: file.content.replace('<p>', '<p>one ') });
      return response;
    });
    await expect(buildSearchIndex(works)).rejects.toThrow(/index of "(?:mills|rivers)" has \d+ words and its text \d+/);
  });

  it('writes only what the client reads', async () => {
    const paths = [...(await buildSearchIndex(works)).keys()];
    expect(paths.filter((path) => /ui|highlight|worker|playground/.test(path))).toEqual([]);
    expect(paths).toContain('pagefind/pagefind.js');
    expect(paths).toContain('pagefind/terms.json');
  });

  it('reads an unchanged index from its cache and forgets the one before', async () => {
    const cacheDir = mkdtempSync(join(tmpdir(), 'beyt-index-'));
    try {
      const built = await buildSearchIndex(works, { cacheDir });
      vi.mocked(pagefind.createIndex).mockClear();
      expect([...(await buildSearchIndex(works, { cacheDir }))]).toEqual([...built]);
      expect(pagefind.createIndex).not.toHaveBeenCalled();
      const [first] = readdirSync(cacheDir);
      await buildSearchIndex([works[0]!], { cacheDir });
      expect(readdirSync(cacheDir)).toHaveLength(1);
      expect(readdirSync(cacheDir)).not.toContain(first);
    } finally {
      rmSync(cacheDir, { recursive: true, force: true });
    }
  });
});

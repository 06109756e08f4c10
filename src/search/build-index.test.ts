import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { buildSearchIndex, indexFolder } from './build-index.ts';
import type { SearchDocument } from './document.ts';
import { foldWork, readPage } from './fold-work.ts';
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
  work(
    'rivers',
    'Two rivers meet & part <here>; <!-- or --> ___PAGEFIND_ANCHOR___p:1:x',
    'دو رود به هم می رسند — و جدا می‌شوند.',
  ),
  work('mills', 'The mill’s wheel…', 'چرخ آسیاب‌ها را  آب \u200b می‌گرداند'),
];

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
    expect(texts).toContain('Two rivers meet & part <here>; <!-- or --> ___PAGEFIND_ANCHOR___p:1:x');
  });

  it('foresees how Pagefind names the fragments', async () => {
    const ends = ['$', '%', '½', 'Ⅷ', 'ǅ', 'x_', 'ß', '१', '᎐', 'O’Sullivan', 'كتابٌ', '«نقل»', '(1)', '—'];
    const documents = ends.map((end, i) => work(`w${i}`, `It ends in ${end}`, `به آن ختم می شود ${end}`));
    const names = [...(await buildSearchIndex(documents)).keys()]
      .map((path) => /x_([0-9a-f]+)\.pf_fragment$/.exec(path)?.[1])
      .filter((name) => name !== undefined);
    const foreseen = documents.map(foldWork).map(({ id, page }) => readPage(id, page).name);
    expect(foreseen.sort()).toEqual(names.sort());
  });

  it('takes a name that it has not foreseen, where the words are the same', async () => {
    // Pagefind sets no full stop after a sign for a number that is neither letter nor digit.
    const document = work('x', 'It ends in 𐄇', 'متن');
    const { id, page } = foldWork(document);
    const [name] = [...(await buildSearchIndex([document])).keys()].filter((path) => path.endsWith('.pf_fragment'));
    expect(name).not.toContain(readPage(id, page).name);
  });

  it('names fragments by the text they hold, not only by its folded form', async () => {
    const fragments = async (text: string) =>
      [...(await buildSearchIndex([work('x', text, 'متن')])).keys()].filter((path) => path.endsWith('.pf_fragment'));
    expect(await fragments('One, two')).not.toEqual(await fragments('One two'));
  });

  describe('of a folder', () => {
    let root: string;
    beforeEach(() => {
      root = mkdtempSync(join(tmpdir(), 'beyt-index-'));
    });
    afterEach(() => rmSync(root, { recursive: true, force: true }));
    const fill = (change: (page: string) => string = (page) => page) => {
      for (const { id, page } of works.map(foldWork))
        writeFileSync(join(root, `${id}.html`), change(Buffer.from(page).toString()));
    };

    it('fails where Pagefind counts words otherwise', async () => {
      fill((page) => page.replace('<p>', '<p data-pagefind-ignore>'));
      await expect(indexFolder(root, join(root, 'site'))).rejects.toThrow(
        /index of "(?:mills|rivers)" has \d+ words and its text \d+/,
      );
    });

    it('fails where Pagefind leaves out a work', async () => {
      // With one page that says what is its body, Pagefind skips those that do not.
      let first = true;
      fill((page) => {
        const changed = first ? page : page.replace(' data-pagefind-body', '');
        first = false;
        return changed;
      });
      await expect(indexFolder(root, join(root, 'site'))).rejects.toThrow(/was given 2 works and indexed 1/);
    });

    it('says what Pagefind complains of', async () => {
      fill();
      writeFileSync(join(root, 'index'), 'a file in the way');
      // Which of its threads complains first is not settled.
      await expect(indexFolder(root, join(root, 'site'))).rejects.toThrow(
        /Pagefind failed: .*([Ff]ile exists|Not a directory)/s,
      );
    });

    it('ends when Pagefind has ended, whatever went wrong meanwhile', async () => {
      fill();
      const fail = () => {
        throw new Error('no options');
      };
      await expect(indexFolder(root, join(root, 'site'), fail)).rejects.toThrow('no options');
      expect(existsSync(join(root, 'index/pagefind-entry.json'))).toBe(true);
    });

    it('makes no index of nothing', async () => {
      expect(await indexFolder(root, join(root, 'site'))).toEqual([]);
    });
  });

  it('writes only what the client reads', async () => {
    const paths = [...(await buildSearchIndex(works)).keys()];
    expect(paths.filter((path) => /ui|highlight|worker|playground/.test(path))).toEqual([]);
    expect(paths).toContain('pagefind/pagefind.js');
    expect(paths).toContain('pagefind/terms.json');
  });
});

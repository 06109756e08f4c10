import { mkdtempSync, rmSync } from 'node:fs';
import { cp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import * as pagefindApi from 'pagefind';
import { openAssets } from '../src/assets/assets.ts';
import { writeFiles } from '../src/base/write-files.ts';
import { buildSearchIndex } from '../src/search/build-index.ts';
import type { SearchDocument } from '../src/search/document.ts';
import { openEngine } from '../tests/search/open-index.ts';
import { launchChromium } from '../tests/support/chromium.ts';
import { serveFolder } from '../tests/support/server.ts';
import { type Bitext, createRandom } from './search-words.ts';

const UNITS = 25;

/** 25 units each, cut from texts in turn; each gets a few words of its own. */
export function makeWorks(texts: readonly Bitext[], count: number): SearchDocument[] {
  const pairs = texts.flatMap(({ en, fa }) => fa.map((text, i) => ({ fa: text, en: en[i] ?? '' })));
  const random = createRandom(11);
  return Array.from({ length: count }, (_, n) => {
    const start = Math.floor(random() * pairs.length);
    const units = Array.from({ length: UNITS }, (_, k) => {
      const { en, fa } = pairs[(start + k) % pairs.length]!;
      return { id: `u${k}`, en, fa: k === 0 ? `${fa} شمارهٔ ${n}` : fa };
    });
    const date = new Date(Date.UTC(2015, 0, 1 + n)).toISOString().slice(0, 10);
    return {
      work: `work-${n}`,
      titles: { en: units[0]!.en.slice(0, 60), fa: units[0]!.fa.slice(0, 60) },
      date,
      years: { en: date.slice(0, 4) },
      topics: [{ id: `topic-${n % 12}`, en: `Topic ${n % 12}`, fa: `موضوع ${n % 12}` }],
      authors: [{ id: `person-${n % 30}`, en: `Person ${n % 30}`, fa: `شخص ${n % 30}` }],
      original: n % 2 ? 'fa' : 'en',
      urls: { en: `en/work-${n}.html`, fa: `fa/work-${n}.html`, both: `both/work-${n}.html` },
      units,
    };
  });
}

/** Of made-up words, as frequent as words are (Zipf). */
export function inventTexts(): Bitext[] {
  const random = createRandom(5);
  const invent = (letters: string) =>
    Array.from({ length: 20_000 }, () =>
      Array.from({ length: 2 + Math.floor(random() * 6) }, () => letters[Math.floor(random() * letters.length)]).join(
        '',
      ),
    );
  const words = { en: invent('abcdefghiklmnoprstuw'), fa: invent('ابپتجچحخدرزسشعغفقکگلمنوهی') };
  const write = (lang: 'en' | 'fa') =>
    Array.from({ length: 40 }, () => words[lang][Math.floor(words[lang].length ** random()) - 1]).join(' ');
  const blocks = (lang: 'en' | 'fa') => Array.from({ length: 25 }, () => write(lang));
  return Array.from({ length: 400 }, (_, i) => ({ name: `invented-${i}`, en: blocks('en'), fa: blocks('fa') }));
}

const sum = (files: Iterable<Uint8Array>) => [...files].reduce((total, bytes) => total + bytes.length, 0);
const escapeText = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** Pagefind's own way: one page per edition. */
export async function buildRawSite(works: readonly SearchDocument[]): Promise<ReadonlyMap<string, Uint8Array>> {
  const { index } = await pagefindApi.createIndex();
  const pages = works.flatMap((work) =>
    (['en', 'fa'] as const).map((lang) => {
      const filters = [
        ...work.topics!.map((topic) => `<i data-pagefind-filter="topic:${topic.id}"></i>`),
        ...work.authors!.map((author) => `<i data-pagefind-filter="person:${author.id}"></i>`),
      ];
      const units = work.units.map((unit) => `<p id="${unit.id}">${escapeText(unit[lang] ?? '')}</p>`);
      const body = `<h1>${escapeText(work.titles[lang] ?? '')}</h1>${filters.join('')}${units.join('')}`;
      return { url: work.urls[lang]!, content: `<html lang="${lang}"><body>${body}</body></html>` };
    }),
  );
  for (let from = 0; from < pages.length; from += 200) {
    await Promise.all(pages.slice(from, from + 200).map((page) => index!.addHTMLFile(page)));
  }
  const { files } = await index!.getFiles();
  await pagefindApi.close();
  return new Map(files.map((file) => [`pagefind/${file.path}`, file.content]));
}

async function time<T>(run: () => Promise<T>): Promise<{ seconds: number; value: T }> {
  const start = performance.now();
  const value = await run();
  return { seconds: (performance.now() - start) / 1000, value };
}

const median = (values: readonly number[]) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]!;

function drawQueries(works: readonly SearchDocument[], count: number): string[] {
  const random = createRandom(3);
  const queries: string[] = [];
  while (queries.length < count) {
    const work = works[Math.floor(random() * works.length)]!;
    const unit = work.units[Math.floor(random() * work.units.length)]!;
    const text = (queries.length % 2 ? unit.en : unit.fa) ?? '';
    const words = text.match(/\p{L}[\p{L}\u200c]{3,}/gu) ?? [];
    const word = words[Math.floor(random() * words.length)];
    if (word) queries.push(word);
  }
  return queries;
}

/** Up to the first result: our script, Pagefind's runtime, and what both read. */
async function measureCold(files: ReadonlyMap<string, Uint8Array>, script: Uint8Array, query: string) {
  const index = await openEngine(files);
  const outcome = await index.engine.search(query);
  const { works } = outcome.works.length === 0 && outcome.widen ? await outcome.widen() : outcome;
  await works[0]?.load();
  const reads = index.takeReads();
  await index.close();
  const runtime = files.get('pagefind/pagefind.js')!;
  // Hosts compress text; Pagefind's other files are compressed already.
  const wire = [...reads].map(([path, bytes]) =>
    path.endsWith('.json') ? Math.min(bytes, gzipSync(files.get(`pagefind/${path}`)!).length) : bytes,
  );
  const plain = [...reads.values()].reduce((a, b) => a + b, 0) + runtime.length + script.length;
  const scripts = gzipSync(runtime).length + gzipSync(script).length;
  return { plain, wire: wire.reduce((a, b) => a + b, 0) + scripts };
}

async function measureKeystrokes(
  dist: string,
  files: ReadonlyMap<string, Uint8Array>,
  queries: readonly string[],
): Promise<number[]> {
  const folder = mkdtempSync(join(tmpdir(), 'beyt-keys-'));
  await cp(dist, folder, { recursive: true });
  rmSync(join(folder, 'pagefind'), { recursive: true, force: true });
  await writeFiles(folder, files);
  const server = await serveFolder(folder);
  const browser = await launchChromium();
  try {
    const page = await browser.newPage();
    await page.goto(`${server.url}fa/search.html`);
    const type = (text: string) =>
      page.evaluate(async (value) => {
        const input = document.querySelector<HTMLInputElement>('[data-search-page] input[name=q]')!;
        const results = document.querySelector('[data-search-results]')!;
        const start = performance.now();
        const shown = new Promise<number>((resolve) => {
          const observer = new MutationObserver(() => {
            observer.disconnect();
            resolve(performance.now() - start);
          });
          observer.observe(results, { childList: true });
          setTimeout(() => resolve(Number.NaN), 5000);
        });
        input.value = value;
        input.dispatchEvent(new InputEvent('input', { bubbles: true }));
        return shown;
      }, text);
    const times: number[] = [];
    for (const query of queries) {
      for (const warm of [false, true]) {
        for (let length = 2; length <= query.length; length++) {
          const took = await type(query.slice(0, length));
          if (warm && !Number.isNaN(took)) times.push(took);
        }
      }
    }
    return times;
  } finally {
    await browser.close();
    await server.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

export async function measureSite(texts: readonly Bitext[], count: number, dist: string | undefined) {
  const works = makeWorks(texts, count);
  const raw = await time(() => buildRawSite(works));
  const ours = await time(() => buildSearchIndex(works));
  const data = (files: ReadonlyMap<string, Uint8Array>) =>
    sum([...files].filter(([path]) => /\.pf_|\.json$/.test(path)).map(([, bytes]) => bytes));
  const queries = drawQueries(works, 40);
  const cold = [];
  const assets = await openAssets();
  const script = assets.files.get(assets.searchScript!)!;
  for (const query of queries) cold.push(await measureCold(ours.value, script, query));
  const keys = dist === undefined ? [] : await measureKeystrokes(dist, ours.value, queries.slice(0, 12));
  return {
    seconds: { ours: ours.seconds, raw: raw.seconds },
    bytes: {
      ours: { all: sum(ours.value.values()), index: data(ours.value) },
      raw: { all: sum(raw.value.values()), index: data(raw.value) },
    },
    cold: {
      wire: { median: median(cold.map((c) => c.wire)), most: Math.max(...cold.map((c) => c.wire)) },
      plain: { median: median(cold.map((c) => c.plain)), most: Math.max(...cold.map((c) => c.plain)) },
    },
    keystrokes: keys.length === 0 ? undefined : { count: keys.length, median: median(keys), most: Math.max(...keys) },
  };
}

import * as pagefindApi from 'pagefind';
import { buildSearchIndex } from '../../src/search/build-index.ts';
import type { SearchDocument } from '../../src/search/document.ts';
import { isPersian } from '../../src/search/tokens.ts';
import { openEngine, openIndex } from './open-index.ts';
import { absentPairs, pairNames, pairs, type SpellingPair } from './pairs.ts';

/** How a search did on one pair: whether the text was found, and how many works that do not belong were. */
export interface PairOutcome extends SpellingPair {
  readonly found: boolean;
}

/** Texts of the table as works of one paragraph each. */
export function listPairDocuments(): SearchDocument[] {
  return [...pairs, ...absentPairs].map(({ text }, i) => {
    const lang = isPersian(text) ? 'fa' : 'en';
    return {
      work: `w${i}`,
      titles: { [lang]: `${i}` },
      date: '2024-08-15',
      original: lang,
      urls: { [lang]: `${lang}/w${i}.html` },
      units: [{ id: 'k1', [lang]: text }],
    };
  });
}

/** Our search over the table: for each pair, whether its text was among the works found. */
export async function measureOurs(): Promise<PairOutcome[]> {
  const { engine, close } = await openEngine(await buildSearchIndex(listPairDocuments(), { names: pairNames }));
  const outcomes: PairOutcome[] = [];
  for (const [i, pair] of [...pairs, ...absentPairs].entries()) {
    const outcome = await engine.search(pair.query);
    const { works } = outcome.widen ? await outcome.widen() : outcome;
    const found = await Promise.all(works.map((work) => work.load()));
    outcomes.push({ ...pair, found: found.some((hits) => hits?.work.work === `w${i}`) });
  }
  await close();
  return outcomes;
}

/** Pagefind's files as it makes them from pages. */
export async function buildRaw(pages: readonly { url: string; content: string }[]): Promise<Map<string, Uint8Array>> {
  const { index } = await pagefindApi.createIndex();
  for (const page of pages) await index!.addHTMLFile(page);
  const { files } = await index!.getFiles();
  await pagefindApi.close();
  return new Map(files.map((file) => [`pagefind/${file.path}`, file.content]));
}

/** Pagefind as it comes, over pages with the same texts, one index per language, searched in the text's own. */
export async function measureRaw(): Promise<PairOutcome[]> {
  const outcomes: PairOutcome[] = [];
  for (const lang of ['en', 'fa']) {
    const own = [...pairs, ...absentPairs].filter(({ text }) => isPersian(text) === (lang === 'fa'));
    const pages = own.map(({ text }, i) => {
      return { url: `/w${i}.html`, content: `<html lang="${lang}"><body><h1>${i}</h1><p>${text}</p></body></html>` };
    });
    const { pagefind, close } = await openIndex(await buildRaw(pages));
    for (const [i, pair] of own.entries()) {
      const { results } = await pagefind.search(pair.query, {});
      const urls = await Promise.all(results.map(async (result) => (await result.data()).url));
      outcomes.push({ ...pair, found: urls.some((url) => url.endsWith(`/w${i}.html`)) });
    }
    await close();
  }
  return outcomes;
}

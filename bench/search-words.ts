import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildSearchIndex } from '../src/search/build-index.ts';
import type { SearchDocument } from '../src/search/document.ts';
import { buildRaw } from '../tests/search/measure-pairs.ts';
import { openEngine, openIndex } from '../tests/search/open-index.ts';

export interface Bitext {
  readonly name: string;
  readonly en: readonly string[];
  readonly fa: readonly string[];
}

/** The first is how careful editors print the word. */
export const SPELLINGS = {
  'half-space': (word: string) => word,
  joined: (word: string) => word.replaceAll('\u200c', ''),
  spaced: (word: string) => word.replaceAll('\u200c', ' '),
  'Arabic keyboard': (word: string) => word.replaceAll('ی', 'ي').replaceAll('ک', 'ك'),
} as const;

export type Spelling = keyof typeof SPELLINGS;

/** Means over words. */
export interface WordScores {
  readonly recall: number;
  readonly precision: number;
}

/** `<source>/<document>/{en,fa}.json`; folders made by shuffling others are left out. */
export function readBitexts(folder: string): Bitext[] {
  const read = (path: string) =>
    (JSON.parse(readFileSync(path, 'utf8')) as { text: string }[]).map((block) => block.text);
  return readdirSync(folder, { withFileTypes: true })
    .filter((source) => source.isDirectory() && !source.name.startsWith('syn-'))
    .flatMap((source) =>
      readdirSync(join(folder, source.name)).map((name) => {
        const path = join(folder, source.name, name);
        return { name: `${source.name}-${name}`, en: read(join(path, 'en.json')), fa: read(join(path, 'fa.json')) };
      }),
    );
}

export function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

/** As a reader would compare them, without our fold: no vowel signs, one kind of ی and ک, می with its verb. */
function plainTokens(text: string): string[] {
  return text
    .replace(/[\u064b-\u0652\u0670ـ]/g, '')
    .replaceAll('ي', 'ی')
    .replaceAll('ك', 'ک')
    .replace(/ه(?:\u200cی(?![\p{L}\u200c])|\u0654)|ۀ/gu, 'ه')
    .replace(/(?<![\p{L}\u200c])(ن?می) (?=\p{L})/gu, '$1\u200c')
    .split(/[^\p{L}\p{N}\u200c]+/u)
    .map((token) => token.replace(/^\u200c+|\u200c+$/g, ''))
    .filter((token) => token !== '');
}

/** Of four letters and more, half of them with a half-space inside. */
function drawWords(texts: readonly Bitext[], count: number): string[] {
  const all = [...new Set(texts.flatMap((text) => text.fa.flatMap(plainTokens)))]
    .filter((word) => /^[\p{L}\u200c]{4,}$/u.test(word) && /^\p{Script=Arabic}/u.test(word))
    .sort();
  const random = createRandom(7);
  const draw = (words: string[]) => {
    const drawn: string[] = [];
    while (drawn.length < count / 2) drawn.push(...words.splice(Math.floor(random() * words.length), 1));
    return drawn;
  };
  return [
    ...draw(all.filter((word) => word.includes('\u200c'))),
    ...draw(all.filter((word) => !word.includes('\u200c'))),
  ];
}

/** With its half-spaces, without them, or with spaces in their place. */
function findRelevant(texts: readonly Bitext[], word: string): Set<number> {
  const joined = word.replaceAll('\u200c', '');
  const spaced = ` ${word.replaceAll('\u200c', ' ')} `;
  const relevant = new Set<number>();
  texts.forEach((text, i) => {
    const tokens = text.fa.flatMap(plainTokens);
    const has = tokens.some((token) => token.replaceAll('\u200c', '') === joined);
    if (has || ` ${tokens.join(' ')} `.includes(spaced)) relevant.add(i);
  });
  return relevant;
}

type Search = (query: string) => Promise<Set<number>>;

async function score(words: ReadonlyMap<string, Set<number>>, search: Search): Promise<Record<Spelling, WordScores>> {
  const scores = {} as Record<Spelling, WordScores>;
  for (const [name, spell] of Object.entries(SPELLINGS) as [Spelling, (word: string) => string][]) {
    let [recall, precision] = [0, 0];
    for (const [word, relevant] of words) {
      const found = await search(spell(word));
      const right = [...found].filter((i) => relevant.has(i)).length;
      recall += right / relevant.size;
      precision += found.size === 0 ? 0 : right / found.size;
    }
    scores[name] = { recall: recall / words.size, precision: precision / words.size };
  }
  return scores;
}

/** Persian words, typed in four spellings: ours and Pagefind's own. */
export async function measureWords(
  texts: readonly Bitext[],
  count: number,
): Promise<Record<'ours' | 'raw', Record<Spelling, WordScores>>> {
  const words = new Map(drawWords(texts, count).map((word) => [word, findRelevant(texts, word)]));
  const documents = texts.map((text, i): SearchDocument => {
    const units = text.fa.map((fa, k) => ({ id: `u${k}`, fa }));
    return { work: `${i}`, titles: {}, date: '2024-08-15', original: 'fa', urls: { fa: `${i}` }, units };
  });
  const ours = await openEngine(await buildSearchIndex(documents));
  const ask: Search = async (query) => {
    const outcome = await ours.engine.search(query);
    const { works } = outcome.widen ? await outcome.widen() : outcome;
    const exact = works.filter((work) => !work.widened);
    const hits = await Promise.all((exact.length > 0 ? exact : works).map((work) => work.load()));
    return new Set(hits.flatMap((hit) => (hit ? [Number(hit.work.work)] : [])));
  };
  const pages = texts.map((text, i) => {
    const paragraphs = text.fa.map((fa) => `<p>${fa.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</p>`).join('');
    return { url: `/${i}`, content: `<html lang="fa"><body>${paragraphs}</body></html>` };
  });
  const raw = await openIndex(await buildRaw(pages));
  const askRaw: Search = async (query) => {
    const { results } = await raw.pagefind.search(query, {});
    const urls = await Promise.all(results.map(async (result) => (await result.data()).url));
    return new Set(urls.map((url) => Number(url.replace(/^.*\//, ''))));
  };
  const scores = {
    ours: await score(words, ask),
    raw: await score(words, askRaw),
  };
  await ours.close();
  await raw.close();
  return scores;
}

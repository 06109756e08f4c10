import { remember } from '../base/remember.ts';
import type { Fragment } from '../search/fragment.ts';
import { isUnpronounceable, swapKeyboard } from '../search/keyboard.ts';
import { findPattern, readAtoms } from '../search/match.ts';
import { cutWord, findNearestWord, firstLetters } from '../search/nearest-word.ts';
import { type Edge, type NameIndex, type Pattern, type Plan, planQuery, splitPlan, widenPlan } from '../search/plan.ts';
import { isAskable, parseQuery, type Query } from '../search/query.ts';
import { stemPrefixes, stemWord } from '../search/stem.ts';
import { isPersian } from '../search/tokens.ts';
import { type PairShard, readNames, readVocabulary, type TermsManifest, type WordShard } from '../search/vocabulary.ts';
import { findHits, type Translations, type WorkHits } from '../search/work-hits.ts';
import { follow, intersect, type PagefindOptions, type PagefindResult, type Pages, unite } from './found-pages.ts';

export interface Pagefind {
  search(term: string | null, options: PagefindOptions): Promise<{ results: readonly PagefindResult[] }>;
}

export interface SearchSource {
  readonly pagefind: Pagefind;
  readJson(path: string): Promise<unknown>;
}

/** `load` gives undefined where the page does not hold what the index promised. */
export interface FoundWork {
  readonly score: number;
  readonly sure: boolean;
  /** Found by other forms of the words only. */
  readonly widened: boolean;
  load(): Promise<WorkHits | undefined>;
}

export interface SearchOutcome {
  /** Best first, or newest first; widened ones last. */
  readonly works: readonly FoundWork[];
  readonly suggestions: readonly { readonly query: string; readonly reason: 'keyboard' | 'spelling' }[];
  /** Absent where there is enough. */
  readonly widen?: () => Promise<SearchOutcome>;
}

/** Below this, other forms of the words are let in. */
const FEW = 3;
/** Works read before their number is told, where the index alone cannot be sure. */
const CHECKED = 12;
const MOST_CUTS = 2;

/** Keeps what it has read, so that the next keystroke is cheap. */
export async function createSearchEngine(source: SearchSource): Promise<{
  search(text: string, options?: PagefindOptions & { typing?: boolean }): Promise<SearchOutcome>;
}> {
  const { pagefind } = source;
  const manifest = (await source.readJson('terms.json')) as TermsManifest;
  const names: NameIndex = readNames(manifest);
  const lookups = new Map<string, Promise<Pages>>();
  const shards = new Map<string, Promise<unknown>>();
  const data = new Map<string, Promise<Fragment>>();

  function loadFragment(result: PagefindResult): Promise<Fragment> {
    return remember(data, result.id, () => result.data());
  }

  async function loadWords(letter: string): Promise<WordShard> {
    const path = manifest.words[letter];
    return path === undefined ? '' : ((await remember(shards, path, () => source.readJson(path))) as WordShard);
  }

  async function loadPairs(letter: string): Promise<PairShard> {
    const path = manifest.pairs[letter];
    return path === undefined ? {} : ((await remember(shards, path, () => source.readJson(path))) as PairShard);
  }

  function lookUp(word: string, match: Pattern['match'], options: PagefindOptions): Promise<Pages> {
    const key = JSON.stringify([word, match, options]);
    return remember(lookups, key, () => askPagefind(word, match, options));
  }

  async function askPagefind(word: string, match: Pattern['match'], options: PagefindOptions): Promise<Pages> {
    const [exact, open] = await Promise.all([pagefind.search(`"${word}"`, options), pagefind.search(word, options)]);
    const wanted = match === 'exact' ? exact.results : open.results;
    // Where no word begins so, Pagefind answers with a shorter word instead; one page tells.
    if (match === 'prefix' && exact.results.length === 0 && !(await holds(open.results[0], word))) return new Map();
    // An exact search tells which pages hold the word, but neither its score there nor more than its first place.
    const known = new Map(open.results.map((result) => [result.id, result]));
    return new Map(
      wanted.map((result) => {
        const { score, words } = known.get(result.id) ?? result;
        return [result.id, { score, positions: words, result, sure: true }];
      }),
    );
  }

  async function holds(result: PagefindResult | undefined, prefix: string): Promise<boolean> {
    if (!result) return false;
    const { content } = await loadFragment(result);
    return findPattern(readAtoms(content), { words: [prefix], match: 'prefix' }).length > 0;
  }

  async function findEdge(edge: Edge, options: PagefindOptions): Promise<Pages> {
    if (edge.match === 'stem') {
      const forms = stemPrefixes(edge.words[0]!).map((prefix) => lookUp(prefix, 'prefix', options));
      const pages = (await Promise.all(forms)).reduce((before, next) => unite(before, next));
      return new Map([...pages].map(([id, page]) => [id, { ...page, sure: false }]));
    }
    const last = edge.words.length - 1;
    const words = edge.words.map((word, i) => lookUp(word, i === last ? edge.match : 'exact', options));
    return (await Promise.all(words)).reduce((before, next) => follow(before, next, options));
  }

  async function findPages(plan: Plan, options: PagefindOptions): Promise<Pages> {
    const found = await Promise.all(plan.edges.map((edge) => findEdge(edge, options)));
    const answers: (Pages | undefined)[] = [];
    for (let from = plan.terms - 1; from >= 0; from--) {
      let pages: Pages = new Map();
      plan.edges.forEach((edge, i) => {
        if (edge.from !== from) return;
        const rest = edge.to === plan.terms ? undefined : answers[edge.to];
        pages = unite(pages, rest ? intersect(found[i]!, rest, options) : found[i]!);
      });
      answers[from] = pages;
    }
    return answers[0] ?? new Map();
  }

  async function translate(query: Query): Promise<Translations> {
    const terms = query.words.map(async ({ word }, term) => {
      const stem = stemWord(word);
      const shard = await loadPairs(stem[0] ?? '');
      const pairs = Object.hasOwn(shard, stem) ? shard[stem]! : [];
      return pairs.map((pair) => ({ term, pattern: { words: [stemWord(pair)], match: 'stem' as const } }));
    });
    return (await Promise.all(terms)).flat();
  }

  function offer(pages: Pages, plan: Plan, query: Query, widened = false): FoundWork[] {
    const works = [...pages.values()].map(({ score, sure, result }) => ({
      score,
      sure,
      widened,
      async load() {
        const [fragment, translations] = await Promise.all([loadFragment(result), translate(query)]);
        return findHits(fragment, plan, translations);
      },
    }));
    return works.sort((a, b) => b.score - a.score);
  }

  async function checkWorks(works: FoundWork[]): Promise<FoundWork[]> {
    const unsure = works.filter((work) => !work.sure);
    if (unsure.length > CHECKED) return works;
    const loaded = await Promise.all(unsure.map((work) => work.load()));
    const broken = new Set(unsure.filter((_, i) => loaded[i] === undefined));
    return works.filter((work) => !broken.has(work));
  }

  /** `typing`: nothing is suggested in the middle of a word. */
  async function widen(text: string, query: Query, typing: boolean, options: PagefindOptions): Promise<SearchOutcome> {
    const plan = splitPlan(planQuery(query, names), typing ? [] : await findCuts(query));
    const pages = await findPages(plan, options);
    const works = await checkWorks(offer(pages, plan, query));
    if (works.length >= FEW) return { works, suggestions: [] };
    const wide = widenPlan(plan, query);
    const others = new Map([...(await findPages(wide, options))].filter(([id]) => !pages.has(id)));
    const all = [...works, ...(await checkWorks(offer(others, wide, query, true)))];
    return { works: all, suggestions: all.length > 0 ? [] : await suggest(text, query, options) };
  }

  async function suggest(text: string, query: Query, options: PagefindOptions): Promise<SearchOutcome['suggestions']> {
    const swapped = swapKeyboard(text);
    if (swapped && (isUnpronounceable(text) || (await answers(swapped, options)))) {
      return [{ query: swapped, reason: 'keyboard' }];
    }
    const words = query.words.length > 0 ? query.words : query.phrases.flat().map((word) => ({ word }));
    const nearest = await Promise.all(words.map(({ word }) => suggestWord(word)));
    if (nearest.every((word, i) => word === words[i]!.word)) return [];
    const spelled = nearest.join(' ');
    return (await answers(spelled, options)) ? [{ query: spelled, reason: 'spelling' }] : [];
  }

  /** A keyboard without half-spaces joins words. */
  async function findCuts(query: Query): Promise<[string, string][][]> {
    const words = query.words.map(async ({ word, prefix }) => {
      if (prefix || !isPersian(word)) return [];
      const known = await readWords(word[0]!);
      const cuts = cutWord(word, known);
      const kept = await Promise.all(cuts.map(async ([, rest]) => (await readWords(rest[0]!)).has(rest)));
      return cuts.filter((_, i) => kept[i]).slice(0, MOST_CUTS);
    });
    return Promise.all(words);
  }

  async function readWords(letter: string): Promise<ReadonlySet<string>> {
    return new Set(Array.from(readVocabulary(await loadWords(letter)), ([word]) => word));
  }

  async function suggestWord(word: string): Promise<string> {
    const lists = await Promise.all(firstLetters(word).map(loadWords));
    const vocabulary = lists.flatMap((shard) => [...readVocabulary(shard)]);
    if (vocabulary.some(([known]) => known === word)) return word;
    return findNearestWord(word, vocabulary) ?? word;
  }

  async function answers(text: string, options: PagefindOptions): Promise<boolean> {
    const query = parseQuery(text);
    const pages = await findPages(planQuery(query, names), options);
    return (await checkWorks(offer(pages, planQuery(query, names), query).slice(0, 1))).length > 0;
  }

  return {
    async search(text, { typing = false, ...options } = {}) {
      const query = parseQuery(text, typing);
      if (!isAskable(query)) return { works: [], suggestions: [] };
      const plan = planQuery(query, names);
      const works = await checkWorks(offer(await findPages(plan, options), plan, query));
      if (works.length >= CHECKED || (typing && works.length > 0)) return { works, suggestions: [] };
      return { works, suggestions: [], widen: () => widen(text, query, typing, options) };
    },
  };
}

import { remember } from '../base/remember.ts';
import { foldText } from './fold.ts';
import { mayJoin, type Query } from './query.ts';
import { stemWord } from './stem.ts';
import { isPersian, PAD } from './tokens.ts';

export interface Pattern {
  readonly words: readonly string[];
  readonly match: 'exact' | 'prefix' | 'stem';
}

/** One way to satisfy the query's terms `from`…`to - 1`. */
export interface Edge extends Pattern {
  readonly from: number;
  readonly to: number;
}

/** Edges that match must lead from 0 to `terms`. Several may span the same terms: a name and its translation. */
export interface Plan {
  readonly terms: number;
  readonly edges: readonly Edge[];
}

/** By each folded spelling, written in one piece: the spellings of all forms of the name. */
export type NameIndex = ReadonlyMap<string, readonly string[]>;

export function indexNames(names: readonly (readonly string[])[]): NameIndex {
  const index = new Map<string, string[]>();
  for (const forms of names) {
    for (const form of forms) remember(index, form.replaceAll(' ', ''), () => []).push(...forms);
  }
  return index;
}

export function foldName(forms: readonly string[]): string[] {
  const folded = forms.map((form) =>
    foldText(form)
      .filter((token) => token !== PAD)
      .join(' ')
      .replaceAll('-', ' '),
  );
  return [...new Set(folded)].filter((form) => form !== '');
}

const LONGEST_NAME = 6;

export function planQuery(query: Query, names: NameIndex = new Map()): Plan {
  const edges: Edge[] = [];
  const { words, phrases } = query;
  const addNames = (from: number, to: number, asked: readonly string[]) => {
    for (const form of names.get(asked.join('')) ?? []) {
      if (form !== asked.join(' ')) edges.push({ from, to, words: form.split(' '), match: 'exact' });
    }
  };
  words.forEach((word, i) => {
    edges.push({ from: i, to: i + 1, words: [word.word], match: word.prefix ? 'prefix' : 'exact' });
    if (word.parts) edges.push({ from: i, to: i + 1, words: word.parts, match: word.prefix ? 'prefix' : 'exact' });
    for (let to = i + 1; to <= Math.min(words.length, i + LONGEST_NAME); to++) {
      const span = words.slice(i, to);
      addNames(
        i,
        to,
        span.map((w) => w.word),
      );
      if (span.length < 2 || span.length > 3 || span.some((w) => w.parts)) continue;
      if (!span.every((w, k) => k === 0 || mayJoin(span[k - 1]!, w))) continue;
      const match = span.at(-1)!.prefix ? 'prefix' : 'exact';
      edges.push({ from: i, to, words: [span.map((w) => w.word).join('')], match });
    }
  });
  phrases.forEach((phrase, k) => {
    const from = words.length + k;
    edges.push({ from, to: from + 1, words: phrase, match: 'exact' });
    addNames(from, from + 1, phrase);
    for (let i = 1; i < phrase.length; i++) {
      if (!isPersian(phrase[i - 1]!) || !isPersian(phrase[i]!)) continue;
      const words = [...phrase.slice(0, i - 1), phrase[i - 1]! + phrase[i]!, ...phrase.slice(i + 1)];
      edges.push({ from, to: from + 1, words, match: 'exact' });
    }
  });
  return { terms: words.length + phrases.length, edges };
}

/** Lets a word also be two words in a row: گسترشیافته as گسترش یافته. `cuts` by the query's word. */
export function splitPlan(plan: Plan, cuts: readonly (readonly (readonly [string, string])[])[]): Plan {
  const split = cuts.flatMap((pairs, i) => {
    return pairs.map((words): Edge => ({ from: i, to: i + 1, words, match: 'exact' }));
  });
  return split.length === 0 ? plan : { terms: plan.terms, edges: [...plan.edges, ...split] };
}

export function widenPlan(plan: Plan, query: Query): Plan {
  const wider = plan.edges.flatMap(({ from, to, words }): Edge[] => {
    const [word, ...more] = words;
    if (word === undefined || more.length > 0 || to > query.words.length) return [];
    const stem = stemWord(word);
    const forms: Edge[] = stem.length < 2 ? [] : [{ from, to, words: [stem], match: 'stem' }];
    if (word.length > 2) forms.push({ from, to, words: [word], match: 'prefix' });
    return forms;
  });
  return { terms: plan.terms, edges: [...plan.edges, ...wider] };
}

export function isAnswered(plan: Plan, holds: (edge: Edge) => boolean): boolean {
  const reached = new Set([0]);
  for (const edge of [...plan.edges].sort((a, b) => a.from - b.from)) {
    if (reached.has(edge.from) && !reached.has(edge.to) && holds(edge)) reached.add(edge.to);
  }
  return reached.has(plan.terms);
}

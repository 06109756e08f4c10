import type { Lang } from '../../markdown/block.ts';
import { foldTitle } from '../fold-words.ts';

export interface Declared {
  readonly key: string;
  readonly lang: Lang;
  readonly title: string;
  readonly kind: string;
  readonly group?: { readonly by: string; readonly id: string } | undefined;
  /** The text that its pointer links to, and the title that it names. */
  readonly pointsTo?: string | undefined;
  readonly pointsToTitle?: string | undefined;
}

export interface Pair {
  readonly en: string;
  readonly fa: string;
  /** What says so: `Polylang`, `WPML`, `a link`, `the line at the end`, `content`. */
  readonly by: string;
  /** 0–1; 1 where a person has said so. */
  readonly confidence: number;
  readonly reasons: readonly string[];
}

export interface Contradiction {
  readonly key: string;
  readonly source: string;
  readonly chosen: string;
}

/** By the plugins' groups, then links, then titles. */
export function pairDeclared(texts: readonly Declared[]): { pairs: Pair[]; contradictions: Contradiction[] } {
  const pairs: Pair[] = [];
  const contradictions: Contradiction[] = [];
  const taken = new Map<string, string>();
  const byKey = new Map(texts.map((text) => [text.key, text]));
  const join = (a: Declared, b: Declared, by: string) => {
    const [en, fa] = a.lang === 'en' ? [a, b] : [b, a];
    if (taken.has(en.key) || taken.has(fa.key)) {
      if (taken.get(en.key) === fa.key) return;
      const claimed = taken.has(en.key) ? en : fa;
      contradictions.push({ key: claimed.key, source: by, chosen: taken.get(claimed.key)! });
      return;
    }
    taken.set(en.key, fa.key);
    taken.set(fa.key, en.key);
    pairs.push({ en: en.key, fa: fa.key, by, confidence: 1, reasons: [] });
  };
  const groups = Map.groupBy(
    texts.filter(({ group }) => group),
    ({ group }) => group!.id,
  );
  for (const members of groups.values()) {
    const en = members.filter(({ lang }) => lang === 'en');
    const fa = members.filter(({ lang }) => lang === 'fa');
    for (const a of en) for (const b of fa) join(a, b, a.group!.by);
  }
  for (const text of texts) {
    const other = text.pointsTo ? byKey.get(text.pointsTo) : undefined;
    if (other && other.lang !== text.lang) join(text, other, 'a link');
  }
  const byTitle = Map.groupBy(texts, ({ lang, title }) => `${lang}:${foldTitle(title)}`);
  for (const text of texts) {
    if (!text.pointsToTitle || taken.has(text.key)) continue;
    const found = byTitle.get(`${text.lang === 'en' ? 'fa' : 'en'}:${foldTitle(text.pointsToTitle)}`);
    if (found?.length === 1) join(text, found[0]!, 'the line at the end');
  }
  return { pairs, contradictions };
}

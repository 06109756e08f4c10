import type { Signature } from './signature.ts';

/** `score` is 0–1, for comparing only. */
export interface Likeness {
  readonly other: number;
  readonly score: number;
}

/** Share of texts above which a term says nothing. */
const COMMON = 0.15;
/** … where there are at least so many texts. */
const COMMON_LEAST = 40;

export interface Candidates {
  readonly en: readonly (readonly Likeness[])[];
  readonly fa: readonly (readonly Likeness[])[];
}

/** @param favour how much a pair's dates and kinds speak for it, 0–1; 0 rules it out @param most for each text */
export function findCandidates(
  en: readonly Signature[],
  fa: readonly Signature[],
  favour: (en: number, fa: number) => number,
  most: number,
): Candidates {
  const postings = new Map<string, { docs: number[]; likely: number[] }>();
  for (const [doc, { terms }] of fa.entries())
    for (const [term, likely] of terms) {
      const list = postings.get(term) ?? { docs: [], likely: [] };
      if (list.docs.length === 0) postings.set(term, list);
      list.docs.push(doc);
      list.likely.push(likely);
    }
  const inEnglish = new Map<string, number>();
  for (const { terms } of en) for (const term of terms.keys()) inEnglish.set(term, (inEnglish.get(term) ?? 0) + 1);
  const all = en.length + fa.length;
  const weigh = (term: string): number => {
    const spread = (inEnglish.get(term) ?? 0) + (postings.get(term)?.docs.length ?? 0);
    if (spread > Math.max(COMMON_LEAST, COMMON * all)) return 0;
    return Math.log((all + 1) / (spread + 0.5));
  };
  const weights = new Map<string, number>();
  const weightOf = (term: string): number => {
    const known = weights.get(term);
    if (known !== undefined) return known;
    const weight = weigh(term);
    weights.set(term, weight);
    return weight;
  };
  const norm = ({ terms }: Signature): number => {
    let sum = 0;
    for (const [term, likely] of terms) sum += (likely * weightOf(term)) ** 2;
    return Math.sqrt(sum) || 1;
  };
  const faNorms = Float64Array.from(fa, norm);
  const found: Candidates = { en: en.map(() => []), fa: fa.map(() => []) };
  const scores = new Float64Array(fa.length);
  for (const [doc, signature] of en.entries()) {
    scores.fill(0);
    for (const [term, likely] of signature.terms) {
      const list = postings.get(term);
      const weight = list ? weightOf(term) : 0;
      if (!list || weight === 0) continue;
      const gain = likely * weight * weight;
      for (let k = 0; k < list.docs.length; k++) scores[list.docs[k]!]! += gain * list.likely[k]!;
    }
    const length = norm(signature);
    for (let other = 0; other < fa.length; other++) {
      if (scores[other] === 0) continue;
      const score = (scores[other]! / (length * faNorms[other]!)) * favour(doc, other);
      if (score > 0) {
        keepBest(found.en[doc] as Likeness[], { other, score }, most);
        keepBest(found.fa[other] as Likeness[], { other: doc, score }, most);
      }
    }
  }
  return found;
}

function keepBest(list: Likeness[], one: Likeness, most: number): void {
  if (list.length === most && list.at(-1)!.score >= one.score) return;
  let at = list.length;
  while (at > 0 && list[at - 1]!.score < one.score) at--;
  list.splice(at, 0, one);
  if (list.length > most) list.pop();
}

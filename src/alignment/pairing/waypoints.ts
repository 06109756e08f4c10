import type { WordModel } from '../words/word-model.ts';
import type { Waypoint } from './band.ts';

/** Words in more blocks say too little about where they belong. */
const COMMONEST = 8;
/** In nats, for a pair of blocks to be a waypoint. */
const FAINTEST = 4;

interface Candidate extends Waypoint {
  readonly score: number;
}

/**
 * Pairs of blocks that share rare words, names, numbers or links, as the heaviest chain that rises in both
 * texts. Looks words up in an inverted index, so that its time grows with the text, not with its square.
 */
export function findWaypoints(model: WordModel): Waypoint[] {
  return chainCandidates(findCandidates(model), model.fa.blocks.length);
}

/** For each English block, the Persian blocks that share most with it, wherever they are: two at most. */
export function findCandidates(model: WordModel): Candidate[] {
  const postings: number[][] = model.fa.names.map(() => []);
  for (const [block, words] of model.fa.blocks.entries()) {
    for (const word of words) if (postings[word]!.length <= COMMONEST) postings[word]!.push(block);
  }
  const { start, ids, counts } = model.toFa;
  const candidates: Candidate[] = [];
  const scores = new Float64Array(model.fa.blocks.length);
  let touched: number[] = [];
  for (const [en, words] of model.en.blocks.entries()) {
    touched = [];
    for (const word of words) {
      for (let k = start[word]!; k < start[word + 1]!; k++) {
        const blocks = postings[ids[k]!]!;
        if (blocks.length > COMMONEST) continue;
        const chance = counts[k]! / model.en.seen[word]!;
        if (chance < 0.05) continue;
        const score = chance * Math.log(1 + model.fa.blocks.length / blocks.length);
        for (const fa of blocks) {
          if (scores[fa] === 0) touched.push(fa);
          scores[fa]! += score;
        }
      }
    }
    const best = touched.filter((fa) => scores[fa]! >= FAINTEST).sort((a, b) => scores[b]! - scores[a]! || a - b);
    for (const fa of best.slice(0, 2)) candidates.push({ en, fa, score: scores[fa]! });
    for (const fa of touched) scores[fa] = 0;
  }
  return candidates;
}

/** O(n log n) with a Fenwick tree. */
function chainCandidates(candidates: readonly Candidate[], faCount: number): Waypoint[] {
  const totals = new Float64Array(candidates.length);
  const previous = new Int32Array(candidates.length).fill(-1);
  const tree = new Int32Array(faCount + 1).fill(-1);
  const better = (a: number, b: number): number => (a < 0 || (b >= 0 && totals[b]! > totals[a]!) ? b : a);
  for (let first = 0; first < candidates.length; ) {
    let last = first;
    while (last < candidates.length && candidates[last]!.en === candidates[first]!.en) last++;
    for (let c = first; c < last; c++) {
      let best = -1;
      for (let at = candidates[c]!.fa; at > 0; at -= at & -at) best = better(best, tree[at]!);
      previous[c] = best;
      totals[c] = candidates[c]!.score + (best < 0 ? 0 : totals[best]!);
    }
    for (let c = first; c < last; c++) {
      for (let at = candidates[c]!.fa + 1; at <= faCount; at += at & -at) tree[at] = better(tree[at]!, c);
    }
    first = last;
  }
  let end = -1;
  for (let c = 0; c < candidates.length; c++) end = better(end, c);
  const chain: Waypoint[] = [];
  for (; end >= 0; end = previous[end]!) chain.push(candidates[end]!);
  return chain.reverse();
}

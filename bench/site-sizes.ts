/**
 * `npm run bench -- site-sizes SETS`: what learning from other works does, by the site's size and what it publishes.
 * SETS is what `bench/stress-sets.ts` has written. A row per mix and size, a column per kind of text, link F1 cold →
 * learnt.
 */
import { join } from 'node:path';
import type { GoldDocument } from '../src/alignment/evaluation/gold-document.ts';
import { addScores, f1, NO_SCORE, scoreDocument } from '../src/alignment/evaluation/score.ts';
import { align } from '../src/alignment/pairing/align.ts';
import type { Pairing } from '../src/alignment/unit.ts';
import { leaveOut } from '../src/alignment/words/lexicon.ts';
import { learnSiteLexicon } from '../src/alignment/words/site-lexicon.ts';
import { readGoldFolders } from '../src/cli/read-gold.ts';
import { readSeedLexicon } from '../src/works/read-seed-lexicon.ts';

const KINDS = {
  news: ['news-fas-news-hard'],
  guides: ['md-opensource-hard', 'real-opensource-hard', 'real-hfcourse-hard'],
  stories: ['story-fa-hard'],
  health: ['tico-fa-sentences-hard', 'tico-prs-long-hard'],
} as const;
type Kind = keyof typeof KINDS;
const SIZES = [5, 20, 120, 1000];
const SHORTEST_WORK = 6;

interface Work extends GoldDocument {
  readonly kind: Kind;
  readonly cold: readonly Pairing[];
}

const [root] = process.argv.slice(2);
if (root === undefined) throw new Error('usage: npm run bench -- site-sizes SETS');
const seed = readSeedLexicon();

/** Where no unit crosses the cut. */
function cutDocument(document: GoldDocument): GoldDocument[] {
  const works: GoldDocument[] = [];
  let [enFrom, faFrom] = [0, 0];
  for (let en = SHORTEST_WORK; en <= document.en.length; en++) {
    const before = document.gold.filter((unit) => unit.en.length > 0 && unit.en[0]! < en);
    const fa = Math.max(faFrom, ...before.flatMap((unit) => unit.fa.map((index) => index + 1)));
    const isClean = document.gold.every((unit) => {
      const sides = [...unit.en.map((index) => index < en), ...unit.fa.map((index) => index < fa)];
      return sides.every((side) => side === sides[0]);
    });
    const isLast = en === document.en.length;
    if (!isLast && (!isClean || en - enFrom < SHORTEST_WORK || document.en.length - en < SHORTEST_WORK)) continue;
    const faEnd = isLast ? document.fa.length : fa;
    const gold = document.gold
      .filter((unit) => unit.en.every((i) => i >= enFrom && i < en) && unit.fa.every((j) => j >= faFrom && j < faEnd))
      .map((unit) => ({ en: unit.en.map((i) => i - enFrom), fa: unit.fa.map((j) => j - faFrom) }));
    works.push({
      name: `${document.name}-${works.length}`,
      en: document.en.slice(enFrom, en),
      fa: document.fa.slice(faFrom, faEnd),
      gold,
    });
    [enFrom, faFrom] = [en, faEnd];
  }
  return works;
}

function shuffle<T>(list: readonly T[]): T[] {
  const keyed = list.map((item, k) => ({ item, key: ((k + 1) * 2654435761) % 4294967296 }));
  return keyed.sort((a, b) => a.key - b.key).map(({ item }) => item);
}

function score(works: readonly Work[], found: readonly (readonly Pairing[])[], kind: Kind): string {
  let sum = NO_SCORE;
  for (const [k, work] of works.entries())
    if (work.kind === kind) sum = addScores(sum, scoreDocument(found[k]!, work.gold));
  return (100 * f1(sum.linksRight, sum.linksFound, sum.linksGold)).toFixed(2);
}

function alignSites(works: readonly Work[], size: number): Pairing[][] {
  const found: Pairing[][] = [];
  for (let from = 0; from < works.length; from += size) {
    const site = works.slice(from, from + size);
    const { total, parts } = learnSiteLexicon(site.map((work) => ({ ...work, pairings: work.cold })));
    for (const [k, { en, fa }] of site.entries())
      found.push(align(en, fa, { lexicon: leaveOut([...seed, { counts: total, weight: 1 }], parts[k]!) }));
  }
  return found;
}

const kinds = Object.keys(KINDS) as Kind[];
const works = kinds.flatMap((kind) =>
  KINDS[kind]
    .flatMap((name) => readGoldFolders(join(root, name)))
    .flatMap(({ documents }) => documents.flatMap(cutDocument))
    .map((work): Work => ({ ...work, kind, cold: align(work.en, work.fa, { lexicon: seed }) })),
);
const mixes: Record<string, Work[]> = { everything: works };
for (const kind of kinds) mixes[`${kind} only`] = works.filter((work) => work.kind === kind);
mixes['news and stories'] = works.filter(({ kind }) => kind === 'news' || kind === 'stories');
mixes['news and guides'] = works.filter(({ kind }) => kind === 'news' || kind === 'guides');

for (const [name, mix] of Object.entries(mixes)) {
  const dealt = shuffle(mix);
  for (const size of SIZES) {
    if (size > 1.2 * mix.length) continue;
    const found = alignSites(dealt, size);
    const cells = kinds
      .filter((kind) => mix.some((work) => work.kind === kind))
      .map((kind) => {
        const cold = dealt.map((work) => work.cold);
        return `${kind} ${score(dealt, cold, kind)} → ${score(dealt, found, kind)}`;
      });
    console.log(`${name.padEnd(18)} ${String(size).padStart(5)} of ${mix.length} works: ${cells.join(', ')}`);
  }
}

/**
 * `node bench/cross-validate-seed.ts GOLD_ROOT FOLDER… [--cold]` aligns gold from TICO-19 with a seed learnt from the
 * other articles only. `--cold` aligns each document as the only work of its site.
 */
import { join } from 'node:path';
import { alignFolder, scoreFolder } from '../src/alignment/evaluation/evaluate-folder.ts';
import { describeConfidence, shareLinks } from '../src/alignment/evaluation/figures.ts';
import type { GoldDocument } from '../src/alignment/evaluation/gold-document.ts';
import { f1 } from '../src/alignment/evaluation/score.ts';
import type { Lexicon } from '../src/alignment/words/lexicon.ts';
import { learnSiteLexicon } from '../src/alignment/words/site-lexicon.ts';
import { readGoldFolders } from '../src/cli/read-gold.ts';
import { readCommonWords, SEED_WEIGHT } from '../src/works/read-seed-lexicon.ts';

const FOLDS = 4;

const cold = process.argv.includes('--cold');
const [root, ...paths] = process.argv.slice(2).filter((argument) => argument !== '--cold');
if (root === undefined) throw new Error('usage: node bench/cross-validate-seed.ts GOLD_ROOT FOLDER…');

const memory = ['tico-fa', 'tico-prs'].flatMap((name) => readGoldFolders(join(root, name))).flatMap((f) => f.documents);
/** Documents are parts of articles: `pubmed-7-0`, `wikipedia-handpicked-1-3`. */
const nameArticle = (document: GoldDocument): string => /^[a-z-]+-\d+/.exec(document.name)?.[0] ?? document.name;
const articles = [...new Set(memory.map(nameArticle))].sort();
const foldOf = (document: GoldDocument): number => articles.indexOf(nameArticle(document)) % FOLDS;
const seeds = Array.from({ length: FOLDS }, (_, fold): Lexicon => {
  const rest = memory.filter((document) => foldOf(document) !== fold);
  const works = rest.map((document) => ({
    ...document,
    pairings: document.gold.map((unit) => ({ ...unit, confidence: 1 })),
  }));
  return [
    { counts: learnSiteLexicon(works).total, weight: SEED_WEIGHT },
    { counts: readCommonWords(), weight: 1 },
  ];
});

for (const folder of paths.flatMap(readGoldFolders)) {
  const { all } = scoreFolder(alignFolder(folder.documents, (document) => seeds[Math.max(0, foldOf(document))]!, cold));
  const { right, flagged } = describeConfidence(all.judged);
  console.log(
    folder.name.padEnd(28),
    `link F1 ${shareLinks(all).toFixed(2)}`,
    `unit F1 ${(100 * f1(all.unitsRight, all.unitsFound, all.unitsGold)).toFixed(2)}`,
    `perfect ${((100 * all.perfect) / all.documents).toFixed(1)}`,
    `≥ .9 right ${right}`,
    `flagged ${flagged}`,
  );
}

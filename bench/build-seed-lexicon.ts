/** `node bench/build-seed-lexicon.ts GOLD_ROOT` writes tico-19.tsv from gold's folders `tico-fa` and `tico-prs`. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeLexicon } from '../src/alignment/words/seed-lexicon/lexicon-file.ts';
import { learnSiteLexicon } from '../src/alignment/words/site-lexicon.ts';
import { readGoldFolders } from '../src/cli/read-gold.ts';

const [root] = process.argv.slice(2);
if (root === undefined) throw new Error('usage: node bench/build-seed-lexicon.ts GOLD_ROOT');

const documents = ['tico-fa', 'tico-prs']
  .flatMap((name) => readGoldFolders(join(root, name)))
  .flatMap((folder) => folder.documents);
const { total } = learnSiteLexicon(
  documents.map(({ en, fa, gold }) => ({ en, fa, pairings: gold.map((unit) => ({ ...unit, confidence: 1 })) })),
);
const text = writeLexicon(total, 0.6);
writeFileSync(new URL('../src/alignment/words/seed-lexicon/tico-19.tsv', import.meta.url), text);
console.log(`${documents.length} documents, ${text.split('\n').length} lines, ${Buffer.byteLength(text)} bytes`);

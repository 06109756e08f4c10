/** `node bench/stress-sets.ts GOLD_ROOT OUT_DIR [DRAW]` writes the documents of `npm run eval:align -- --cross`. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { drawSets } from '../src/alignment/evaluation/draw-sets.ts';
import { readGoldFolders } from '../src/cli/read-gold.ts';
import type { Block } from '../src/markdown/block.ts';

const [root, out, draw = '1'] = process.argv.slice(2);
if (root === undefined || out === undefined || !(Number(draw) >= 1))
  throw new Error('usage: node bench/stress-sets.ts GOLD_ROOT OUT_DIR [DRAW]');

const show = (block: Block) => ({ type: block.type, lvl: block.depth, text: block.text, links: block.links });
for (const set of drawSets(readGoldFolders(root), Number(draw))) {
  for (const { name, en, fa, gold } of set.documents) {
    const folder = join(out, set.name, name);
    mkdirSync(folder, { recursive: true });
    const write = (file: string, value: unknown): void =>
      writeFileSync(join(folder, `${file}.json`), JSON.stringify(value));
    write('en', en.map(show));
    write('fa', fa.map(show));
    write(
      'gold',
      gold.map((unit) => [unit.en, unit.fa]),
    );
  }
}

/** `node --expose-gc bench/align.ts GOLD_ROOT`: processor time (garbage collection included) and memory by length. */
import { join } from 'node:path';
import { align } from '../src/alignment/pairing/align.ts';
import { readGoldFolders } from '../src/cli/read-gold.ts';
import { readSeedLexicon } from '../src/works/read-seed-lexicon.ts';

const [root] = process.argv.slice(2);
if (root === undefined) throw new Error('usage: node --expose-gc bench/align.ts GOLD_ROOT');

const lexicon = readSeedLexicon();
for (const name of ['syn-tico-prs-hard', 'real-opensource']) {
  const { documents } = readGoldFolders(join(root, name))[0]!;
  const en = documents.flatMap((document) => document.en);
  const fa = documents.flatMap((document) => document.fa);
  // Texts repeat where the folder is shorter: the hardest case for a search by words.
  const repeat = <T>(blocks: readonly T[], size: number): T[] =>
    Array.from({ length: size }, (_, k) => blocks[k % blocks.length]!);
  for (let run = 0; run < 5; run++) align(repeat(en, 400), repeat(fa, 400), { lexicon });
  for (const size of [25, 100, 400, 1000, 3000]) {
    const [enBlocks, faBlocks] = [repeat(en, size), repeat(fa, size)];
    const runs = Math.max(2, Math.round(4000 / size));
    globalThis.gc?.();
    const before = process.memoryUsage();
    const start = process.cpuUsage();
    for (let run = 0; run < runs; run++) align(enBlocks, faBlocks, { lexicon });
    const spent = process.cpuUsage(start);
    const seconds = (spent.user + spent.system) / 1e6 / runs;
    const after = process.memoryUsage();
    const grown = (after.heapUsed + after.arrayBuffers - before.heapUsed - before.arrayBuffers) / 2 ** 20;
    console.log(
      `${name.padEnd(18)} ${String(size).padStart(5)} + ${String(size).padStart(4)} blocks`,
      `${(seconds * 1000).toFixed(0).padStart(6)} ms CPU`,
      `${((2 * size) / seconds).toFixed(0).padStart(6)} blocks/s`,
      `heap + ${grown.toFixed(0).padStart(4)} MiB`,
    );
  }
}
console.log(`peak resident ${(process.resourceUsage().maxRSS / 1024).toFixed(0)} MiB`);

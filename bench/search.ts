import { parseArgs } from 'node:util';
import { measureOurs, measureRaw, type PairOutcome } from '../tests/search/measure-pairs.ts';
import { absentPairs, pairs } from '../tests/search/pairs.ts';
import { inventTexts, measureSite } from './search-site.ts';
import { measureWords, readBitexts, SPELLINGS, type Spelling } from './search-words.ts';

const USAGE = `npm run bench -- search [--texts DIR] [--works N] [--dist DIR]
  --texts DIR   real texts, <source>/<document>/{en,fa}.json: adds recall and precision of 200 words
  --works N     size of the site that costs are measured on (1000)
  --dist DIR    a built site, whose search page is timed in Chromium over that many works`;

const kilobytes = (bytes: number) => `${Math.round(bytes / 1000)} kB`;
const table = (rows: readonly (readonly (string | number)[])[]) =>
  rows.map((row) => `| ${row.join(' | ')} |`).join('\n');

async function showPairs(): Promise<void> {
  const [ours, raw] = [await measureOurs(), await measureRaw()];
  const count = (outcomes: readonly PairOutcome[], kind?: string) =>
    outcomes.filter((o) => o.found && (kind === undefined ? o.kind !== 'absent' : o.kind === kind)).length;
  const kinds = [...new Set(pairs.map((pair) => pair.kind))];
  console.log(
    table([
      ['kind', 'pairs', 'ours', 'Pagefind'],
      ['---', '---:', '---:', '---:'],
      ...kinds.map((kind) => {
        return [kind, pairs.filter((pair) => pair.kind === kind).length, count(ours, kind), count(raw, kind)];
      }),
      ['**all**', pairs.length, count(ours), count(raw)],
      ['false hits', absentPairs.length, count(ours, 'absent'), count(raw, 'absent')],
    ]),
  );
  for (const { kind, query, text } of ours.filter((o) => o.found === (o.kind === 'absent'))) {
    console.log(`  wrong (${kind}): ${query} | ${text}`);
  }
}

async function showWords(texts: ReturnType<typeof readBitexts>): Promise<void> {
  const scores = await measureWords(texts, 200);
  const share = (value: number) => value.toFixed(3);
  console.log(
    table([
      ['typed', 'recall', 'precision', 'Pagefind recall', 'Pagefind precision'],
      ['---', '---:', '---:', '---:', '---:'],
      ...(Object.keys(SPELLINGS) as Spelling[]).map((name) => {
        const [ours, raw] = [scores.ours[name], scores.raw[name]];
        return [name, share(ours.recall), share(ours.precision), share(raw.recall), share(raw.precision)];
      }),
    ]),
  );
}

const { values } = parseArgs({
  args: process.argv.slice(2).filter((argument) => argument !== 'search'),
  options: {
    texts: { type: 'string' },
    works: { type: 'string', default: '1000' },
    dist: { type: 'string' },
    help: { type: 'boolean', default: false },
  },
});

if (values.help) {
  console.log(USAGE);
} else {
  console.log('## Spellings\n');
  await showPairs();
  const texts = values.texts === undefined ? undefined : readBitexts(values.texts);
  if (texts) {
    console.log('\n## 200 words in four spellings\n');
    await showWords(texts);
  }
  const works = Number(values.works);
  console.log(`\n## A site of ${works} works\n`);
  const site = await measureSite(texts ?? inventTexts(), works, values.dist);
  const { seconds, bytes, cold, keystrokes } = site;
  console.log(
    table([
      ['', 'ours', 'Pagefind'],
      ['---', '---:', '---:'],
      ['built in', `${seconds.ours.toFixed(1)} s`, `${seconds.raw.toFixed(1)} s`],
      ['index', kilobytes(bytes.ours.index), kilobytes(bytes.raw.index)],
      ['all files', kilobytes(bytes.ours.all), kilobytes(bytes.raw.all)],
    ]),
  );
  const { wire, plain } = cold;
  console.log(
    `first result of a cold search, text compressed: median ${kilobytes(wire.median)}, most ${kilobytes(wire.most)}`,
  );
  console.log(`  nothing compressed: median ${kilobytes(plain.median)}, most ${kilobytes(plain.most)}`);
  if (keystrokes) {
    const { count, median, most } = keystrokes;
    console.log(`warm keystroke to results: median ${median.toFixed(0)} ms, most ${most.toFixed(0)} ms of ${count}`);
  }
}

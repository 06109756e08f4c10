/**
 * `npm run bench -- build [--works 1000,4000] [--runs 3] [--skip Starlight] [--only PATTERN] [--write]` builds an
 * archive of made-up works in every way that an editor meets, and the same Markdown with other generators, each once
 * per round, so that a slow hour of the machine slows all of them. Measurements are kept in the cache, so that a
 * stopped run goes on where it was; `--anew` forgets them. `--only` takes matching rows. `--folder` names the bench's
 * folder: on a file system with a journal, or figures depend on what was deleted in the minute before. `--write` puts
 * the tables into docs/performance.md.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { nameArticle } from './archive/article.ts';
import { generators } from './archive/generators.ts';
import { type Cost, measureCommand, takeMedian } from './archive/measure-command.ts';
import { clearAside, setAside } from './archive/set-aside.ts';
import { archiveSettings, writeArchive } from './archive/write-archive.ts';
import { writePictures } from './archive/write-pictures.ts';
import { replaceSection } from './archive/write-section.ts';
import { measurePictures } from './build-pictures.ts';

const { values: options } = parseArgs({
  options: {
    works: { type: 'string', default: '1000,4000,16000' },
    folder: { type: 'string', default: '.cache/bench' },
    runs: { type: 'string', default: '3' },
    skip: { type: 'string', multiple: true, default: [] },
    only: { type: 'string', default: '' },
    anew: { type: 'boolean', default: false },
    write: { type: 'boolean', default: false },
  },
});

const cache = resolve(options.folder);
const buildCache = join(cache, 'beyt');
const site = { BEYT_CONFIG: archiveSettings, OUT_DIR: join(cache, 'dist'), BEYT_CACHE: buildCache };
const kept = join(cache, 'build-rounds.json');
const runs = Number(options.runs);
mkdirSync(cache, { recursive: true });
if (options.anew) rmSync(kept, { force: true });
const figures: Record<string, Cost[]> = existsSync(kept) ? JSON.parse(readFileSync(kept, 'utf8')) : {};

const isWanted = (works: number, row: string, round: number): boolean =>
  (figures[`${works} ${row}`]?.length ?? 0) <= round && new RegExp(options.only).test(row);

/** Once per round; `before` is not measured. */
function measure(works: number, row: string, round: number, run: () => Cost, before: () => void = () => {}): void {
  if (!isWanted(works, row, round)) return;
  const key = `${works} ${row}`;
  before();
  // What earlier runs have written must be on the disk.
  spawnSync('sync');
  figures[key] ??= [];
  figures[key].push({ ...run(), output: '' });
  writeFileSync(kept, JSON.stringify(figures, null, 1));
  const { wall, cpu, memory } = figures[key].at(-1)!;
  console.log(`${key}: ${wall.toFixed(1)} s, ${cpu.toFixed(1)} s CPU, ${Math.round(memory)} MB`);
}

const script: string[] = JSON.parse(readFileSync('package.json', 'utf8')).scripts.build.split(' ').slice(1);

function measureBeyt(works: number, archive: string, round: number): void {
  const dist = join(cache, 'dist');
  const content = join(archive, 'content');
  const build = (...args: string[]) =>
    measureCommand(process.execPath, [...script, ...args], process.cwd(), {
      ...site,
      CONTENT_DIR: content,
    });
  const forget = () => {
    for (const folder of [buildCache, dist]) setAside(cache, folder);
  };
  const [noSearch, noFacing] = [
    ['--without', 'search'],
    ['--without', 'facing'],
  ];
  let edits = 0;
  const correct = () => {
    const file = join(content, 'fa', `${nameArticle(Math.floor(works / 2))}.mdx`);
    const source = readFileSync(file, 'utf8').replace(/ \(ویرایش \d+\)/, '');
    writeFileSync(file, source.replace(/\.\n\n/, `. (ویرایش ${++edits})\n\n`));
  };
  const restore = () => {
    const file = join(content, 'fa', `${nameArticle(Math.floor(works / 2))}.mdx`);
    writeFileSync(file, readFileSync(file, 'utf8').replace(/ \(ویرایش \d+\)/, ''));
  };
  measure(works, 'Beyt: articles', round, () => build(...noSearch!, ...noFacing!), forget);
  measure(works, 'Beyt: articles and facing pages', round, () => build(...noSearch!), forget);
  // This row and the next begin with a site that is up to date, whatever was built last.
  measure(
    works,
    'Beyt: the same, nothing changed',
    round,
    () => build(...noSearch!),
    () => build(...noSearch!),
  );
  measure(works, 'Beyt: the same, one paragraph corrected', round, () => build(...noSearch!), correct);
  restore();
  measure(works, 'Beyt: whole site with search', round, () => build(), forget);
  const index = join(cache, 'pagefind');
  const pages = ['--site', dist, '--glob', '{en,fa}/work-*.html', '--output-path', index];
  const pagefind = ['node_modules/pagefind/lib/runner/bin.cjs', ...pages];
  measure(
    works,
    'Pagefind alone, over the same articles',
    round,
    () => measureCommand(process.execPath, pagefind, process.cwd()),
    // Pagefind packs no file again that it finds there.
    () => setAside(cache, index),
  );
  measure(
    works,
    'Beyt: whole site, nothing changed',
    round,
    () => build(),
    () => build(),
  );
  measure(works, 'Beyt: whole site, one paragraph corrected', round, () => build(), correct);
  restore();
}

/** Aligning costs what this takes more than the same build with records. */
function measureUnrecorded(works: number, archive: string, round: number): void {
  const records = join(archive, 'content/alignment');
  const aside = join(archive, 'alignment-aside');
  const swap = (from: string, to: string) => measureCommand('mv', [from, to], '.');
  const row = 'Beyt: articles and facing pages, no records';
  if (!isWanted(works, row, round)) return;
  swap(records, aside);
  try {
    const env = { ...site, CONTENT_DIR: join(archive, 'content') };
    measure(
      works,
      row,
      round,
      () => measureCommand(process.execPath, [...script, '--without', 'search'], process.cwd(), env),
      () => setAside(cache, buildCache),
    );
  } finally {
    swap(aside, records);
  }
}

/** Without facing pages and search nothing differs. */
async function measureBeytPictures(works: number, archive: string, round: number): Promise<void> {
  const build = (content: string) =>
    measureCommand(process.execPath, [...script, '--without', 'search'], process.cwd(), {
      ...site,
      CONTENT_DIR: content,
    });
  const content = await writePictures(archive, works);
  const forget = () => {
    for (const folder of [buildCache, join(cache, 'dist')]) setAside(cache, folder);
  };
  const measureRow = (row: string, run: () => Cost, before?: () => void) => measure(works, row, round, run, before);
  await measurePictures(content, works, cache, measureRow, build, forget);
}

const sizes = options.works.split(',').map(Number);
for (const works of sizes) {
  const archive = writeArchive(cache, works);
  const plain = join(archive, 'plain');
  const others = generators
    .filter(({ name }) => !options.skip.includes(name) && new RegExp(options.only).test(name))
    .filter(({ name }) => name !== 'Starlight' || works <= 4000)
    .map(({ name, prepare }) => ({ name, run: prepare(cache, plain) }));
  for (const { name } of others.filter(({ run }) => !run))
    console.log(`${name} is not installed: apt-get install ${name.toLowerCase()}`);
  for (let round = 0; round < runs; round++) {
    for (const { name, run } of others) if (run) measure(works, name, round, run);
    measureBeyt(works, archive, round);
    if (works <= 4000) measureUnrecorded(works, archive, round);
    if (works <= 1000) await measureBeytPictures(works, archive, round);
  }
}

clearAside(cache);

const rows = [...new Set(Object.keys(figures).map((key) => key.replace(/^\d+ /, '')))];
const measured = [...new Set(Object.keys(figures).map((key) => Number(key.split(' ')[0])))].sort((a, b) => a - b);
const cell = (works: number, row: string): string => {
  const costs = figures[`${works} ${row}`];
  if (!costs) return '–';
  const cost = takeMedian(costs);
  const hugo = figures[`${works} Hugo`];
  const ratio = hugo && row !== 'Hugo' ? `, ${(cost.wall / takeMedian(hugo).wall).toFixed(1)}×` : '';
  return `${cost.wall.toFixed(1)} s${ratio}, ${cost.cpu.toFixed(1)} s CPU, ${Math.round(cost.memory).toLocaleString('en')} MB`;
};
const table = [
  `| | ${measured.map((works) => `${works.toLocaleString('en')} works`).join(' | ')} |`,
  `| --- |${' --- |'.repeat(measured.length)}`,
  ...rows.map((row) => `| ${row} | ${measured.map((works) => cell(works, row)).join(' | ')} |`),
].join('\n');
const machine = `${cpus().length} × ${cpus()[0]?.model.trim()}, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.versions.node}.`;
console.log(`\n${machine}\n\n${table}`);
if (options.write) replaceSection('docs/performance.md', 'build', `${machine}\n\n${table}`);

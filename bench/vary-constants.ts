/**
 * `npm run bench -- vary-constants SETS…`: cross-validation of the aligner's constants over kinds of texts. Each is
 * changed in a copy of the code, one at a time, and all sets are aligned anew, each folder as one site, health texts in
 * Dari without the seed. Of each constant the value that does best on three kinds is then tried on the fourth. SETS is
 * what `bench/stress-sets.ts` has written. About half a minute per value and draw.
 */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';

const KINDS = { news: /^news-/, guides: /^(md|real)-/, stories: /^story-/, health: /^tico-prs-/ } as const;
type Kind = keyof typeof KINDS;
const allKinds = Object.keys(KINDS) as Kind[];
/** Mild sets and lists have next to no errors to tell values apart by. */
const WANTED = /-(hard|moved|behind)$/;

interface Constant {
  readonly file: string;
  /** As it is in the code, with `?` for the value. */
  readonly code: string;
  readonly values: readonly [current: string, ...others: string[]];
}

const vary = (file: string, code: string, ...values: [string, ...string[]]): Constant => ({ file, code, values });

const constants: readonly Constant[] = [
  vary('alignment/pairing/word-evidence.ts', 'WORD_WEIGHT = ?;', '0.8', '0.6', '1'),
  vary('alignment/pairing/word-evidence.ts', '{ keeps: ?, share: 0.98 }', '1.15', '1', '1.3'),
  vary('alignment/pairing/word-evidence.ts', '{ keeps: ?, share: 0.02 }', '0.6', '0.45', '0.75'),
  vary('alignment/pairing/word-evidence.ts', '{ keeps: 0.6, share: ? }', '0.02', '0.005', '0.08'),
  vary('alignment/pairing/word-expectations.ts', 'IDLE = ?;', '0.8', '0.6', '1'),
  vary('alignment/words/word-model.ts', 'SHRINKAGE = ?;', '2', '1', '4'),
  vary('alignment/words/word-model.ts', 'const MOST_KEPT = ?;', '0.8', '0.7', '0.9'),
  vary('alignment/words/word-model.ts', 'AGREEMENT_LOSS = ?;', '1.4', '1.2', '1.7'),
  vary('alignment/words/word-model.ts', 'USUAL_SHARE = ?;', '0.6', '0.45', '0.75'),
  vary('alignment/words/word-model.ts', 'DISCOUNT = ?;', '0.25', '0.1', '0.5'),
  vary('alignment/words/word-hints.ts', 'IDENTITY = ?;', '20', '10', '40'),
  vary('alignment/words/word-hints.ts', 'TRANSLITERATION = ?;', '6', '3', '12'),
  vary('alignment/words/word-learning.ts', 'EMPTY = ?;', '0.15', '0.08', '0.3'),
  vary('works/read-seed-lexicon.ts', 'SEED_WEIGHT = ?;', '0.5', '0.25', '1'),
  vary('alignment/pairing/own-words.ts', 'LEAST_SURE = ?;', '0.6', '0.4', '0.8'),
  vary('alignment/pairing/unit-score.ts', 'MARK_WEIGHT = ?;', '0.7', '0.35', '1'),
  vary('alignment/pairing/length-model.ts', 'OUTLIERS = ?;', '0.03', '0.01', '0.09'),
  vary('alignment/pairing/beads.ts', 'PRIOR_STRENGTH = ?;', '60', '30', '120'),
  vary('alignment/pairing/beads.ts', '{ en: 1, fa: 1, prior: ? }', '0.9', '0.7', '1.2'),
  vary('alignment/pairing/beads.ts', '{ en: 2, fa: 2, prior: ? },', '0.0003', '0.0001', '0.001'),
  vary('alignment/pairing/beads.ts', 'prior: ?, parts: [part([0], [1]), part([1], [0])]', '0.004', '0.002', '0.008'),
  vary('alignment/pairing/crossing.ts', 'COST_OF_MOVING = ?;', '8', '6', '11'),
  vary('alignment/pairing/gaps.ts', '{ en: 1, fa: 1, prior: ? }', '0.5', '0.25', '1'),
];

const roots = process.argv.slice(2);
if (roots.length === 0) throw new Error('usage: npm run bench -- vary-constants SETS…');
const folders = roots.flatMap((root) =>
  readdirSync(root)
    .filter((name) => WANTED.test(name))
    .map((name) => join(resolve(root), name)),
);
// Within the project, so that the copy finds its packages.
const copy = resolve('.cache/bench/constants');
rmSync(copy, { recursive: true, force: true });
mkdirSync(copy, { recursive: true });
cpSync('src', join(copy, 'src'), { recursive: true });

type Figures = Readonly<Record<Kind, number>>;

/** Link F1 in percent, the mean over the sets of each kind. */
function evaluate(): Figures {
  const ofKind = (kind: Kind): number => {
    const sets = folders.filter((folder) => KINDS[kind].test(basename(folder)));
    const args = [join(copy, 'src/cli/eval-align.ts'), ...(kind === 'health' ? ['--no-seed'] : []), ...sets];
    const { stdout, stderr, status } = spawnSync(process.execPath, args, { encoding: 'utf8', maxBuffer: 1e8 });
    if (status !== 0) throw new Error(stderr);
    const rows = stdout.split('\n').map((line) => line.split(/\s+/));
    const column = rows[0]!.indexOf('F1');
    const shares = rows.slice(1, 1 + sets.length).map((row) => Number(row[column]));
    return shares.reduce((sum, share) => sum + share, 0) / shares.length;
  };
  return Object.fromEntries(allKinds.map((kind) => [kind, ofKind(kind)])) as unknown as Figures;
}

function evaluateWith({ file, code, values: [current] }: Constant, value: string): Figures {
  const path = join(copy, 'src', file);
  const source = readFileSync(path, 'utf8');
  const [from, to] = [code.replace('?', current), code.replace('?', value)];
  if (source.split(from).length !== 2) throw new Error(`${file} does not have "${from}" once`);
  writeFileSync(path, source.replace(from, to));
  try {
    return evaluate();
  } finally {
    writeFileSync(path, source);
  }
}

const sum = (figures: Figures, kinds: readonly Kind[]): number =>
  kinds.reduce((total, kind) => total + figures[kind], 0);
const show = (difference: number): string => `${difference < 0 ? '−' : '+'}${Math.abs(difference).toFixed(2)}`;

const usual = evaluate();
console.log(`now: ${allKinds.map((kind) => `${kind} ${usual[kind].toFixed(2)}`).join(', ')}\n`);
console.log(`| constant | value | ${allKinds.join(' | ')} | chosen on the others: ${allKinds.join(' | ')} |`);
console.log(`| --- | --- |${' --- |'.repeat(2 * allKinds.length)}`);
for (const constant of constants) {
  const { code, values } = constant;
  const [current, ...others] = values;
  const tried = [
    { value: current, figures: usual },
    ...others.map((value) => ({ value, figures: evaluateWith(constant, value) })),
  ];
  const heldOut = allKinds.map((kind) => {
    const rest = allKinds.filter((other) => other !== kind);
    const best = tried.reduce((a, b) => (sum(b.figures, rest) > sum(a.figures, rest) ? b : a));
    return `${best.value}: ${show(best.figures[kind] - usual[kind])}`;
  });
  for (const { value, figures } of tried.slice(1)) {
    const differences = allKinds.map((kind) => show(figures[kind] - usual[kind]));
    const end = value === tried.at(-1)!.value ? heldOut : allKinds.map(() => '');
    console.log(`| \`${code}\` ${current} | ${value} | ${[...differences, ...end].join(' | ')} |`);
  }
}

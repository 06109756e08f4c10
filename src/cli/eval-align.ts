import { CROSS_COLUMNS, crossValidate, describeCross } from '../alignment/evaluation/cross-validate.ts';
import {
  alignFolder,
  type EvaluatedDocument,
  type FolderScore,
  scoreFolder,
} from '../alignment/evaluation/evaluate-folder.ts';
import { describeConfidence, formatShare, shareLinks } from '../alignment/evaluation/figures.ts';
import { f1 } from '../alignment/evaluation/score.ts';
import type { Lexicon } from '../alignment/words/lexicon.ts';
import { readCommonWords, readSeedLexicon } from '../works/read-seed-lexicon.ts';
import { readGoldFolders } from './read-gold.ts';
import { ArgumentsError, runCommand } from './run-command.ts';

const COLUMNS = [
  'docs',
  'P',
  'R',
  'F1',
  'prose F1',
  'unit P',
  'unit R',
  'unit F1',
  'perfect',
  '≥ .9',
  'right',
  'flagged',
  'finer',
];

const usage = `npm run eval:align -- DIR…    how well the aligner does on gold documents, one row per folder
npm run eval:align -- --cross DIR    cross-validation over kinds of texts: each with what the other kinds teach

A DIR is a document, a folder of documents, or a folder of such folders; the documents of a folder count as the works
of one site. With --cross it is the folder of all gold.

  --cold      each document as the only work of its site
  --no-seed   without the words learnt from TICO-19 (for gold that is itself from there)
  --errors    each unit that gold does not have, with its texts
  --draws N   with --cross: so many draws of each disturbed set, 5 if not said`;

const options = {
  cold: { type: 'boolean', default: false },
  'no-seed': { type: 'boolean', default: false },
  errors: { type: 'boolean', default: false },
  cross: { type: 'boolean', default: false },
  draws: { type: 'string', default: '5' },
} as const;

await runCommand({ name: 'npm run eval:align', usage, options, takesNames: true }, (values, positionals) => {
  if (positionals.length === 0) throw new ArgumentsError('Name a folder of gold documents.');
  if (values.cross) {
    if (positionals.length > 1) throw new ArgumentsError('--cross takes one folder, that of all gold.');
    if (!/^\d+$/.test(values.draws)) throw new ArgumentsError(`--draws takes a number, not "${values.draws}".`);
    printCross(positionals[0]!, Number(values.draws));
    return;
  }
  const seed: Lexicon = values['no-seed'] ? [{ counts: readCommonWords(), weight: 1 }] : readSeedLexicon();
  const folders = positionals.flatMap(readGoldFolders);
  const printRow = createTable(Math.max(6, ...folders.map((folder) => folder.name.length)));
  printRow('folder', COLUMNS);
  for (const folder of folders) {
    const evaluated = alignFolder(folder.documents, () => seed, values.cold);
    if (values.errors) for (const each of evaluated) printErrors(each);
    printRow(folder.name, readFigures(scoreFolder(evaluated)));
  }
  console.log(`
P, R, F1: links between blocks. prose F1: without code, images and components. unit: both sides as in gold.
perfect: documents with every link right. ≥ .9: units the aligner is sure of; right: of these. Percentages.
flagged: of the wrong units, those it is not sure of; finer: the same of those whose links are all in gold, which
only joins them with their neighbours.`);
});

function createTable(width: number): (name: string, cells: readonly string[]) => void {
  return (name, cells) => console.log([name.padEnd(width), ...cells.map((cell) => cell.padStart(8))].join(' '));
}

function printCross(root: string, draws: number): void {
  const printRow = createTable(34);
  printRow('set', CROSS_COLUMNS);
  const seeds = { full: readSeedLexicon(), common: [{ counts: readCommonWords(), weight: 1 }] };
  crossValidate(readGoldFolders(root), draws, seeds, (row) => printRow(`${row.kind}: ${row.name}`, describeCross(row)));
  console.log(`
Link F1 in percent, the mean over the draws, by what was learnt from before: nothing (cold), one kind of texts, or all
kinds but that of the row (others). min: the lowest of the draws. right: of the units of all draws that the aligner is
sure of (≥ .9), with others; flagged: of the wrong ones, those that it is not sure of. Health is aligned without the seed.`);
}

function readFigures({ all, prose }: FolderScore): string[] {
  const { sure, right, flagged, finer } = describeConfidence(all.judged);
  return [
    String(all.documents),
    formatShare(all.linksRight, all.linksFound),
    formatShare(all.linksRight, all.linksGold),
    shareLinks(all).toFixed(2),
    shareLinks(prose).toFixed(2),
    formatShare(all.unitsRight, all.unitsFound),
    formatShare(all.unitsRight, all.unitsGold),
    (100 * f1(all.unitsRight, all.unitsFound, all.unitsGold)).toFixed(2),
    formatShare(all.perfect, all.documents),
    sure,
    right,
    flagged,
    finer,
  ];
}

function printErrors({ document, found }: EvaluatedDocument): void {
  const gold = new Set(document.gold.map(({ en, fa }) => JSON.stringify([en, fa])));
  for (const { en, fa, confidence } of found) {
    if (gold.has(JSON.stringify([en, fa]))) continue;
    const meant = document.gold.filter((g) => g.en.some((x) => en.includes(x)) || g.fa.some((y) => fa.includes(y)));
    const show = (unit: { en: readonly number[]; fa: readonly number[] }): string =>
      `${unit.en.join('+')}|${unit.fa.join('+')}`;
    console.log(`${document.name} ${show({ en, fa })} at ${confidence.toFixed(3)}, gold ${meant.map(show).join(' ')}`);
    for (const index of en) console.log(`  en ${document.en[index]!.type} ${document.en[index]!.text.slice(0, 120)}`);
    for (const index of fa) console.log(`  fa ${document.fa[index]!.type} ${document.fa[index]!.text.slice(0, 120)}`);
  }
}

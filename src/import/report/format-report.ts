import { type Finding, formatFinding } from '../../errors.ts';
import type { ImportReport } from './import-report.ts';
import { formatSettingLines } from './settings-lines.ts';

const MOST_SHOWN = 3;

const MOST_LINES = 30;

/** Errors first, then what there is most of. */
export function groupFindings(findings: readonly Finding[]): [name: string, findings: readonly Finding[]][] {
  const weigh = (list: readonly Finding[]) => (list[0]!.severity === 'error' ? 1e9 : 0) + list.length;
  return [...Map.groupBy(findings, ({ name }) => name)].sort(([, a], [, b]) => weigh(b) - weigh(a));
}

function countPairs({ pairs }: Pick<ImportReport, 'pairs'>): [by: string, count: number][] {
  return [...Map.groupBy(pairs, ({ by }) => by)].map(([by, list]) => [by, list.length]);
}

const FILES: Readonly<Record<string, string>> = {
  people: 'in people.yaml',
  sections: 'in sections.yaml',
  topics: 'topics in glossary.yaml',
};

function countAdded({ added }: Pick<ImportReport, 'added'>): [file: string, count: number][] {
  const byKind = Map.groupBy(added, (name) => name.replace(/\/.*$/, ''));
  return [...byKind].map(([kind, names]) => [FILES[kind]!, names.length]);
}

export function listFigures(
  report: ImportReport,
): readonly [heading: string, counts: readonly (readonly [string, number])[]][] {
  const { texts, files, media, repairs } = report;
  return [
    [
      'Texts',
      [
        ['in English', texts.en],
        ['in Persian', texts.fa],
        ['of them pages', texts.pages],
        ['of them drafts', texts.drafts],
      ],
    ],
    ['Files', Object.entries(files)],
    [
      'Pairs',
      [
        ...countPairs(report).map(([by, count]) => [`by ${by}`, count] as const),
        ['proposed, not joined', report.proposals.length],
      ],
    ],
    [
      'Media',
      [
        ['files found', media.found],
        ['copied', media.copied],
      ],
    ],
    [
      'Repaired',
      [
        ['Arabic letters', repairs.letters],
        ['Arabic digits', repairs.digits],
        ['half-spaces', repairs.halfSpaces],
        ['direction marks', repairs.controls],
        ['letters in fixed shapes', repairs.shapes],
      ],
    ],
    ['Added', countAdded(report)],
    ['Left out', Object.entries(report.leftOut)],
  ];
}

const list = (counts: Iterable<readonly [string, number]>) =>
  [...counts]
    .filter(([, count]) => count > 0)
    .map(([what, count]) => `${count} ${what}`)
    .join(', ') || 'none';

/** @param page where the full report is */
export function formatReport(report: ImportReport, page: string): string {
  const { new: added, updated, unchanged } = report.files;
  const isNothing = added + updated + unchanged === 0;
  const done = isNothing
    ? `Nothing of ${report.source} was imported.`
    : `Imported ${report.source} in ${report.seconds} s.`;
  const lines = [
    report.dryRun ? `What importing ${report.source} would do:` : done,
    '',
    ...listFigures(report).map(([heading, counts]) => `${heading.padEnd(10)} ${list(counts)}`),
    '',
  ];
  for (const [name, findings] of groupFindings(report.findings)) {
    lines.push(`${findings.length} × ${name}`);
    for (const finding of findings.slice(0, MOST_SHOWN)) lines.push(`  ${formatFinding(finding)}`);
    if (findings.length > MOST_SHOWN) lines.push(`  … and ${findings.length - MOST_SHOWN} more`);
  }
  const setting = formatSettingLines(report);
  if (setting.length > 0) {
    lines.push('', 'For beyt.config.ts (add these lines, or join them with those of the same name that are there):');
    lines.push(...setting.slice(0, MOST_LINES).map((line) => `  ${line}`));
    if (setting.length > MOST_LINES) lines.push(`  … and ${setting.length - MOST_LINES} more lines, in the report`);
  }
  lines.push('', `Everything, with links to each place: ${page}`);
  if (!report.dryRun && !isNothing) lines.push('Next: npm run align, then npm run check.');
  return lines.join('\n');
}

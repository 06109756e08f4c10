import { type Finding, formatFinding } from '../../errors.ts';
import type { ImportReport } from './import-report.ts';
import { formatSettingLines } from './settings-lines.ts';

/** Findings of one name shown in full on a terminal; the page has them all. */
const MOST_SHOWN = 3;

/** Lines for the settings shown in full on a terminal. */
const MOST_LINES = 30;

/** Findings by name, errors first, then what there is most of. */
export function groupFindings(findings: readonly Finding[]): [name: string, findings: readonly Finding[]][] {
  const weigh = (list: readonly Finding[]) => (list[0]!.severity === 'error' ? 1e9 : 0) + list.length;
  return [...Map.groupBy(findings, ({ name }) => name)].sort(([, a], [, b]) => weigh(b) - weigh(a));
}

/** Pairs by what joined them. */
export function countPairs({ pairs }: Pick<ImportReport, 'pairs'>): [by: string, count: number][] {
  return [...Map.groupBy(pairs, ({ by }) => by)].map(([by, list]) => [by, list.length]);
}

/** People, sections and topics that were added, by kind. */
export function countAdded({ added }: Pick<ImportReport, 'added'>): [kind: string, count: number][] {
  return [...Map.groupBy(added, (name) => name.replace(/\/.*$/, ''))].map(([kind, names]) => [kind, names.length]);
}

const list = (counts: Iterable<readonly [string, number]>) =>
  [...counts]
    .filter(([, count]) => count > 0)
    .map(([what, count]) => `${count} ${what}`)
    .join(', ') || 'nothing';

/** The report as a terminal shows it. @param page where the report with everything is */
export function formatReport(report: ImportReport, page: string): string {
  const { texts, files, media, repairs } = report;
  const lines = [
    report.dryRun ? `What importing ${report.source} would do:` : `Imported ${report.source} in ${report.seconds} s.`,
    '',
    `Texts      ${list([
      ['in English', texts.en],
      ['in Persian', texts.fa],
    ])}; of these ${list([
      ['pages', texts.pages],
      ['drafts', texts.drafts],
    ])}`,
    `Files      ${list(Object.entries(files))}`,
    `Pairs      ${report.pairs.length}: ${list(countPairs(report).map(([by, count]) => [`by ${by}`, count]))}`,
    `Unsure     ${report.proposals.length} pairs proposed, not joined`,
    `Media      ${media.found} files found, ${media.copied} copied`,
    `Repaired   ${list([
      ['Arabic letters', repairs.letters],
      ['Arabic digits', repairs.digits],
      ['half-spaces', repairs.halfSpaces],
      ['direction marks', repairs.controls],
      ['letters in fixed shapes', repairs.shapes],
    ])}`,
    `Added      ${list(countAdded(report))}`,
    `Left out   ${list(Object.entries(report.leftOut))}`,
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
  if (!report.dryRun) lines.push('Next: npm run align, then npm run check.');
  return lines.join('\n');
}

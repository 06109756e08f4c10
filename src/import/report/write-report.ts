import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { escapeHtml } from '../../base/escape-html.ts';
import { writeFiles } from '../../base/write-files.ts';
import type { Finding } from '../../errors.ts';
import { groupFindings, listFigures } from './format-report.ts';
import type { ImportReport, ReportedPair } from './import-report.ts';
import { formatSettingLines } from './settings-lines.ts';

const linkFile = (file: string, label = file) =>
  `<a href="${escapeHtml(pathToFileURL(resolve(file)).href)}"><bdi>${escapeHtml(label)}</bdi></a>`;
const row = (...cells: readonly string[]) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`;
const table = (head: readonly string[], rows: readonly string[]) =>
  rows.length > 0
    ? `<table><thead><tr>${head.map((h) => `<th>${h}</th>`).join('')}</tr></thead><tbody>${rows.join('\n')}</tbody></table>`
    : '<p>None.</p>';
const counts = (entries: Iterable<readonly [string, number]>) =>
  table(
    ['', ''],
    [...entries].map(([what, n]) => row(escapeHtml(what), String(n))),
  );

const pairRow = ({ en, fa, by, confidence, reasons }: ReportedPair) =>
  row(linkFile(en), linkFile(fa), escapeHtml(by), `${Math.round(100 * confidence)} %`, escapeHtml(reasons.join(', ')));
const findingRow = (f: Finding) =>
  row(linkFile(f.file, `${f.file}:${f.line}:${f.column}`), `<bdi>${escapeHtml(f.message)}</bdi>`);

/** A page that needs nothing but itself. */
function formatReportPage(report: ImportReport): string {
  const groups = groupFindings(report.findings);
  const settings = formatSettingLines(report);
  const bySureness = [...report.pairs].sort((a, b) => a.confidence - b.confidence);
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Import of ${escapeHtml(report.source)}</title>
<style>body{font:16px/1.5 system-ui,sans-serif;max-width:70rem;margin:2rem auto;padding:0 1rem;color:#222;background:#fff}table{border-collapse:collapse;margin:.5rem 0 1.5rem}td,th{border-bottom:1px solid #ccc;padding:.2rem .6rem;text-align:start;vertical-align:top;overflow-wrap:anywhere}summary{cursor:pointer;font-weight:600;margin:.4rem 0}</style></head><body>
<h1>Import of <bdi>${escapeHtml(report.source)}</bdi></h1>
<p>${report.dryRun ? 'A dry run: nothing was written.' : `Took ${report.seconds} s.`}</p>
${listFigures(report)
  .map(([heading, figures]) => `<h2>${heading}</h2>${counts(figures.filter(([, count]) => count > 0))}`)
  .join('\n')}
<h2>What a person must decide</h2>
${groups.map(([name, list]) => `<details><summary>${list.length} × ${name}</summary><p>${escapeHtml(list[0]!.hint)}</p>${table(['Where', 'What'], list.map(findingRow))}</details>`).join('\n') || '<p>Nothing.</p>'}
<h2>Pairs that were not sure enough</h2>${table(['English', 'Persian', 'By', 'Confidence', 'Reasons'], report.proposals.map(pairRow))}
<h2>All pairs</h2>
<details><summary>${report.pairs.length}, the least sure first</summary>${table(['English', 'Persian', 'By', 'Confidence', 'Reasons'], bySureness.map(pairRow))}</details>
<h2>Lines for beyt.config.ts</h2>${settings.length > 0 ? `<p>Add these lines, or join them with those of the same name that are there. Then import again: what was embedded from these hosts is shown.</p><pre>${escapeHtml(settings.join('\n'))}</pre>` : '<p>None.</p>'}
</body></html>
`;
}

export function writeReport(report: ImportReport, folder: string): { html: string } {
  writeFiles(
    folder,
    new Map([
      ['report.json', `${JSON.stringify(report, null, 2)}\n`],
      ['report.html', formatReportPage(report)],
    ]),
  );
  return { html: join(folder, 'report.html') };
}

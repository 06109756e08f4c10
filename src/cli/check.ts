import { parseArgs } from 'node:util';
import { type Finding, formatFinding } from '../errors.ts';
import { readEnvironment } from '../site.ts';
import { alignEntries } from '../works/align-site.ts';
import { isSwitchedOff } from '../works/checks-off.ts';
import { openSite } from '../works/open-site.ts';
import { createPublication } from '../works/publication.ts';
import { findRecordFaults, findUnitFaults } from '../works/record-findings.ts';
import { countOf } from './write-records.ts';

/** Every finding on a content folder: its editions, its records, and the two sides of each unit. In reading order. */
async function collectFindings(contentDir: string): Promise<Finding[]> {
  const site = await openSite(contentDir);
  const aligned = alignEntries(site);
  const findings = [
    ...createPublication(site.content, contentDir).collectFindings(),
    ...findRecordFaults(site, new Map(aligned.map(({ entry, reconciled }) => [entry, reconciled]))),
    ...aligned.flatMap(({ entry, reconciled }) => findUnitFaults(entry, reconciled, site.content.glossary.terms)),
  ];
  const told = findings.filter((finding) => !isSwitchedOff(site.content, finding));
  const unique = new Map(told.map((finding) => [formatFinding(finding), finding]));
  return [...unique.values()].sort(
    (a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : 0) || a.line - b.line || a.column - b.column,
  );
}

const { values } = parseArgs({ options: { json: { type: 'boolean', default: false } } });
const findings = await collectFindings(readEnvironment().contentDir);
const errors = findings.filter((finding) => finding.severity === 'error').length;
if (values.json) console.log(JSON.stringify(findings, null, 2));
else {
  for (const finding of findings) console.log(formatFinding(finding));
  console.log(`${countOf(errors, 'error')}, ${countOf(findings.length - errors, 'warning')}.`);
}
process.exitCode = errors > 0 ? 1 : 0;

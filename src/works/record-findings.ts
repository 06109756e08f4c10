import { existsSync } from 'node:fs';
import { checkUnits } from '../alignment/checks/check-units.ts';
import type { NamedTerm } from '../alignment/checks/unit-check.ts';
import type { Reconciled } from '../alignment/reconcile.ts';
import type { AlignmentRecord } from '../alignment/record.ts';
import { createFinding, type Finding } from '../errors.ts';
import type { Block, Lang } from './block.ts';
import { readCommittedRecords } from './committed-records.ts';
import type { OpenSite, SiteEntry } from './open-site.ts';
import { listRecordFindings, recordPath } from './record-files.ts';

/** Records that are missing, behind, malformed or without a work, and ids that were lost since the last commit. */
export function findRecordFaults(site: OpenSite, reconciled: ReadonlyMap<SiteEntry, Reconciled>): Finding[] {
  const findings: Finding[] = [];
  for (const entry of site.entries) {
    const path = recordPath(site.contentDir, entry.name);
    const result = reconciled.get(entry);
    if (!result) continue;
    if (!existsSync(path)) findings.push(createFinding('RecordMissing', { file: path }, { work: entry.name }));
    else if (result.changed && entry.file?.problems.length === 0)
      findings.push(createFinding('RecordBehind', { file: path }, { work: entry.name }));
  }
  for (const orphan of site.orphans) {
    findings.push(...listRecordFindings(orphan));
    findings.push(createFinding('RecordOrphan', { file: orphan.path }, { work: orphan.work }));
  }
  return [...findings, ...findVanishedIds(site)];
}

function findVanishedIds(site: OpenSite): Finding[] {
  const findings: Finding[] = [];
  for (const [work, { record }] of readCommittedRecords(site.contentDir)) {
    const entry = site.entries.find(({ name, file }) => name === work || file?.work === work);
    if (!record || !entry?.record) continue;
    const known = listIds(entry.record);
    for (const id of listIds(record))
      if (!known.has(id)) findings.push(createFinding('RecordIdVanished', { file: entry.file!.path }, { id }));
  }
  return findings;
}

function listIds(record: AlignmentRecord): Set<string> {
  return new Set([...record.units, ...record.gone].map((unit) => unit.id).concat(Object.keys(record.aliases)));
}

/** What the checks of units find in a work, at the place to mend. */
export function findUnitFaults(entry: SiteEntry, { units }: Reconciled, terms: readonly NamedTerm[]): Finding[] {
  const blocks: Record<Lang, readonly Block[]> = { en: entry.en ?? [], fa: entry.fa ?? [] };
  return checkUnits(units, blocks, { original: entry.original, terms }).map(({ name, lang, params, unit }) => {
    const place = entry.compiled[lang]!.places().blocks[unit[lang][0]!];
    return createFinding(name, { file: entry.work.editions[lang]!.file, ...place }, { ...params, unit: unit.id });
  });
}

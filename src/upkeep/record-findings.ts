import { existsSync } from 'node:fs';
import { checkUnits } from '../alignment/checks/check-units.ts';
import type { NamedTerm } from '../alignment/checks/unit-check.ts';
import { type Reconciled, textOfBlock } from '../alignment/records/reconcile.ts';
import type { AlignmentRecord } from '../alignment/records/record.ts';
import { createFinding, type Finding } from '../errors.ts';
import type { Block, Lang } from '../markdown/block.ts';
import { readCommittedRecords } from '../records/committed-records.ts';
import { listRecordFindings, recordPath } from '../records/record-files.ts';
import type { OpenSite, SiteEntry } from './open-site.ts';

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
  return [...findings, ...findVanishedIds(site), ...findLostPairs(site)];
}

/** From this share of a side's texts on, an edition elsewhere is that side: a file that was renamed alone. */
const leastShared = 0.5;

/** Editions that were the other side of a work until their file was renamed, and that nothing pairs with it any more. */
function findLostPairs({ entries }: OpenSite): Finding[] {
  const alone = entries.filter(({ en, fa }) => (en === null) !== (fa === null));
  return alone.flatMap((entry): Finding[] => {
    const lost = entry.en === null ? 'en' : 'fa';
    const texts = new Set(entry.record?.units.flatMap((unit) => unit[lost]));
    if (texts.size === 0) return [];
    const other = alone.find(({ [lost]: blocks }) => {
      const shared = blocks?.filter((block) => texts.has(textOfBlock(block))).length ?? 0;
      return shared > 0 && shared >= leastShared * blocks!.length;
    });
    if (!other) return [];
    return [createFinding('PairLost', { file: other.work.editions[lost]!.file }, { work: entry.name })];
  });
}

function findVanishedIds(site: OpenSite): Finding[] {
  const findings: Finding[] = [];
  for (const [work, { record }] of readCommittedRecords(site.contentDir)) {
    const entry = site.entries.find(({ name, file }) => name === work || file?.work === work);
    if (!record || !entry?.record || isReplaced(record, entry.record)) continue;
    const known = listIds(entry.record);
    for (const id of listIds(record))
      if (!known.has(id)) findings.push(createFinding('RecordIdVanished', { file: entry.file!.path }, { id }));
  }
  return findings;
}

/** Whether a record is of another work that has taken the name: as when a publication's own About takes the sample's. */
function isReplaced(before: AlignmentRecord, now: AlignmentRecord): boolean {
  const texts = new Set(now.units.flatMap(({ en, fa }) => [...en, ...fa]));
  const ids = listIds(now);
  return !before.units.some(({ id, en, fa }) => ids.has(id) || [...en, ...fa].some((text) => texts.has(text)));
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

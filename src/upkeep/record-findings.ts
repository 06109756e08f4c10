import { existsSync } from 'node:fs';
import { checkUnits } from '../alignment/checks/check-units.ts';
import type { NamedTerm } from '../alignment/checks/unit-check.ts';
import { listIds } from '../alignment/records/absorb-record.ts';
import type { Reconciled } from '../alignment/records/reconcile.ts';
import type { AlignmentRecord } from '../alignment/records/record.ts';
import { createFinding, type Finding } from '../errors.ts';
import type { Block, Lang } from '../markdown/block.ts';
import { readCommittedRecords } from '../records/committed-records.ts';
import { listRecordFindings, recordPath } from '../records/record-files.ts';
import type { LostPair } from './lost-pairs.ts';
import type { OpenSite, SiteEntry } from './open-site.ts';

export function findRecordFaults(site: OpenSite, reconciled: ReadonlyMap<SiteEntry, Reconciled>): Finding[] {
  const findings: Finding[] = [];
  for (const entry of site.entries) {
    const path = recordPath(site.contentDir, entry.name);
    const result = reconciled.get(entry);
    if (!result) continue;
    const isBehind = result.changed || entry.absorbs.length > 0;
    if (!existsSync(path)) findings.push(createFinding('RecordMissing', { file: path }, { work: entry.name }));
    else if (isBehind && entry.file?.problems.length === 0)
      findings.push(createFinding('RecordBehind', { file: path }, { work: entry.name }));
  }
  for (const orphan of site.orphans) {
    findings.push(...listRecordFindings(orphan));
    findings.push(createFinding('RecordOrphan', { file: orphan.path }, { work: orphan.work }));
  }
  return [...findings, ...findVanishedIds(site), ...listParted(site).map(describeLostPair)];
}

/** But for those that only a wrong `translationOf` keeps apart: that is reported itself. */
function listParted({ lostPairs, content }: OpenSite): LostPair[] {
  const wrong = new Set(content.findings.flatMap(({ name, file }) => (name === 'TranslationOfUnknown' ? [file] : [])));
  return lostPairs.filter(
    ({ original, translation, canKeep }) => canKeep || (!wrong.has(original.file) && !wrong.has(translation.file)),
  );
}

export function describeLostPair({ name, original, translation, canKeep }: LostPair): Finding {
  const params = { work: name, other: original.file };
  return createFinding(canKeep ? 'PairLost' : 'PairTaken', { file: translation.file }, params);
}

function findVanishedIds(site: OpenSite): Finding[] {
  const findings: Finding[] = [];
  for (const [work, { record }] of readCommittedRecords(site.contentDir)) {
    const entry =
      site.entries.find(({ file }) => file?.work === work) ?? site.entries.find(({ name }) => name === work);
    if (!record || !entry?.record || isReplaced(record, entry.record)) continue;
    const known = listIds(entry.record);
    for (const id of listIds(record))
      if (!known.has(id)) findings.push(createFinding('RecordIdVanished', { file: entry.file!.path }, { id }));
  }
  return findings;
}

/** As when a publication's own About takes the sample's name. */
function isReplaced(before: AlignmentRecord, now: AlignmentRecord): boolean {
  const texts = new Set(now.units.flatMap(({ en, fa }) => [...en, ...fa]));
  const ids = listIds(now);
  return !before.units.some(({ id, en, fa }) => ids.has(id) || [...en, ...fa].some((text) => texts.has(text)));
}

export function findUnitFaults(entry: SiteEntry, { units }: Reconciled, terms: readonly NamedTerm[]): Finding[] {
  const blocks: Record<Lang, readonly Block[]> = { en: entry.en ?? [], fa: entry.fa ?? [] };
  return checkUnits(units, blocks, { original: entry.original, terms }).map(({ name, lang, params, unit }) => {
    const place = entry.compiled[lang]!.places().blocks[unit[lang][0]!];
    const at = { file: entry.work.editions[lang]!.file, ...place };
    return createFinding(name, at, { ...params, work: entry.name, unit: unit.id });
  });
}

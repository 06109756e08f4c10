import { checkUnits } from '../alignment/checks/check-units.ts';
import { absorbRecord } from '../alignment/records/absorb-record.ts';
import type { Reconciled } from '../alignment/records/reconcile.ts';
import { describeChanges, listChanges, listFresh } from '../alignment/records/record-changes.ts';
import { explainUnit } from '../alignment/review/review-reasons.ts';
import { formatFinding } from '../errors.ts';
import { type RecordFile, removeRecordFile, renameRecordFiles, writeRecordFile } from '../records/record-files.ts';
import { withRecordLock } from '../records/record-lock.ts';
import { type AlignedEntry, alignEntries } from '../upkeep/align-site.ts';
import { chooseWorks } from '../upkeep/choose-works.ts';
import { keepAddresses } from '../upkeep/keep-addresses.ts';
import { type KeptPair, keepPairs } from '../upkeep/keep-pairs.ts';
import { listLeftOut } from '../upkeep/left-out.ts';
import { type OpenSite, openSite, type SiteEntry } from '../upkeep/open-site.ts';
import { listSlugs, type RenamedEdition } from '../upkeep/renamed-editions.ts';
import { formatUnit, type Screen } from './print-unit.ts';
import { createProgress } from './show-progress.ts';

const MOST_SHOWN = 12;

/** `npm run align` @param names all works if empty @returns the exit code: 1 where a work could not be handled */
export async function writeRecords(
  contentDir: string,
  names: readonly string[],
  screen: Screen,
  print: (text: string) => void,
): Promise<number> {
  return withRecordLock(contentDir, async () => {
    const opened = await openSite(contentDir);
    const choice = chooseWorks(names, opened);
    for (const message of choice.unknown) print(message);
    const kept = keepPairs(opened, choice.has);
    for (const pair of kept) print(describeKept(pair));
    const site = kept.length > 0 ? await openSite(contentDir) : opened;
    const isChosen = (work: string) => choice.has(work) || kept.some(({ pair }) => pair.original.slug === work);
    const leftOut = listLeftOut(site, isChosen);
    const progress = createProgress(process.stderr);
    const all = alignEntries(site, progress.show);
    progress.clear();
    // Renamed works may have each other's names, so their records move together; a moved record no longer says what its
    // work was called, so each of these works is written now.
    const hasMoves = all.some(({ entry }) => isChosen(entry.name) && isRenamed(entry));
    const aligned = all.filter(({ entry }) => isChosen(entry.name) || (hasMoves && isRenamed(entry)));
    const moved = hasMoves ? moveRecords(site, aligned, print) : new Map<string, string>();
    let written = 0;
    const open: string[] = [];
    for (const { entry, reconciled } of aligned) {
      for (const renamed of keepAddresses(site, entry)) print(describeAddress(renamed));
      const { slugs: _, ...known } = reconciled.record;
      const record = entry.absorbs.reduce((merged, { record: other }) => absorbRecord(merged, other!), known);
      const slugs = listSlugs(entry.work);
      const mustWrite =
        reconciled.changed ||
        entry.file === null ||
        entry.file.problems.length > 0 ||
        isRenamed(entry) ||
        entry.absorbs.length > 0 ||
        JSON.stringify(slugs) !== JSON.stringify(entry.record?.slugs);
      if (!mustWrite) continue;
      writeRecordFile(contentDir, entry.name, { ...record, ...(slugs && { slugs }) }, entry.file?.text ?? null);
      written++;
      for (const file of entry.absorbs) {
        removeRecordFile(contentDir, moved.get(file.work) ?? file.work, file.text);
        const name = file.work === entry.name ? 'its former record' : `"${file.work}", which is part of it now`;
        print(`${entry.name}: answers for the addresses of ${name}`);
      }
      if (entry.record && !reconciled.changed) {
        if (entry.absorbs.length === 0 && !isRenamed(entry))
          print(`${entry.name}: its record notes the names of its files`);
        continue;
      }
      const changes = listChanges(entry.record, reconciled);
      print(`${entry.name}: ${countOf(reconciled.units.length, 'unit')} (${describeChanges(changes)})`);
      const hasBoth = entry.en !== null && entry.fa !== null;
      for (const unit of listFresh(changes, reconciled, hasBoth)) open.push(describeUnit(unit, entry, site, screen));
    }
    if (open.length > 0) print(`\n${countOf(open.length, 'unit')} ${open.length === 1 ? 'needs' : 'need'} review:\n`);
    for (const text of open.slice(0, MOST_SHOWN)) print(`${text}\n`);
    if (open.length > MOST_SHOWN) print(`… and ${open.length - MOST_SHOWN} more.`);
    if (open.length > 0) print('Review them one by one: npm run align -- review');
    for (const finding of leftOut.findings) print(formatFinding(finding));
    const untouched = aligned.length - written;
    const rest = leftOut.works.size > 0 ? `, ${countOf(leftOut.works.size, 'work')} left out` : '';
    print(`${countOf(written, 'record')} written, ${untouched} up to date${rest}.`);
    return leftOut.works.size + leftOut.findings.length + choice.unknown.length > 0 ? 1 : 0;
  });
}

function describeKept({ pair: { name, original, translation }, renamed }: KeptPair): string {
  const { lang, file } = translation;
  const language = lang === 'en' ? 'English' : 'Persian';
  return [
    `${file}: is the ${language} of "${original.slug}" again (translationOf), as the record of "${name}" has it`,
    ...renamed.map(describeAddress),
  ].join('\n');
}

function describeAddress({ edition, oldSlug }: RenamedEdition): string {
  return `${edition.file}: keeps the address of "${oldSlug}" (aliases)`;
}

/** A record in the way that belongs to no work is put beside it. @returns where those are now, by their old names */
function moveRecords(site: OpenSite, aligned: readonly AlignedEntry[], print: (text: string) => void) {
  const moves = aligned.flatMap(({ entry }) => (isRenamed(entry) ? { from: entry.file!.work, to: entry.name } : []));
  for (const { from, to } of moves) print(`${to}: takes over the record of "${from}"`);
  const isInWay = ({ work }: RecordFile) => moves.some(({ to }) => to === work);
  const orphans = site.orphans.filter(isInWay);
  for (const { work } of orphans)
    print(`${work}: its former record is kept as "${work}.former"; no work has its texts`);
  const absorbed = site.entries.flatMap(({ absorbs }) => absorbs.filter(isInWay));
  const former = [...orphans, ...absorbed].map(({ work }) => ({ from: work, to: `${work}.former` }));
  renameRecordFiles(site.contentDir, [...moves, ...former]);
  return new Map(former.map(({ from, to }) => [from, to]));
}

function isRenamed(entry: SiteEntry): boolean {
  return entry.file !== null && entry.file.work !== entry.name;
}

function describeUnit(unit: Reconciled['units'][number], entry: SiteEntry, site: OpenSite, screen: Screen): string {
  const blocks = { en: entry.en ?? [], fa: entry.fa ?? [] };
  const doubts = checkUnits([unit], blocks, { original: entry.original, terms: site.content.glossary.terms });
  return formatUnit(unit, entry, explainUnit(unit, blocks, doubts), screen);
}

export function countOf(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

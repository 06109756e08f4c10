import { checkUnits } from '../alignment/checks/check-units.ts';
import type { Reconciled } from '../alignment/records/reconcile.ts';
import { describeChanges, listChanges, listFresh } from '../alignment/records/record-changes.ts';
import { explainUnit } from '../alignment/review/review-reasons.ts';
import { type Finding, formatFinding } from '../errors.ts';
import { listRecordFindings, renameRecordFile, writeRecordFile } from '../records/record-files.ts';
import { withRecordLock } from '../records/record-lock.ts';
import { alignEntries } from '../upkeep/align-site.ts';
import { chooseWorks } from '../upkeep/choose-works.ts';
import { keepAddresses } from '../upkeep/keep-addresses.ts';
import { type OpenSite, openSite, type SiteEntry } from '../upkeep/open-site.ts';
import { listSlugs } from '../upkeep/renamed-editions.ts';
import { formatUnit, type Screen } from './print-unit.ts';

/** Units shown in full after a run; the rest is counted. */
const MOST_SHOWN = 12;

/** Why works are left alone: what is wrong with their editions or records. */
function listObstacles(entries: readonly SiteEntry[]): Finding[] {
  return entries
    .filter((entry) => entry.isSetAside)
    .flatMap((entry) => [
      ...(entry.file && !entry.record ? listRecordFindings(entry.file) : []),
      ...Object.values(entry.compiled).flatMap(({ findings }) =>
        findings.filter(({ name }) => name === 'MarkdownUnreadable'),
      ),
    ]);
}

/**
 * `npm run align`: bring the records up to date and tell what was done and what wants a look.
 * @param names works to write; all if empty
 * @returns the exit code: 1 where a work could not be handled
 */
export async function writeRecords(
  contentDir: string,
  names: readonly string[],
  screen: Screen,
  print: (text: string) => void,
): Promise<number> {
  return withRecordLock(contentDir, async () => {
    const site = await openSite(contentDir);
    const choice = chooseWorks(
      names,
      site.entries.map(({ name }) => name),
    );
    for (const message of choice.unknown) print(message);
    const chosen = (entry: SiteEntry) => choice.has(entry.name);
    const obstacles = listObstacles(site.entries.filter(chosen));
    const aligned = alignEntries(site).filter(({ entry }) => chosen(entry));
    let written = 0;
    const open: string[] = [];
    for (const { entry, reconciled } of aligned) {
      for (const { edition, oldSlug } of keepAddresses(site, entry))
        print(`${edition.file}: keeps the address of "${oldSlug}" (aliases)`);
      const { slugs: _, ...record } = reconciled.record;
      const slugs = listSlugs(entry.work);
      const mustWrite =
        reconciled.changed ||
        entry.file === null ||
        entry.file.problems.length > 0 ||
        isRenamed(entry) ||
        JSON.stringify(slugs) !== JSON.stringify(entry.record?.slugs);
      if (!mustWrite) continue;
      if (isRenamed(entry)) {
        print(`${entry.name}: takes over the record of "${entry.file!.work}"`);
        renameRecordFile(contentDir, entry.file!.work, entry.name);
      }
      writeRecordFile(contentDir, entry.name, { ...record, ...(slugs && { slugs }) }, entry.file?.text ?? null);
      written++;
      if (entry.record && !reconciled.changed && !isRenamed(entry)) {
        print(`${entry.name}: its record notes the names of its files`);
        continue;
      }
      const changes = listChanges(entry.record, reconciled);
      print(`${entry.name}: ${reconciled.units.length} units (${describeChanges(changes)})`);
      const hasBoth = entry.en !== null && entry.fa !== null;
      for (const unit of listFresh(changes, reconciled, hasBoth)) open.push(describeUnit(unit, entry, site, screen));
    }
    if (open.length > 0) print(`\n${countOf(open.length, 'unit')} ${open.length === 1 ? 'wants' : 'want'} a look:\n`);
    for (const text of open.slice(0, MOST_SHOWN)) print(`${text}\n`);
    if (open.length > MOST_SHOWN) print(`… and ${open.length - MOST_SHOWN} more.`);
    if (open.length > 0) print('Look at them one by one: npm run align -- review');
    for (const finding of obstacles) print(formatFinding(finding));
    const untouched = aligned.length - written;
    print(
      `${countOf(written, 'record')} written, ${untouched} up to date${obstacles.length > 0 ? ', some left alone' : ''}.`,
    );
    return obstacles.length + choice.unknown.length > 0 ? 1 : 0;
  });
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

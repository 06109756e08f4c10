import { existsSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { textOfBlock } from '../alignment/records/reconcile.ts';
import type { AlignmentRecord } from '../alignment/records/record.ts';
import { replaceFile } from '../base/write-files.ts';
import { isSwitchedOff } from '../content/checks/checks-off.ts';
import { listEditions } from '../content/work.ts';
import type { ErrorName } from '../errors.ts';
import { type Change, repairList, repairSource } from '../proofreading/repair-source.ts';
import { writeRecordFile } from '../records/record-files.ts';
import { settings } from '../settings/current.ts';
import { compileEdition } from '../works/compile.ts';
import { alignEntries } from './align-site.ts';
import { editEdition } from './edit-edition.ts';
import type { OpenSite, SiteEntry } from './open-site.ts';
import { type ProofreadEdition, proofreadEdition, proofreadLists } from './proofread-edition.ts';
import { respellRecord } from './respell-record.ts';

export interface RepairedFile {
  readonly file: string;
  readonly changes: readonly Change[];
}

function repairEdition(site: OpenSite, { edition, source, faults, waived }: ProofreadEdition) {
  const kept = new Set(faults.map(({ fault }) => `${fault.name} ${fault.start}`));
  const isOff = (name: ErrorName) => isSwitchedOff(site.content, { name, file: edition.file });
  return repairSource(source, edition.file, edition.lang, {
    marks: settings.checks.quotes,
    // Places have changed in later rounds: what is waived anywhere in the edition is then left alone.
    isWanted: ({ name, start }, round) =>
      !isOff(name) && (round === 0 ? kept.has(`${name} ${start}`) : !waived.has(name)),
  });
}

/** Null where aligning has to decide. */
function respell(site: OpenSite, entry: SiteEntry, record: AlignmentRecord, read: ProofreadEdition, repaired: string) {
  const { lang, file } = read.edition;
  const compile = (source: string) => compileEdition(source, file, lang, site.content.glossary).blocks.map(textOfBlock);
  return entry.compiled[lang] && respellRecord(record, lang, compile(read.source), compile(repaired));
}

/** Lets the records say the same, so that no translation falls behind. Call it as the only writer of the records. */
export function repairWorks(site: OpenSite): RepairedFile[] {
  const repaired: RepairedFile[] = [];
  const reconciledOf = new Map(alignEntries(site).map(({ entry, reconciled }) => [entry, reconciled]));
  for (const entry of site.entries) {
    let record = entry.record;
    for (const edition of listEditions(entry.work)) {
      const read = proofreadEdition(site.content, entry, edition, reconciledOf.get(entry));
      if (!read?.faults.some(({ fault }) => fault.repair)) continue;
      const { source, changes } = repairEdition(site, read);
      if (changes.length === 0 || !editEdition(site.content.root, edition, () => source)) continue;
      repaired.push({ file: edition.file, changes });
      record &&= respell(site, entry, record, read, source) || null;
    }
    const { file } = entry;
    if (record && record !== entry.record && file?.problems.length === 0 && file.work === entry.name)
      writeRecordFile(site.contentDir, entry.name, record, file.text);
  }
  return [...repaired, ...repairLists(site)];
}

function repairLists({ content, contentDir }: OpenSite): RepairedFile[] {
  return proofreadLists.flatMap((list) => {
    const path = join(contentDir, `${list}.yaml`);
    if (!existsSync(path)) return [];
    const written = readFileSync(path, 'utf8');
    const file = relative(content.root, path).split(sep).join('/');
    const { source, changes } = repairList(written, ({ name }) => !isSwitchedOff(content, { name, file }));
    if (changes.length === 0) return [];
    replaceFile(path, source);
    return [{ file, changes }];
  });
}

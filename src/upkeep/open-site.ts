import { assignRecords } from '../alignment/records/assign-records.ts';
import { readSide } from '../alignment/records/find-slots.ts';
import { textOfBlock } from '../alignment/records/reconcile.ts';
import type { AlignmentRecord } from '../alignment/records/record.ts';
import { mergeRecords, type PresentTexts, parseConflict } from '../alignment/records/repair-record.ts';
import type { Edition } from '../content/edition.ts';
import { readEditionName } from '../content/edition-name.ts';
import { type Content, loadContent } from '../content/load.ts';
import { listEditions, listWorkNames, type Work } from '../content/work.ts';
import type { Block, Lang } from '../markdown/block.ts';
import { listRecords, type RecordFile, readRecordFile } from '../records/record-files.ts';
import type { Compiled } from '../works/compile.ts';
import { compileFile } from '../works/prepared.ts';
import type { SiteWork } from './align-site.ts';
import { findLostPairs, type KnownEdition, type LostPair } from './lost-pairs.ts';

export interface SiteEntry extends SiteWork {
  readonly work: Work;
  readonly compiled: Readonly<Partial<Record<Lang, Compiled>>>;
  /** Under another name where the work was renamed. */
  readonly file: RecordFile | null;
  /** Something cannot be read, and reconciling would take it for deleted. */
  readonly isSetAside: boolean;
  readonly absorbs: readonly RecordFile[];
}

export interface OpenSite {
  readonly contentDir: string;
  readonly content: Content;
  readonly entries: readonly SiteEntry[];
  /** Their work is gone, and no work has their texts. */
  readonly orphans: readonly RecordFile[];
  readonly lostPairs: readonly LostPair[];
}

/** All editions, drafts too, compiled to blocks, and all records. */
export async function openSite(contentDir: string): Promise<OpenSite> {
  const content = await loadContent(contentDir, { preview: true });
  const kept = listKeptNames(content, contentDir);
  const files = new Map(
    listRecords(contentDir)
      .filter((name) => !kept.has(name))
      .map((name): [string, RecordFile] => [name, readRecordFile(contentDir, name)!]),
  );
  const compiled = content.works.map((work) => compileWork(work, content));
  // A record that cannot be read is that of its name.
  const isReadable = (name: string) => files.get(name)?.record !== undefined || !files.has(name);
  const readable = [...files].flatMap(([name, { record }]) => (record ? [[name, record] as const] : []));
  const works = compiled.filter(({ name }) => isReadable(name));
  const assigned = assignRecords(new Map(readable), new Map(works.map((work) => [work.name, listTexts(work)])));
  const opened = compiled.map((work) => openEntry(work, files.get(assigned.get(work.name) ?? work.name), assigned));
  const taken = new Set(opened.flatMap(({ file }) => file ?? []));
  const left = [...files.values()].filter((file) => !taken.has(file));
  const absorbed = findAbsorbed(left, opened);
  const mended = new Map(opened.flatMap(({ file, record }) => (file && record ? [[file.work, record] as const] : [])));
  const lostPairs = findLostPairs(new Map(readable.map(([name, record]) => [name, mended.get(name) ?? record])), [
    ...opened.flatMap(listKnown),
    ...content.unpaired.map((edition) => knowUnpaired(edition, content)),
  ]);
  const parted = new Set(lostPairs.flatMap(({ original, translation }) => [original, translation]));
  const isParted = ({ work, record }: SiteEntry) =>
    listEditions(work).some((edition) => parted.has(edition)) ||
    lostPairs.some((pair) => pair.record === record || pair.name === work.name);
  const isHalf = ({ work, record }: SiteEntry) => content.unsound.some((edition) => isOtherHalf(edition, work, record));
  const entries = opened.map((entry) => ({
    ...entry,
    absorbs: [...absorbed].flatMap(([file, host]) => (host === entry ? file : [])),
    isSetAside: entry.isSetAside || isParted(entry) || isHalf(entry),
  }));
  return { contentDir, content, entries, orphans: left.filter((file) => !absorbed.has(file)), lostPairs };
}

/** Works that cannot be read: no other work takes over their records, and none is an orphan. */
function listKeptNames(content: Content, contentDir: string): Set<string> {
  const unpaired = new Set(content.unpaired.map(({ file }) => file));
  const unsound = content.unsound.filter(({ file }) => !unpaired.has(file)).flatMap(listWorkNames);
  const faulty = content.findings.filter(({ file, severity }) => severity === 'error' && !unpaired.has(file));
  const slugs = faulty.flatMap(({ file }) => readEditionName(contentDir, content.root, file)?.slug ?? []);
  return new Set([...unsound, ...slugs]).difference(new Set(content.works.map(({ name }) => name)));
}

function isOtherHalf(edition: Edition, work: Work, record: AlignmentRecord | null): boolean {
  if (work.editions[edition.lang]) return false;
  if (record?.slugs?.[edition.lang] === edition.slug) return true;
  const names = new Set(listEditions(work).flatMap(listWorkNames));
  return listWorkNames(edition).some((name) => names.has(name));
}

type CompiledWork = Pick<SiteEntry, 'name' | 'original' | 'work' | 'compiled' | 'en' | 'fa'>;

function compileWork(work: Work, content: Content): CompiledWork {
  const compiled: Partial<Record<Lang, Compiled>> = {};
  for (const edition of listEditions(work)) compiled[edition.lang] = compileFile(content, edition);
  const [en, fa] = [compiled.en?.blocks ?? null, compiled.fa?.blocks ?? null];
  return { name: work.name, original: work.original, work, compiled, en, fa };
}

function openEntry(
  work: CompiledWork,
  found: RecordFile | undefined,
  assigned: ReadonlyMap<string, string>,
): SiteEntry {
  const isOthers = found?.record !== undefined && assigned.get(work.name) !== found.work;
  const file = found && !isOthers ? found : null;
  const isUnreadable = Object.values(work.compiled).some(({ findings }) =>
    findings.some(({ name }) => /^(?:MarkdownUnreadable|FileUnreadable|FileChanged)$/.test(name)),
  );
  const mended = file && mendFile(file, { en: collectTexts(work.en), fa: collectTexts(work.fa) });
  const record = mended && { ...mended, work: work.name };
  return { ...work, file, record, isSetAside: isUnreadable || (file !== null && record === null), absorbs: [] };
}

/** Records without a work, whose texts are in a work that has another record. */
function findAbsorbed(files: readonly RecordFile[], entries: readonly SiteEntry[]): Map<RecordFile, SiteEntry> {
  const absorbed = new Map<RecordFile, SiteEntry>();
  if (files.length === 0) return absorbed;
  const hosts = entries.filter(({ record }) => record).map((entry) => ({ entry, texts: new Set(listTexts(entry)) }));
  for (const file of files) {
    const texts = file.record?.units.flatMap((unit) => [...readSide(unit, 'en'), ...readSide(unit, 'fa')]) ?? [];
    const host = hosts.find((one) => {
      const held = texts.filter((text) => one.texts.has(text)).length;
      return held > 0 && held >= LEAST_ABSORBED * texts.length;
    });
    if (host) absorbed.set(file, host.entry);
  }
  return absorbed;
}

/** For a work to answer for the ids of another record. */
const LEAST_ABSORBED = 0.5;

function listKnown({ work, record, compiled }: SiteEntry): KnownEdition[] {
  return listEditions(work).map((edition) => {
    return { edition, work, record, texts: compiled[edition.lang]!.blocks.map(textOfBlock) };
  });
}

function knowUnpaired(edition: Edition, content: Content): KnownEdition {
  return { edition, work: null, record: null, texts: compileFile(content, edition).blocks.map(textOfBlock) };
}

/** Conflicts and doubled ids repaired; null when the record cannot be read. */
function mendFile(file: RecordFile, present: PresentTexts): AlignmentRecord | null {
  if (file.problems.some(({ name }) => name === 'RecordConflict')) {
    const { ours, theirs } = parseConflict(file.text);
    if (!ours.record || !theirs.record) return null;
    return { ...mergeRecords(ours.record, theirs.record, present), work: file.work };
  }
  if (!file.record) return null;
  return file.problems.length > 0 ? mergeRecords(file.record, file.record, present) : file.record;
}

function collectTexts(blocks: readonly Block[] | null): Set<string> {
  return new Set(blocks?.map(textOfBlock));
}

function listTexts(entry: Pick<SiteWork, Lang>): string[] {
  return [...(entry.en ?? []), ...(entry.fa ?? [])].map(textOfBlock);
}

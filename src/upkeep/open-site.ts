import { adoptRecords } from '../alignment/records/adopt-record.ts';
import { textOfBlock } from '../alignment/records/reconcile.ts';
import type { AlignmentRecord } from '../alignment/records/record.ts';
import { mergeRecords, type PresentTexts, parseConflict } from '../alignment/records/repair-record.ts';
import { type Content, loadContent } from '../content/load.ts';
import { listEditions, type Work } from '../content/work.ts';
import type { Block, Lang } from '../markdown/block.ts';
import { listRecords, type RecordFile, readRecordFile } from '../records/record-files.ts';
import type { Compiled } from '../works/compile.ts';
import { compileFile } from '../works/prepared.ts';
import type { SiteWork } from './align-site.ts';

/** A work with its blocks and its record, as the commands handle it. */
export interface SiteEntry extends SiteWork {
  readonly work: Work;
  readonly compiled: Readonly<Partial<Record<Lang, Compiled>>>;
  /** The record's file; under another name where the work was renamed. Null when there is none. */
  readonly file: RecordFile | null;
  /**
   * Why its record must not be written: an edition that cannot be read, or a record that is not one. Reconciling would
   * take what could not be read for deleted.
   */
  readonly isSetAside: boolean;
}

export interface OpenSite {
  readonly contentDir: string;
  readonly content: Content;
  readonly entries: readonly SiteEntry[];
  /** Records whose work is gone, and that no work adopts. */
  readonly orphans: readonly RecordFile[];
}

/** Read everything that aligning needs: all editions, drafts too, compiled to blocks, and all records. */
export async function openSite(contentDir: string): Promise<OpenSite> {
  const content = await loadContent(contentDir, { preview: true });
  const files = new Map(
    listRecords(contentDir).map((name): [string, RecordFile] => [name, readRecordFile(contentDir, name)!]),
  );
  const opened = content.works.map((work) => openWork(work, content, files.get(work.name) ?? null));
  const known = new Set(content.works.map((work) => work.name));
  const orphans = new Map([...files].filter(([name]) => !known.has(name)));
  const adopted = adoptRecords(
    new Map([...orphans].flatMap(([name, file]) => (file.record ? [[name, file.record] as const] : []))),
    new Map(opened.filter((entry) => !entry.file).map((entry) => [entry.name, listTexts(entry)])),
  );
  const entries = opened.map((entry) => {
    const file = orphans.get(adopted.get(entry.name) ?? '');
    return file?.record ? { ...entry, file, record: { ...file.record, work: entry.name } } : entry;
  });
  const taken = new Set(adopted.values());
  return { contentDir, content, entries, orphans: [...orphans.values()].filter((file) => !taken.has(file.work)) };
}

function openWork(work: Work, content: Content, file: RecordFile | null): SiteEntry {
  const compiled: Partial<Record<Lang, Compiled>> = {};
  for (const edition of listEditions(work)) compiled[edition.lang] = compileFile(content, edition);
  const [en, fa] = [compiled.en?.blocks ?? null, compiled.fa?.blocks ?? null];
  const isUnreadable = Object.values(compiled).some(({ findings }) =>
    findings.some(({ name }) => /^(?:MarkdownUnreadable|FileUnreadable|FileChanged)$/.test(name)),
  );
  const record = file && mendFile(file, { en: collectTexts(en), fa: collectTexts(fa) });
  return {
    name: work.name,
    original: work.original,
    work,
    compiled,
    en,
    fa,
    file,
    record,
    isSetAside: isUnreadable || (file !== null && record === null),
  };
}

/** The record of a file, conflicts and doubled ids mended; null when it cannot be read. */
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

function listTexts(entry: SiteWork): string[] {
  return [...(entry.en ?? []), ...(entry.fa ?? [])].map(textOfBlock);
}

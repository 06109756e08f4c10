import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  statSync,
  unlinkSync,
  writeSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { type ParsedRecord, parseRecord } from '../alignment/records/parse-record.ts';
import { type AlignmentRecord, formatRecord } from '../alignment/records/record.ts';
import { listFiles } from '../base/list-files.ts';
import { createFinding, type Finding, RefusalError } from '../errors.ts';

export interface RecordFile extends ParsedRecord {
  /** The file's path below `alignment/`. */
  readonly work: string;
  readonly path: string;
  /** To tell before writing whether someone else wrote in between. */
  readonly text: string;
}

export class RecordChangedError extends RefusalError {
  readonly path: string;
  constructor(path: string) {
    super(
      `${path} was changed by someone else while this command ran. Nothing was written to it; run the command again.`,
    );
    this.name = 'RecordChangedError';
    this.path = path;
  }
}

export function recordsDir(contentDir: string): string {
  return join(contentDir, 'alignment');
}

export function recordPath(contentDir: string, work: string): string {
  return join(recordsDir(contentDir), `${work}.json`);
}

/** Read the record of a work; null when it has none. Throws only where the disk does. */
export function readRecordFile(contentDir: string, work: string): RecordFile | null {
  const path = recordPath(contentDir, work);
  if (!existsSync(path)) return null;
  const text = readFileSync(path, 'utf8');
  const parsed = parseRecord(text);
  // Not the work that the record names: its file may have been moved by hand.
  const record = parsed.record && { ...parsed.record, work };
  return { ...parsed, record, work, path, text };
}

export function listRecords(contentDir: string): string[] {
  return listFiles(recordsDir(contentDir))
    .filter((path) => /(?:^|\/)[^./][^/]*\.json$/.test(path))
    .map((path) => path.slice(0, -'.json'.length))
    .sort();
}

/**
 * @param expected the text that the record was read with; null when there was none
 * @throws RecordChangedError where the file says something else by now; nothing is written
 */
export function writeRecordFile(
  contentDir: string,
  work: string,
  record: AlignmentRecord,
  expected: string | null,
): void {
  const path = recordPath(contentDir, work);
  const present = existsSync(path) ? readFileSync(path, 'utf8') : null;
  if (present !== expected) throw new RecordChangedError(path);
  mkdirSync(dirname(path), { recursive: true });
  const temporary = join(dirname(path), `.${process.pid}.tmp`);
  const file = openSync(temporary, 'w');
  try {
    writeSync(file, formatRecord(record));
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  renameSync(temporary, path);
}

export function renameRecordFile(contentDir: string, from: string, to: string): void {
  const [path, old] = [recordPath(contentDir, to), recordPath(contentDir, from)];
  // Where capitals are small letters to the disk, a name that differs in them alone is there already.
  if (existsSync(path) && statSync(path).ino !== statSync(old).ino) throw new RecordChangedError(path);
  mkdirSync(dirname(path), { recursive: true });
  renameSync(old, path);
}

/** Moves the records of renamed works, even where names were swapped; the next run finds what a killed one left. */
export function renameRecordFiles(contentDir: string, moves: readonly { from: string; to: string }[]): void {
  const open = moves.map((move) => ({ ...move }));
  while (open.length > 0) {
    const at = open.findIndex(({ to }) => !open.some(({ from }) => from === to));
    if (at >= 0) {
      const [{ from, to }] = open.splice(at, 1) as [(typeof open)[number]];
      renameRecordFile(contentDir, from, to);
    } else {
      const [{ from }] = open as [(typeof open)[number]];
      renameRecordFile(contentDir, from, `${from}.moving`);
      open[0]!.from = `${from}.moving`;
    }
  }
}

/** For a work that was merged into another. @param expected the text that it was read with */
export function removeRecordFile(contentDir: string, work: string, expected: string): void {
  const path = recordPath(contentDir, work);
  if (readFileSync(path, 'utf8') !== expected) throw new RecordChangedError(path);
  unlinkSync(path);
}

export function isTemporary(path: string): boolean {
  return /(?:^|\/)\.\d+\.tmp$/.test(path);
}

export function listRecordFindings(file: Pick<RecordFile, 'path' | 'problems'>): Finding[] {
  return file.problems.map(({ name, line, detail }) => createFinding(name, { file: file.path, line }, { detail }));
}

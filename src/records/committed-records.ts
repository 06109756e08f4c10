import { execFileSync } from 'node:child_process';
import { relative, sep } from 'node:path';
import { type ParsedRecord, parseRecord } from '../alignment/records/parse-record.ts';
import { recordsDir } from './record-files.ts';

/** Only those that differ from the disk. Empty outside a repository, or before the first commit. */
export function readCommittedRecords(contentDir: string): Map<string, ParsedRecord> {
  const base = recordsDir(contentDir);
  const git = (...args: string[]) =>
    execFileSync('git', ['-C', contentDir, '-c', 'core.quotePath=false', ...args], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
      maxBuffer: 2 ** 28,
    });
  const records = new Map<string, ParsedRecord>();
  try {
    const folder = relative(contentDir, base);
    const names = git('diff', '--name-only', '--no-renames', '--relative', '-z', 'HEAD', '--', folder);
    for (const name of names.split('\0').filter((path) => path.endsWith('.json'))) {
      const work = relative(folder, name).split(sep).join('/').slice(0, -'.json'.length);
      try {
        records.set(work, parseRecord(git('show', `HEAD:./${name}`)));
      } catch {
        // New.
      }
    }
  } catch {
    return records;
  }
  return records;
}

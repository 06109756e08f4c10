import { closeSync, linkSync, mkdirSync, openSync, readFileSync, rmSync, statSync, writeSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { listFiles } from '../base/list-files.ts';
import { RefusalError } from '../errors.ts';
import { isTemporary, recordsDir } from './record-files.ts';

const NAME = '.lock';

/** A lock of another machine, on a shared folder, is given up after this long. */
const FOREIGN_AGE_MS = 10 * 60_000;

/** As long as a first run on a large site takes. `BEYT_LOCK_SECONDS` changes it. */
const PATIENCE_SECONDS = 120;

export class RecordsLockedError extends RefusalError {
  constructor(path: string, holder: string) {
    super(`Another run (${holder}) is writing the records. Wait until it ends; if none runs, delete ${path}.`);
    this.name = 'RecordsLockedError';
  }
}

/** Runs `task` as the only writer of the records. Waits for another run; takes over a dead process's lock. */
export async function withRecordLock<T>(contentDir: string, task: () => Promise<T>): Promise<T> {
  const path = join(recordsDir(contentDir), NAME);
  mkdirSync(recordsDir(contentDir), { recursive: true });
  const begun = Date.now();
  const until = begun + Number(process.env.BEYT_LOCK_SECONDS || PATIENCE_SECONDS) * 1000;
  let isTold = false;
  while (!takeLock(path)) {
    if (Date.now() > until) throw new RecordsLockedError(path, describeHolder(path));
    if (!isTold && Date.now() > begun + 1000) {
      console.error(`Another run (${describeHolder(path)}) is writing the records; waiting for it to end.`);
      isTold = true;
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  const release = () => rmSync(path, { force: true });
  process.once('exit', release);
  try {
    sweep(contentDir);
    return await task();
  } finally {
    process.removeListener('exit', release);
    release();
  }
}

/** Made whole, by a link, so that nobody reads half of it. */
function takeLock(path: string): boolean {
  const claim = `${path}.${process.pid}`;
  const file = openSync(claim, 'w');
  writeSync(file, `${process.pid} ${hostname()}`);
  closeSync(file);
  try {
    linkSync(claim, path);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    clearAbandoned(path, claim);
    return false;
  } finally {
    rmSync(claim, { force: true });
  }
}

/** In turn, looking again first, or else a second run would remove the lock that the first has just taken. */
function clearAbandoned(path: string, claim: string): void {
  if (!isAbandoned(path)) return;
  const guard = `${path}.clear`;
  try {
    linkSync(claim, guard);
  } catch {
    if (isAbandoned(guard)) rmSync(guard, { force: true });
    return;
  }
  if (isAbandoned(path)) rmSync(path, { force: true });
  rmSync(guard, { force: true });
}

/** What killed runs left behind. Only while holding the lock. */
function sweep(contentDir: string): void {
  const base = recordsDir(contentDir);
  for (const name of listFiles(base)) {
    const path = join(base, name);
    if (isTemporary(name) || (name.startsWith(`${NAME}.`) && isAbandoned(path))) rmSync(path, { force: true });
  }
}

function describeHolder(path: string): string {
  try {
    const [pid, host] = readFileSync(path, 'utf8').split(' ');
    return `process ${pid} on ${host}`;
  } catch {
    return 'just ended';
  }
}

function isAbandoned(path: string): boolean {
  try {
    const [pid, host] = readFileSync(path, 'utf8').split(' ');
    if (host !== hostname()) return Date.now() - statSync(path).mtimeMs > FOREIGN_AGE_MS;
    process.kill(Number(pid), 0);
    return false;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ESRCH';
  }
}

import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';

let count = 0;

const asideIn = (cache: string) => join(cache, 'aside');

/** ext4 without a journal avoids just deleted inodes: seconds per thousands of files. @param cache on the same disk */
export function setAside(cache: string, path: string): void {
  if (!existsSync(path)) return;
  mkdirSync(asideIn(cache), { recursive: true });
  renameSync(path, join(asideIn(cache), `${process.pid}-${count++}`));
}

export function clearAside(cache: string): void {
  rmSync(asideIn(cache), { recursive: true, force: true });
}

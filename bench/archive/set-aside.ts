import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';

let count = 0;

const asideIn = (cache: string) => join(cache, 'aside');

/**
 * Takes an earlier result out of the way without deleting it: ext4 without a journal goes around inodes that were deleted
 * in the last minute or more, and whoever makes files next would pay for it, several seconds in thousands of files.
 * @param cache the bench's folder, on the same disk
 */
export function setAside(cache: string, path: string): void {
  if (!existsSync(path)) return;
  mkdirSync(asideIn(cache), { recursive: true });
  renameSync(path, join(asideIn(cache), `${process.pid}-${count++}`));
}

/** Deletes all that was set aside. */
export function clearAside(cache: string): void {
  rmSync(asideIn(cache), { recursive: true, force: true });
}

import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';

let count = 0;

const asideIn = (cache: string) => join(cache, 'aside');

/**
 * ext4 without a journal avoids inodes that were deleted in the last minute or more, and whoever makes files next pays
 * for it, several seconds in thousands of files. So nothing is deleted between measurements.
 * @param cache the bench's folder, on the same disk
 */
export function setAside(cache: string, path: string): void {
  if (!existsSync(path)) return;
  mkdirSync(asideIn(cache), { recursive: true });
  renameSync(path, join(asideIn(cache), `${process.pid}-${count++}`));
}

export function clearAside(cache: string): void {
  rmSync(asideIn(cache), { recursive: true, force: true });
}

import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';

const folder = resolve('.cache/bench/aside');
let count = 0;

/**
 * Takes an earlier result out of the way without deleting it: ext4 looks around recently deleted inodes for minutes,
 * and whoever makes files next would pay for it, several seconds in thousands of files.
 */
export function setAside(path: string): void {
  if (!existsSync(path)) return;
  mkdirSync(folder, { recursive: true });
  renameSync(path, join(folder, `${process.pid}-${count++}`));
}

/** Deletes all that was set aside. */
export function clearAside(): void {
  rmSync(folder, { recursive: true, force: true });
}

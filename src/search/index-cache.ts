import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { deserialize, serialize } from 'node:v8';

/** The index kept under `key`; undefined when there is none, or none that can be read. */
export function readCache(folder: string, key: string): Map<string, Uint8Array> | undefined {
  try {
    const entries = deserialize(readFileSync(join(folder, key))) as [string, Uint8Array][];
    return new Map(entries);
  } catch {
    return undefined;
  }
}

/** Keeps an index in place of the one before. */
export function writeCache(folder: string, key: string, files: ReadonlyMap<string, Uint8Array>): void {
  mkdirSync(folder, { recursive: true });
  const path = join(folder, key);
  // Renamed when complete, so that a build that is stopped leaves nothing half-written.
  writeFileSync(`${path}.${process.pid}`, serialize([...files]));
  renameSync(`${path}.${process.pid}`, path);
  for (const other of readdirSync(folder)) if (other !== key) rmSync(join(folder, other), { force: true });
}

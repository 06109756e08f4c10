import { chmodSync, mkdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { threadId } from 'node:worker_threads';

/** Writes files below a folder, making the folders they need. */
export function createPageWriter(folder: string): (path: string, bytes: Uint8Array | string) => void {
  const made = new Set<string>();
  return (path, bytes) => {
    const file = join(folder, path);
    const parent = dirname(file);
    if (!made.has(parent)) mkdirSync(parent, { recursive: true });
    made.add(parent);
    writeFileSync(file, bytes);
  };
}

/** Writes files (path below `folder` → bytes), making the folders they need. */
export function writeFiles(folder: string, files: ReadonlyMap<string, Uint8Array | string>): void {
  const write = createPageWriter(folder);
  for (const [path, bytes] of files) write(path, bytes);
}

/**
 * Writes a file that others may be reading: they find the old one or the new one, whole. It keeps the permissions that it
 * has.
 */
export function replaceFile(path: string, bytes: Uint8Array | string): void {
  // Hidden, so that nobody takes it for content, and with a short name, since that of the file may be as long as can be.
  const draft = join(dirname(path), `.${process.pid}-${threadId}.tmp`);
  mkdirSync(dirname(path), { recursive: true });
  const mode = statSync(path, { throwIfNoEntry: false })?.mode;
  try {
    writeFileSync(draft, bytes);
    if (mode !== undefined) chmodSync(draft, mode);
    renameSync(draft, path);
  } finally {
    rmSync(draft, { force: true });
  }
}

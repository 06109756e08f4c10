import { chmodSync, mkdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { threadId } from 'node:worker_threads';

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

/** @param files path below `folder` → bytes */
export function writeFiles(folder: string, files: ReadonlyMap<string, Uint8Array | string>): void {
  const write = createPageWriter(folder);
  for (const [path, bytes] of files) write(path, bytes);
}

/** Others who read the file find the old one or the new one, whole. It keeps its permissions. */
export function replaceFile(path: string, bytes: Uint8Array | string): void {
  // Hidden, so that nobody takes it for content; short, because the file's own name may be as long as can be.
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

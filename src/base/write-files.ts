import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

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

/** Writes a file that others may be reading: they find the old one or the new one, whole. */
export function replaceFile(path: string, bytes: Uint8Array | string): void {
  const draft = `${path}.${process.pid}`;
  mkdirSync(dirname(path), { recursive: true });
  try {
    writeFileSync(draft, bytes);
    renameSync(draft, path);
  } finally {
    rmSync(draft, { force: true });
  }
}

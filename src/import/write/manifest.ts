import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createPageWriter } from '../../base/write-files.ts';

export interface ManifestEntry {
  readonly key: string;
  /** Below the content folder. */
  readonly file: string;
  /** SHA-256 of what was written, to see whether somebody has edited it since. */
  readonly digest: string;
}

export const MANIFEST = 'imported.jsonl';

/** Empty where nothing was imported yet. @throws Error on a line that is no entry */
export function readManifest(contentDir: string): Map<string, ManifestEntry> {
  let text: string;
  try {
    text = readFileSync(join(contentDir, MANIFEST), 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return new Map();
    throw error;
  }
  return parseManifest(text);
}

export function parseManifest(text: string): Map<string, ManifestEntry> {
  const entries = new Map<string, ManifestEntry>();
  for (const [index, line] of text.split('\n').entries()) {
    if (line.trim() === '') continue;
    let entry: Partial<ManifestEntry>;
    try {
      entry = JSON.parse(line);
    } catch {
      throw new Error(
        `${MANIFEST}:${index + 1}: this line is not JSON. Take the file back from git, or delete the line.`,
      );
    }
    if (!entry.key || !entry.file || !entry.digest)
      throw new Error(
        `${MANIFEST}:${index + 1}: this line lacks key, file or digest. Take the file back from git, or delete the line.`,
      );
    entries.set(entry.key, entry as ManifestEntry);
  }
  return entries;
}

/** One line for each text, sorted, so that git merges two imports line by line. */
export function formatManifest(entries: Iterable<ManifestEntry>): string {
  return [...entries]
    .sort((a, b) => (a.key < b.key ? -1 : 1))
    .map(({ key, file, digest }) => `${JSON.stringify({ key, file, digest })}\n`)
    .join('');
}

export function saveManifest(contentDir: string, manifest: ReadonlyMap<string, ManifestEntry>): void {
  createPageWriter(contentDir)(MANIFEST, formatManifest(manifest.values()));
}

import type { FileEntry } from './manifest.ts';

export interface Difference {
  readonly kind: 'changed' | 'missing' | 'extra';
  readonly path: string;
}

/** Read by hosts, which need not serve them. */
export const hostFiles: ReadonlySet<string> = new Set(['_headers', '.nojekyll']);

/**
 * Compares what a copy holds with what it should.
 * @param wanted path → entry, as the manifest has it
 * @param found path → SHA-256 of what the copy holds; a path that is absent was not there
 * @param served whether the copy was read from a host, which need not hand out `hostFiles`
 * @returns sorted by path
 */
export function compareCopies(
  wanted: ReadonlyMap<string, FileEntry>,
  found: ReadonlyMap<string, string>,
  { served = false } = {},
): Difference[] {
  const differences: Difference[] = [];
  for (const [path, { sha256 }] of wanted) {
    const actual = found.get(path);
    if (actual === undefined) {
      if (!(served && hostFiles.has(path))) differences.push({ kind: 'missing', path });
    } else if (actual !== sha256) differences.push({ kind: 'changed', path });
  }
  for (const path of found.keys()) if (!wanted.has(path)) differences.push({ kind: 'extra', path });
  return differences.sort((a, b) => (a.path < b.path ? -1 : 1));
}

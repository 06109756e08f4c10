import type { ManifestEntry } from './manifest.ts';

export type Decision = 'new' | 'updated' | 'unchanged' | 'edited' | 'deleted' | 'taken';

/** Nothing that somebody has written or deleted is overwritten. @param entry of an earlier import */
export function decideWrite(entry: ManifestEntry | undefined, onDisk: string | null, wanted: string): Decision {
  if (onDisk === wanted) return 'unchanged';
  if (!entry) return onDisk === null ? 'new' : 'taken';
  if (onDisk === null) return 'deleted';
  return onDisk === entry.digest ? 'updated' : 'edited';
}

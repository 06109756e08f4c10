import type { ManifestEntry } from './manifest.ts';

/** What is to become of one file. */
export type Decision = 'new' | 'updated' | 'unchanged' | 'edited' | 'deleted' | 'taken';

/**
 * Decides about a file without looking at anything but digests: nothing that somebody has written or deleted is
 * overwritten.
 * @param entry what an earlier import wrote for this text, if any
 * @param onDisk digest of the file that is there now; null where there is none
 * @param wanted digest of what would be written
 */
export function decideWrite(entry: ManifestEntry | undefined, onDisk: string | null, wanted: string): Decision {
  if (onDisk === wanted) return 'unchanged';
  if (!entry) return onDisk === null ? 'new' : 'taken';
  if (onDisk === null) return 'deleted';
  return onDisk === entry.digest ? 'updated' : 'edited';
}

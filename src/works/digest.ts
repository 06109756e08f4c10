import { hash } from 'node:crypto';

/** Digest of any number of texts, to tell whether something changed. 16 hex digits. */
export function digest(...texts: readonly string[]): string {
  return hash('sha256', `${texts.join('\0')}\0`).slice(0, 16);
}

import { hash } from 'node:crypto';

/** SHA-256 in lowercase hexadecimal, as `sha256sum` prints it. */
export function digestBytes(bytes: Uint8Array): string {
  return hash('sha256', bytes, 'hex');
}

/** 16 hex digits, to tell whether something changed. */
export function digest(...texts: readonly string[]): string {
  return hash('sha256', `${texts.join('\0')}\0`).slice(0, 16);
}

const digests = new Map<string, string>();

/** SHA-256 in base64, as a Content Security Policy names an inline script or style. */
export function digestText(text: string): string {
  const digest = digests.get(text) ?? hash('sha256', text, 'base64');
  if (digests.size < 64) digests.set(text, digest);
  return digest;
}

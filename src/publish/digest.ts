import { hash } from 'node:crypto';

/** SHA-256 in base64, as a Content Security Policy names an inline script. */
export function digestText(text: string): string {
  return hash('sha256', text, 'base64');
}

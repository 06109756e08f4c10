import { statSync } from 'node:fs';

/** `YYYY-MM-DD`, for texts whose source has no date. */
export function readNewestDay(files: readonly string[]): string {
  return new Date(Math.max(0, ...files.map((file) => statSync(file).mtimeMs))).toISOString().slice(0, 10);
}

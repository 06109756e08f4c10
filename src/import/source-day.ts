import { statSync } from 'node:fs';

/** Of the newest file, for texts whose source has no date. `YYYY-MM-DD`. */
export function readNewestDay(files: readonly string[]): string {
  return new Date(Math.max(0, ...files.map((file) => statSync(file).mtimeMs))).toISOString().slice(0, 10);
}

import { closeSync, mkdtempSync, openSync, readSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface SpoolPlace {
  readonly at: number;
  readonly length: number;
}

/** Texts wait on disk, so that an archive of any size needs little memory. */
export interface Spool {
  readonly put: (text: string) => SpoolPlace;
  readonly get: (place: SpoolPlace) => string;
  readonly folder: string;
  readonly close: () => void;
}

export function openSpool(): Spool {
  const folder = mkdtempSync(join(tmpdir(), 'beyt-import-'));
  const file = openSync(join(folder, 'texts'), 'w+');
  let end = 0;
  return {
    folder,
    put: (text) => {
      const bytes = Buffer.from(text, 'utf8');
      const place = { at: end, length: bytes.length };
      writeSync(file, bytes, 0, bytes.length, end);
      end += bytes.length;
      return place;
    },
    get: ({ at, length }) => {
      const bytes = Buffer.alloc(length);
      readSync(file, bytes, 0, length, at);
      return bytes.toString('utf8');
    },
    close: () => {
      closeSync(file);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

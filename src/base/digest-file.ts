import { createHash } from 'node:crypto';
import { closeSync, openSync, readSync } from 'node:fs';

const PIECE = 2 ** 20;

/** As `digestBytes`, however large the file is. */
export function digestFile(path: string): string {
  const sum = createHash('sha256');
  const piece = Buffer.alloc(PIECE);
  const file = openSync(path, 'r');
  try {
    for (let size = readSync(file, piece); size > 0; size = readSync(file, piece)) sum.update(piece.subarray(0, size));
  } finally {
    closeSync(file);
  }
  return sum.digest('hex');
}

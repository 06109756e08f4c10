import { openPromise } from 'yauzl';

/** So that a small archive cannot fill the memory. */
const LARGEST = 200 * 2 ** 20;

/** @throws Error where the archive is broken, or holds a file that is too large */
export async function readZip(file: string): Promise<Map<string, Buffer>> {
  const files = new Map<string, Buffer>();
  const archive = await openPromise(file);
  for await (const entry of archive.eachEntry()) {
    if (entry.fileName.endsWith('/')) continue;
    if (entry.uncompressedSize > LARGEST) throw new Error(`"${entry.fileName}" in the archive is larger than 200 MB`);
    const stream = await archive.openReadStreamPromise(entry);
    const pieces: Buffer[] = [];
    for await (const piece of stream) pieces.push(piece as Buffer);
    files.set(entry.fileName, Buffer.concat(pieces));
  }
  return files;
}

export async function listZip(file: string): Promise<string[]> {
  const names: string[] = [];
  const archive = await openPromise(file);
  for await (const { fileName } of archive.eachEntry()) names.push(fileName);
  return names;
}

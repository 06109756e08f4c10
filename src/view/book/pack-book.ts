import { buffer } from 'node:stream/consumers';
import { ZipFile } from 'yazl';

/** Packs files into one archive: the same bytes for the same files. The first is not compressed. */
export async function packBook(files: readonly [path: string, bytes: Uint8Array | string][]): Promise<Uint8Array> {
  const zip = new ZipFile();
  for (const [i, [path, bytes]] of files.entries())
    zip.addBuffer(Buffer.from(bytes as string), path, {
      // The first moment that the format knows, in whichever time zone the machine is: zip keeps local time.
      mtime: new Date(1980, 0, 1),
      forceDosTimestamp: true,
      mode: 0o100644,
      compress: i > 0,
    });
  zip.end();
  return buffer(zip.outputStream as NodeJS.ReadableStream);
}

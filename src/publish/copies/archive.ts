import { createWriteStream } from 'node:fs';
import { access, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { ZipFile } from 'yazl';
import { listFiles } from '../../base/list-files.ts';
import { addresses } from '../../content/addresses.ts';
import { isCompressedCopy } from './precompress.ts';

const packed = /\.(?:woff2|webp|avif|png|jpe?g|gif|epub|pf_\w+|pagefind)$/;

/**
 * Writes all files of a site into one `.zip`, `index.html` first, without compressed copies: the same bytes for the
 * same files. Readers unpack it and open `index.html`. An archive that is already there is replaced when the new one
 * is whole.
 * @returns how many files it holds
 * @throws where there is no such folder
 */
export async function writeArchive(folder: string, target: string): Promise<number> {
  await access(folder);
  const all = listFiles(folder);
  const names = new Set(all);
  const paths = all.filter((path) => !isCompressedCopy(path, names));
  paths.sort((a, b) => Number(b === addresses.root) - Number(a === addresses.root));
  const zip = new ZipFile();
  for (const path of paths) {
    zip.addFile(join(folder, path), path, {
      // The first moment of the format, in any time zone: zip keeps local time.
      mtime: new Date(1980, 0, 1),
      forceDosTimestamp: true,
      mode: 0o100644,
      compress: !packed.test(path),
    });
  }
  zip.end();
  const fresh = `${target}.new-${process.pid}`;
  try {
    const failed = new Promise<never>((_, reject) => zip.on('error', reject));
    await Promise.race([pipeline(zip.outputStream, createWriteStream(fresh)), failed]);
    await rename(fresh, target);
  } finally {
    await rm(fresh, { force: true });
  }
  return paths.length;
}

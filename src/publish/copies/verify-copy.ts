import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { digestBytes } from '../../base/digest.ts';
import { mapPool } from '../../base/map-pool.ts';
import { RefusalError } from '../../errors.ts';
import { compareCopies, type Difference } from './compare-copies.ts';
import { type Manifest, manifestPath, parseManifest } from './manifest.ts';
import type { SiteCopy } from './open-copy.ts';
import { isCompressedCopy } from './precompress.ts';

export async function readManifest(copy: SiteCopy): Promise<Manifest> {
  const bytes = await copy.read(manifestPath);
  if (!bytes) throw new RefusalError(`There is no ${manifestPath}`);
  return parseManifest(new TextDecoder().decode(bytes));
}

/**
 * Reads every file of a copy and compares it with a manifest: the copy's own finds damage, that of a build of one's
 * own finds forgery. Files that nobody listed are found in folders only. Compressed copies are compared by what they
 * unpack to.
 */
export async function verifyCopy(copy: SiteCopy, manifest: Manifest): Promise<Difference[]> {
  const { files } = manifest;
  const listed = (await copy.list()) ?? [...files.keys()];
  const names = { has: (path: string) => path === manifestPath || files.has(path) };
  const paths = listed.filter((path) => path !== manifestPath && !isCompressedCopy(path, names));
  const found = new Map<string, string>();
  await mapPool(paths, 8, async (path) => {
    const bytes = await copy.read(path);
    if (bytes) found.set(path, digestBytes(bytes));
  });
  const differences = compareCopies(files, found, { served: copy.served });
  const compressed = listed.filter((path) => isCompressedCopy(path, names));
  const changed = await mapPool(compressed, 8, async (path): Promise<Difference[]> => {
    const original = path.replace(/\.\w+$/, '');
    const bytes = original === manifestPath ? await copy.read(manifestPath) : undefined;
    const wanted = bytes ? digestBytes(bytes) : files.get(original)?.sha256;
    return unpackedDigest(path, (await copy.read(path)) ?? new Uint8Array()) === wanted
      ? []
      : [{ kind: 'changed', path }];
  });
  return [...differences, ...changed.flat()].sort((a, b) => (a.path < b.path ? -1 : 1));
}

function unpackedDigest(path: string, bytes: Uint8Array): string | undefined {
  try {
    return digestBytes(path.endsWith('.br') ? brotliDecompressSync(bytes) : gunzipSync(bytes));
  } catch {
    return undefined;
  }
}

export function compareManifests(wanted: Manifest, actual: Manifest): Difference[] {
  return compareCopies(wanted.files, new Map([...actual.files].map(([path, { sha256 }]) => [path, sha256])));
}

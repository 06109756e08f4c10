import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { listFiles } from '../base/list-files.ts';
import { mapPool } from '../base/map-pool.ts';
import { describeBytes, type FileEntry, formatManifest, manifestPath } from './copies/manifest.ts';
import { precompressFiles } from './copies/precompress.ts';
import type { SourceCommit } from './source-commit.ts';

export interface FinishOptions {
  readonly source: SourceCommit;
  readonly precompress?: boolean;
  /** By path: files that are not read again. */
  readonly known?: ReadonlyMap<string, FileEntry>;
}

export async function finishSite(folder: string, { source, precompress = false, known }: FinishOptions): Promise<void> {
  const paths = listFiles(folder)
    .filter((path) => path !== manifestPath)
    .sort();
  const unknown = paths.filter((path) => !known?.has(path));
  const read = new Map(
    await mapPool(unknown, 16, async (path) => [path, describeBytes(await readFile(join(folder, path)))] as const),
  );
  const files = new Map(paths.map((path) => [path, known?.get(path) ?? read.get(path)!]));
  await writeFile(join(folder, manifestPath), formatManifest({ version: 1, ...source, files }));
  if (precompress) await precompressFiles(folder, [...paths, manifestPath]);
}

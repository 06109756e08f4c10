import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { nearRules } from '../client/near-rules.ts';
import { listFiles } from '../works/list-files.ts';
import { type Assets, inlineStyles, openAssets } from './assets.ts';
import { digestText } from './digest.ts';
import { formatHeaders } from './host-files.ts';
import { describeBytes, type FileEntry, formatManifest, manifestPath } from './manifest.ts';
import { mapPool } from './map-pool.ts';
import { precompressFiles } from './precompress.ts';
import type { SourceCommit } from './source-commit.ts';

export interface FinishOptions {
  /** What the content is. */
  readonly source: SourceCommit;
  /** Whether to write `.br` and `.gz` beside the files. */
  readonly precompress?: boolean;
  /** What the build knows already of files that it wrote, by path: they are not read again. */
  readonly known?: ReadonlyMap<string, FileEntry>;
}

/**
 * Adds to a built site what belongs to the whole of it: files that hosts read (those of `public/` win), the manifest,
 * and compressed copies.
 */
export async function finishSite(folder: string, { source, precompress = false, known }: FinishOptions): Promise<void> {
  const assets = await openAssets();
  const present = listFiles(folder);
  const depths = new Set(present.filter((path) => path.endsWith('.html')).map((path) => path.split('/').length - 1));
  const kinds = Object.keys(assets.pageStyles) as (keyof Assets['pageStyles'])[];
  const inline = {
    inlineScripts: [assets.notFoundScript, assets.headScript, nearRules],
    inlineStyles: [...depths].sort().flatMap((depth) => kinds.map((kind) => inlineStyles(assets, kind, depth))),
  };
  await writeUnlessThere(folder, '_headers', formatHeaders(digestText, inline));
  await writeUnlessThere(folder, '.nojekyll', '');
  const paths = [...new Set([...present, '_headers', '.nojekyll'])].filter((path) => path !== manifestPath).sort();
  const unknown = paths.filter((path) => !known?.has(path));
  const read = new Map(
    await mapPool(unknown, 16, async (path) => [path, describeBytes(await readFile(join(folder, path)))] as const),
  );
  const files = new Map(paths.map((path) => [path, known?.get(path) ?? read.get(path)!]));
  await writeFile(join(folder, manifestPath), formatManifest({ version: 1, ...source, files }));
  if (precompress) await precompressFiles(folder, [...paths, manifestPath]);
}

async function writeUnlessThere(folder: string, path: string, text: string): Promise<void> {
  if (!existsSync(join(folder, path))) await writeFile(join(folder, path), text);
}

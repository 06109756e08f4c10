import { join } from 'node:path';
import { type ImportOptions, importSource } from '../../src/import/import-source.ts';
import { openSource } from '../../src/import/open-source.ts';
import type { SourceKind } from '../../src/import/source-kinds.ts';
import { findFallbackAuthor } from '../../src/import/write/fallback-author.ts';

/** As the command does it. */
export async function runImport(
  kind: SourceKind,
  files: readonly string[],
  folder: string,
  options: Partial<ImportOptions> = {},
) {
  const uploads = options.uploads ?? [];
  return importSource(await openSource(kind, files, { types: [], categories: 'topics', uploads }), {
    contentDir: join(folder, 'content'),
    publicDir: join(folder, 'public'),
    uploads,
    dryRun: false,
    glossary: [],
    byContent: true,
    author: findFallbackAuthor(undefined, []),
    now: new Date('2026-11-29'),
    pages: [],
    claims: [],
    settings: { embeds: ['youtube'], redirects: {}, timeZone: 'Asia/Kabul' },
    progress: () => {},
    ...options,
  });
}

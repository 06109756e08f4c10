import { openAssets } from '../assets/assets.ts';
import { type Finding, hasErrors } from '../errors.ts';
import { openPublication } from '../works/current.ts';
import type { BuildCache } from './build-cache.ts';
import { buildSite } from './build-site.ts';
import { finishSite } from './finish.ts';
import type { Part } from './plan-site.ts';
import { createProgress } from './progress.ts';
import { publishFolder } from './publish-folder.ts';
import { readSourceCommit } from './source-commit.ts';
import { formatSummary } from './summary.ts';
import { readEditions } from './threads/read-editions.ts';
import type { ThreadPool } from './threads/thread-pool.ts';

export interface PublishSiteOptions {
  readonly contentDir: string;
  readonly outDir: string;
  readonly siteUrl: string | undefined;
  readonly threads: ThreadPool;
  readonly cache: BuildCache;
  readonly codeVersion: string;
  readonly without: ReadonlySet<Part>;
  readonly precompress: boolean | undefined;
  readonly report: (finding: Finding) => void;
}

/** Builds beside `outDir`, then takes its place. @returns what to say of it @throws ContentError for wrong content */
export async function publishSite(options: PublishSiteOptions): Promise<string> {
  const { contentDir, outDir, siteUrl, threads, cache, codeVersion, without, precompress, report } = options;
  const progress = createProgress(process.stderr);
  progress.begin('content');
  const commit = readSourceCommit(contentDir);
  const assets = openAssets();
  // Where settings are wrong, their own error is of more use.
  assets.catch(() => undefined);
  const publication = await openPublication(cache.facts, (files) => readEditions(threads, files));
  if (!hasErrors(publication.content.findings)) await assets;
  let summary = '';
  await publishFolder(outDir, async (folder) => {
    const site = await buildSite({
      publication,
      threads,
      folder,
      cache,
      codeVersion,
      siteUrl,
      without,
      progress,
      report,
    });
    progress.begin('finish');
    await finishSite(folder, { source: await commit, precompress, known: cache.listFiles() });
    cache.save();
    summary = formatSummary(publication, site, progress.end());
  });
  return summary;
}

import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { ContentError, type Finding, formatFinding } from '../errors.ts';
import { openAssets } from '../publish/assets.ts';
import { openBuildCache } from '../publish/build-cache.ts';
import { buildSite } from '../publish/build-site.ts';
import { readCodeVersion } from '../publish/code-version.ts';
import { finishSite } from '../publish/finish.ts';
import { createProgress } from '../publish/progress.ts';
import { publishFolder } from '../publish/publish-folder.ts';
import { readEditions } from '../publish/read-editions.ts';
import type { Part } from '../publish/site-pages.ts';
import { formatSummary } from '../publish/summary.ts';
import { openThreadPool } from '../publish/thread-pool.ts';
import { readEnvironment } from '../site.ts';
import { openPublication } from '../works/current.ts';
import { digest } from '../works/digest.ts';
import { listRecords } from '../works/record-files.ts';

const parts: readonly Part[] = ['search', 'facing'];

const told = new Set<Finding>();
function report(finding: Finding): void {
  told.add(finding);
  console.error(formatFinding(finding));
}

/** `npm run build`: checks the content, builds it beside `dist/`, and puts it in the place of `dist/` when it is whole. */
async function main(): Promise<void> {
  let summary = '';
  const { values: options } = parseArgs({
    options: {
      archive: { type: 'boolean' },
      precompress: { type: 'boolean' },
      without: { type: 'string', multiple: true, default: [] },
    },
  });
  const { contentDir, outDir, siteUrl } = readEnvironment();
  const progress = createProgress(process.stderr);
  progress.begin('content');
  // One a site: whoever builds another content or for another address does not undo what this one kept.
  const cacheDir = process.env.BEYT_CACHE ?? join('.cache/beyt', digest(resolve(contentDir), siteUrl ?? ''));
  const cache = openBuildCache(cacheDir, readCodeVersion());
  // Where there is nothing to go by, all works are to be made.
  const threads = openThreadPool(cache.isEmpty ? listRecords(contentDir).length : 0);
  const [publication] = await Promise.all([
    openPublication(cache.facts, (files) => readEditions(threads, files)),
    openAssets(),
  ]);
  if (!siteUrl)
    console.warn(
      'SITE_URL is not set: canonical addresses, hreflang, the sitemap and absolute links in feeds are left out.',
    );
  const without = new Set(parts.filter((part) => options.without.includes(part)));
  try {
    await publishFolder(outDir, async (folder) => {
      const pages = await buildSite({ publication, threads, folder, cache, siteUrl, without, progress, report });
      progress.begin('finish');
      await finishSite(folder, { contentDir, precompress: options.precompress, known: cache.listFiles() });
      cache.save();
      summary = formatSummary(publication, pages, progress.end());
    });
  } finally {
    await threads.close();
  }
  console.log(summary);
  if (options.archive) {
    const { writeArchive } = await import('../publish/archive.ts');
    const target = `${resolve(outDir)}.zip`;
    console.log(`Put ${await writeArchive(outDir, target)} files into ${target}`);
  }
}

try {
  await main();
} catch (error) {
  if (error instanceof ContentError) {
    // A text may be gone when it is read for the second time.
    for (const finding of error.findings) if (!told.has(finding)) report(finding);
    console.error(
      `\n${error.findings.length} ${error.findings.length === 1 ? 'error' : 'errors'}: nothing was published.`,
    );
  } else console.error(/^ERR_PARSE_ARGS/.test((error as { code?: string }).code ?? '') ? String(error) : error);
  process.exitCode = 1;
}

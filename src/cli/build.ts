import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { digest } from '../base/digest.ts';
import { describePlan } from '../content/planning.ts';
import { ContentError, type Finding, formatFinding } from '../errors.ts';
import { openBuildCache } from '../publish/build-cache.ts';
import { readCodeVersion } from '../publish/code-version.ts';
import type { Part } from '../publish/plan-site.ts';
import { openThreadPool } from '../publish/threads/thread-pool.ts';
import { listRecords } from '../records/record-files.ts';
import { readEnvironment } from '../site.ts';

const parts: readonly Part[] = ['search', 'facing'];

const told = new Set<Finding>();
function report(finding: Finding): void {
  told.add(finding);
  console.error(formatFinding(finding));
}

/** `npm run build`: checks the content, builds it beside `dist/`, and puts it in the place of `dist/` when it is whole. */
async function main(): Promise<void> {
  const { values: options } = parseArgs({
    options: {
      archive: { type: 'boolean' },
      precompress: { type: 'boolean' },
      without: { type: 'string', multiple: true, default: [] },
    },
  });
  const { contentDir, outDir, siteUrl } = readEnvironment();
  // One a site: whoever builds another content or for another address does not undo what this one kept.
  const cacheDir = process.env.BEYT_CACHE ?? join('.cache/beyt', digest(resolve(contentDir), siteUrl ?? ''));
  const codeVersion = readCodeVersion();
  const cache = openBuildCache(cacheDir, codeVersion);
  // Where there is nothing to go by, all works are to be made: threads load their code while this one loads its own.
  const threads = openThreadPool(cache.isEmpty ? listRecords(contentDir).length : 0);
  if (!siteUrl)
    console.warn(
      'SITE_URL is not set: canonical addresses, hreflang, the sitemap and absolute links in feeds are left out.',
    );
  try {
    const without = new Set(parts.filter((part) => options.without.includes(part)));
    const { precompress } = options;
    const { publishSite } = await import('../publish/publish-site.ts');
    console.log(
      await publishSite({ contentDir, outDir, siteUrl, threads, cache, codeVersion, without, precompress, report }),
    );
    const { openPublication } = await import('../works/current.ts');
    for (const line of describePlan((await openPublication()).content.plan)) console.log(line);
  } finally {
    await threads.close();
  }
  if (options.archive) {
    const { writeArchive } = await import('../publish/copies/archive.ts');
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
  } else {
    const { code = '', cause } = error as { code?: string; cause?: unknown };
    // What is wrong comes first; where it comes from is for whoever wrote the page.
    console.error(cause || /^ERR_PARSE_ARGS/.test(code) ? String(error) : error);
    if (cause) console.error(cause);
  }
  process.exitCode = 1;
}

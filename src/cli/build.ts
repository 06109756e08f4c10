import { join, resolve } from 'node:path';
import { digest } from '../base/digest.ts';
import { describePlan } from '../content/planning.ts';
import { ContentError, type Finding, formatFinding } from '../errors.ts';
import { openBuildCache } from '../publish/build-cache.ts';
import { readCodeVersion } from '../publish/code-version.ts';
import type { Part } from '../publish/plan-site.ts';
import { openThreadPool } from '../publish/threads/thread-pool.ts';
import { listRecords } from '../records/record-files.ts';
import { readEnvironment } from '../site.ts';
import { ArgumentsError, runCommand } from './run-command.ts';

const parts: readonly Part[] = ['search', 'facing'];

const reported = new Set<Finding>();
function report(finding: Finding): void {
  reported.add(finding);
  console.error(formatFinding(finding));
}

const usage = `npm run build                      check the content and make the site, in dist/
npm run build -- --archive         also dist.zip, the whole site in one file
npm run build -- --precompress     also a compressed copy of each file, for servers that send those
npm run build -- --without PART    leave out ${parts.join(' or ')}; may be given several times`;

const options = {
  archive: { type: 'boolean', default: false },
  precompress: { type: 'boolean', default: false },
  without: { type: 'string', multiple: true, default: [] as string[] },
} as const;

function readParts(names: readonly string[]): Set<Part> {
  const unknown = names.filter((name) => !parts.some((part) => part === name));
  if (unknown.length > 0) throw new ArgumentsError(`--without is ${parts.join(' or ')}, not ${unknown.join(', ')}.`);
  return new Set(parts.filter((part) => names.includes(part)));
}

/** `npm run build`: the new site takes the place of `dist/` when it is whole. */
async function build(
  environment: ReturnType<typeof readEnvironment>,
  without: ReadonlySet<Part>,
  precompress: boolean,
  archive: boolean,
): Promise<void> {
  const { contentDir, outDir, siteUrl } = environment;
  // One per site: builds of other content, or for another address, do not undo what this one kept.
  const cacheDir = process.env.BEYT_CACHE ?? join('.cache/beyt', digest(resolve(contentDir), siteUrl ?? ''));
  const codeVersion = readCodeVersion();
  const cache = openBuildCache(cacheDir, codeVersion);
  // Where all works are to be made, threads load their code while this one loads its own.
  const threads = openThreadPool(cache.isEmpty ? listRecords(contentDir).length : 0);
  if (!siteUrl)
    console.warn(
      'SITE_URL is not set: canonical addresses, hreflang, the sitemap and absolute links in feeds are left out.',
    );
  if (environment.preview)
    console.warn(
      `PREVIEW=1: ${outDir} will also have drafts, what waits and what has expired. Put it where only you can see it.`,
    );
  try {
    const { publishSite } = await import('../publish/publish-site.ts');
    console.log(
      await publishSite({ contentDir, outDir, siteUrl, threads, cache, codeVersion, without, precompress, report }),
    );
    const { openPublication } = await import('../works/current.ts');
    for (const line of describePlan((await openPublication()).content.plan)) console.log(line);
  } finally {
    await threads.close();
  }
  if (archive) {
    const { writeArchive } = await import('../publish/copies/archive.ts');
    const target = `${resolve(outDir)}.zip`;
    console.log(`Put ${await writeArchive(outDir, target)} files into ${target}`);
  }
}

function printFailure(error: unknown): void {
  if (error instanceof ContentError) {
    // A text may be gone when it is read again.
    for (const finding of error.findings) if (!reported.has(finding)) report(finding);
    const count = error.findings.length;
    console.error(`\n${count} ${count === 1 ? 'error' : 'errors'}: nothing was published.`);
  } else {
    const { cause } = error as { cause?: unknown };
    // What is wrong comes first; where it comes from is for the person who wrote the page.
    console.error(cause ? String(error) : error);
    if (cause) console.error(cause);
  }
}

await runCommand({ name: 'npm run build', usage, options }, async ({ without, precompress, archive }) => {
  const leftOut = readParts(without);
  const environment = readEnvironment();
  try {
    await build(environment, leftOut, precompress, archive);
  } catch (error) {
    printFailure(error);
    return 1;
  }
  return 0;
});

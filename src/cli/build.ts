import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { build } from 'astro';
import { ContentError, formatFinding } from '../errors.ts';
import { openAssets } from '../publish/assets.ts';
import { writeFiles } from '../publish/files.ts';
import { finishSite } from '../publish/finish.ts';
import { publishFolder } from '../publish/publish-folder.ts';
import { buildSearchFiles } from '../publish/search-files.ts';
import { readEnvironment } from '../site.ts';
import { openPublication } from '../works/current.ts';

/** `npm run build`: checks the content, builds it beside `dist/`, and puts it in the place of `dist/` when it is whole. */
async function main(): Promise<void> {
  const { values: options } = parseArgs({
    options: { archive: { type: 'boolean' }, precompress: { type: 'boolean' } },
  });
  const { contentDir, outDir, siteUrl } = readEnvironment();
  const publication = await openPublication();
  const findings = publication.collectFindings();
  for (const finding of findings) console.error(formatFinding(finding));
  const broken = findings.filter((f) => f.severity === 'error');
  if (broken.length) throw new ContentError(broken);
  if (!siteUrl)
    console.warn(
      'SITE_URL is not set: canonical addresses, hreflang, the sitemap and absolute links in feeds are left out.',
    );
  await publishFolder(outDir, async (folder) => {
    await build({ outDir: folder, logLevel: 'warn' });
    await writeFiles(folder, (await openAssets()).files);
    await writeFiles(folder, await buildSearchFiles(publication));
    await finishSite(folder, { contentDir, precompress: options.precompress });
  });
  console.log(`Built ${publication.content.works.length} works into ${join(outDir, '/')}`);
  if (options.archive) {
    const { writeArchive } = await import('../publish/archive.ts');
    const target = `${resolve(outDir)}.zip`;
    console.log(`Put ${await writeArchive(outDir, target)} files into ${target}`);
  }
}

try {
  await main();
} catch (error) {
  if (error instanceof ContentError)
    console.error(
      `\n${error.findings.length} ${error.findings.length === 1 ? 'error' : 'errors'}: nothing was published.`,
    );
  else console.error(error);
  process.exitCode = 1;
}

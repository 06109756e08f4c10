import { existsSync, readdirSync, rmSync, statSync, utimesSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { digest } from '../base/digest.ts';
import type { Content } from '../content/load.ts';
import { listEditions } from '../content/work.ts';
import { type Bundle, readBundle } from './bundle.ts';

const bundlesFolder = '.cache/renderer';
/** In milliseconds. Another build may be loading a younger bundle. */
const MOST_AGE = 24 * 3600 * 1000;

function removeOld(used: string): void {
  for (const name of readdirSync(bundlesFolder)) {
    const path = join(bundlesFolder, name);
    if (resolve(path) !== used && Date.now() - statSync(path).mtimeMs > MOST_AGE)
      rmSync(path, { recursive: true, force: true });
  }
}

/**
 * The bundle that renders a site: of an earlier build where code, settings, dependencies and imported modules are the
 * same, else made anew by Astro and Vite.
 * @param codeVersion digest of the site's code, settings and dependencies
 */
export async function openBundle(content: Content, codeVersion: string, siteUrl: string | undefined): Promise<Bundle> {
  const importing = content.works.flatMap(listEditions).filter(({ mayImport }) => mayImport);
  const editions = importing.map(({ file, digest }) => `${file} ${digest}`);
  // Bundles name modules of the core by their place on disk.
  const folder = resolve(bundlesFolder, digest(codeVersion, resolve('.'), siteUrl ?? '', ...editions));
  const known = readBundle(folder);
  if (known) {
    const now = new Date();
    utimesSync(folder, now, now);
    return known;
  }
  const { makeBundle } = await import('./make-bundle.ts');
  const bundle = await makeBundle(folder, siteUrl);
  if (existsSync(bundlesFolder)) removeOld(folder);
  return bundle;
}

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { runBuild, siteUrl } from '../support/build-site.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Folder of the small site that every browser walks through. */
    walk: string;
  }
}

/** Builds `tests/fixtures/walk` once for all browsers. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'beyt-walk-'));
  const walk = join(folder, 'site');
  const { code, output } = await runBuild({
    OUT_DIR: walk,
    SITE_URL: siteUrl,
    CONTENT_DIR: 'tests/fixtures/walk',
    BEYT_CONFIG: 'tests/support/beyt.config.ts',
  });
  if (code !== 0) throw new Error(`The site does not build:\n${output}`);
  project.provide('walk', walk);
  return () => rm(folder, { recursive: true, force: true });
}

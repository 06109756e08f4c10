import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { TestProject } from 'vitest/node';

export const siteUrl = 'https://beyt.example/';

/** Stays as it is, whatever is in `content/`. */
export const showcase = 'tests/fixtures/showcase';

declare module 'vitest' {
  interface ProvidedContext {
    dist: string;
  }
}

const shared = 'BEYT_TEST_DIST';

/** In a process of its own, as an editor does. Resolves to what it printed. */
export async function runBuild(
  env: Record<string, string>,
  options: readonly string[] = [],
  cwd = process.cwd(),
): Promise<{ code: number; output: string }> {
  // Vitest's own variables would tell Vite that this is a test of modules, not a build.
  const { DEV: _dev, PROD: _prod, MODE: _mode, SSR: _ssr, BASE_URL: _base, VITEST: _vitest, ...own } = process.env;
  const run = promisify(execFile)(process.execPath, ['src/cli/build.ts', ...options], {
    cwd,
    env: { ...own, NODE_ENV: 'production', BEYT_CONFIG: 'tests/support/built-site.config.ts', ...env },
    maxBuffer: 1 << 26,
  });
  return run.then(
    ({ stdout, stderr }) => ({ code: 0, output: stdout + stderr }),
    (error: { code?: number; stdout?: string; stderr?: string }) => ({
      code: error.code ?? 1,
      output: `${error.stdout ?? ''}${error.stderr ?? ''}`,
    }),
  );
}

/** Once for all projects. `BEYT_TEST_DIST`: a folder built with `SITE_URL=https://beyt.example/` to test instead. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const given = process.env[shared];
  if (given) {
    project.provide('dist', given);
    return async () => {};
  }
  const folder = await mkdtemp(join(tmpdir(), 'beyt-dist-'));
  const dist = join(folder, 'site');
  const { code, output } = await runBuild({ OUT_DIR: dist, SITE_URL: siteUrl, CONTENT_DIR: showcase });
  if (code !== 0) throw new Error(`The site does not build:\n${output}`);
  process.env[shared] = dist;
  project.provide('dist', dist);
  return async () => {
    delete process.env[shared];
    await rm(folder, { recursive: true, force: true });
  };
}

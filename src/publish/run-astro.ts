import { existsSync, mkdirSync, readdirSync, renameSync } from 'node:fs';
import { cp, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { build } from 'astro';
import { type MakePages, prerenderWorks } from '../integration/prerender-works.ts';
import { listFiles } from '../works/list-files.ts';
import { isRunning } from './publish-folder.ts';

/** Where Astro builds: it empties its folder first, and keeps its bundle within the project's. */
const astroFolder = '.cache/astro';

export interface RunAstroOptions {
  /** The folder that gets what Astro has made. */
  readonly folder: string;
  readonly siteUrl: string | undefined;
  readonly makePages: MakePages;
}

/** Runs Astro in a folder of its own; what a killed build left beside it is cleared away. */
export async function runAstro({ folder, siteUrl, makePages }: RunAstroOptions): Promise<void> {
  const others = existsSync(astroFolder) ? readdirSync(astroFolder) : [];
  for (const name of others) if (!isRunning(Number(name))) await rm(join(astroFolder, name), { recursive: true });
  const outDir = join(astroFolder, String(process.pid));
  // Astro counts its users unless it is told not to.
  process.env.ASTRO_TELEMETRY_DISABLED = '1';
  const origin = new URL(siteUrl ?? 'http://localhost').origin;
  try {
    await build({ outDir, logLevel: 'warn', integrations: [prerenderWorks(makePages, origin)] });
    await moveFiles(outDir, folder);
  } finally {
    await rm(outDir, { recursive: true, force: true });
  }
}

/** Moves files into a folder. One of the same name there is replaced, never written through: it may be a hard link. */
async function moveFiles(from: string, to: string): Promise<void> {
  for (const path of listFiles(from)) {
    const target = join(to, path);
    mkdirSync(dirname(target), { recursive: true });
    try {
      renameSync(join(from, path), target);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EXDEV') throw error;
      await rm(target, { force: true });
      await cp(join(from, path), target);
    }
  }
}

import { existsSync } from 'node:fs';
import { mkdir, readdir, rename, rm } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { isRunning } from '../base/is-running.ts';

/** Whatever happens, `outDir` is the old site or the new one, never a mix. Clears away what a killed run left. */
export async function publishFolder(outDir: string, make: (folder: string) => Promise<void>): Promise<void> {
  const target = resolve(outDir);
  const parent = dirname(target);
  const prefix = `.${basename(target)}.`;
  await mkdir(parent, { recursive: true });
  await recover(target, parent, prefix);
  const fresh = join(parent, `${prefix}new-${process.pid}`);
  const old = join(parent, `${prefix}old-${process.pid}`);
  try {
    await make(fresh);
    if (existsSync(target)) await rename(target, old);
    await rename(fresh, target).catch(async (error) => {
      if (existsSync(old)) await rename(old, target);
      throw error;
    });
  } finally {
    await rm(fresh, { recursive: true, force: true });
    if (existsSync(target)) await rm(old, { recursive: true, force: true });
  }
}

async function recover(target: string, parent: string, prefix: string): Promise<void> {
  for (const name of (await readdir(parent)).sort()) {
    const match = name.startsWith(prefix) ? /(new|old)-(\d+)$/.exec(name) : null;
    if (!match || isRunning(Number(match[2]))) continue;
    const path = join(parent, name);
    if (match[1] === 'old' && !existsSync(target)) await rename(path, target);
    else await rm(path, { recursive: true, force: true });
  }
}

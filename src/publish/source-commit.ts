import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { Manifest } from './copies/manifest.ts';

const run = promisify(execFile);

export type SourceCommit = Pick<Manifest, 'commit' | 'modified'>;

/** A folder's commit, and whether its files differ. `commit` is null without git, or where git knows no such folder. */
export async function readSourceCommit(folder: string): Promise<SourceCommit> {
  const git = async (...args: string[]) => {
    const { stdout } = await run('git', ['-C', folder, ...args], { maxBuffer: 1 << 28 });
    return stdout.trim();
  };
  try {
    if ((await git('ls-files', '--', '.')) === '') return { commit: null, modified: false };
    const commit = await git('rev-parse', 'HEAD');
    return { commit, modified: (await git('status', '--porcelain', '--', '.')) !== '' };
  } catch {
    return { commit: null, modified: false };
  }
}

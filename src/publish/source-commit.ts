import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { Manifest } from './copies/manifest.ts';

const run = promisify(execFile);

export type SourceCommit = Pick<Manifest, 'commit' | 'modified'>;

/**
 * The git commit that a folder of content is at, and whether its files differ from it. `commit` is null where
 * there is no repository, no git, or the repository does not know the folder.
 */
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

import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import semver from 'semver';
import { RefusalError } from '../errors.ts';
import { listDuties } from '../setup/changelog.ts';
import { describeConflicts, describeNext } from '../setup/describe-upgrade.ts';
import { ownPlaces, ownWhenChanged } from '../setup/own-places.ts';
import { ArgumentsError, runCommand } from './run-command.ts';

const usage = `npm run upgrade -- VERSION               merge a later version of Beyt, such as v0.2.0, and commit it
npm run upgrade                          list the versions that there are

  --from REMOTE    the remote, or the address, that versions come from (beyt)

Your own places are left as they are: ${ownPlaces.join(', ')}, and ${ownWhenChanged.join(', ')} if you have changed it.`;

interface GitOptions {
  readonly input?: string;
  readonly env?: Readonly<Record<string, string>>;
}

/** @throws RefusalError with git's own words */
function git(args: readonly string[], { input = '', env = {} }: GitOptions = {}): string {
  try {
    return execFileSync('git', args, {
      encoding: 'utf8',
      input,
      env: { ...process.env, ...env },
      stdio: ['pipe', 'pipe', 'pipe'],
      maxBuffer: 1 << 28,
    });
  } catch (error) {
    const { stderr, stdout, message } = error as Error & { stderr?: string; stdout?: string };
    throw new RefusalError(`git ${args.join(' ')}: ${(stderr || stdout || message).trim()}`);
  }
}

function tryGit(...args: string[]): string | undefined {
  try {
    return git(args).trim();
  } catch {
    return undefined;
  }
}

/** Where an upgrade would be mixed with something else, or cannot be taken back. */
function refuseUnclean(): void {
  if (tryGit('rev-parse', '--git-dir') === undefined) throw new RefusalError('This folder is not a git repository.');
  if (tryGit('rev-parse', '--verify', '-q', 'MERGE_HEAD') !== undefined)
    throw new RefusalError('A merge is under way already. Finish it with "git commit", or leave it: git merge --abort');
  const changed = git(['status', '--porcelain']).trimEnd();
  if (changed) throw new RefusalError(`These files are not committed. Commit them first:\n${changed}`);
}

function listTags(from: string): string[] {
  if (from === 'beyt' && tryGit('remote', 'get-url', 'beyt') === undefined)
    throw new RefusalError(
      'There is no remote named "beyt" yet. Name it once: git remote add beyt ADDRESS, the address that you cloned Beyt from.',
    );
  return [...git(['ls-remote', '--tags', '--refs', from]).matchAll(/refs\/tags\/(v?\d\S*)$/gm)]
    .map(([, tag]) => tag!)
    .filter((tag) => semver.valid(tag))
    .sort(semver.compare);
}

const listTree = (commit: string, places: readonly string[]) => git(['ls-tree', '-r', '-z', commit, '--', ...places]);

/** So that git finds the same there on both sides, and neither new samples nor deleted ones can arrive or conflict. */
function replacePlaces(version: string, commit: string): string {
  const base = git(['merge-base', 'HEAD', commit]).trim();
  const changed = ownWhenChanged.filter((file) => listTree(base, [file]) !== listTree('HEAD', [file]));
  const places = [...ownPlaces, ...changed];
  const scratch = mkdtempSync(join(tmpdir(), 'beyt-upgrade-'));
  const env = { GIT_INDEX_FILE: join(scratch, 'index') };
  try {
    git(['read-tree', commit], { env });
    const theirs = git(['ls-files', '-z', '--', ...places], { env });
    git(['update-index', '-z', '--force-remove', '--stdin'], { env, input: theirs });
    git(['update-index', '-z', '--index-info'], { env, input: listTree('HEAD', places) });
    const tree = git(['write-tree'], { env }).trim();
    return git(['commit-tree', tree, '-p', commit, '-m', `${version} with the places of this publication`]).trim();
  } finally {
    rmSync(scratch, { recursive: true });
  }
}

const readVersion = (commit: string): string =>
  (JSON.parse(git(['show', `${commit}:package.json`])) as { version: string }).version;

function describeVersions(from: string): string {
  const tags = listTags(from);
  const present = readVersion('HEAD');
  const isKnown = tags.some((tag) => semver.eq(tag, present));
  const marked = tags.map((tag) => (semver.eq(tag, present) ? `${tag} (this publication's)` : tag));
  return [
    `There are: ${marked.join(', ') || 'none'}.`,
    ...(isKnown ? [] : [`This publication has ${present}, which is none of them.`]),
  ].join('\n');
}

function upgrade(version: string, from: string): number {
  refuseUnclean();
  const tags = listTags(from);
  const tag = semver.valid(version) ? tags.find((name) => semver.eq(name, version)) : undefined;
  if (!tag) throw new RefusalError(`There is no version ${version}. There are: ${tags.join(', ') || 'none'}.`);
  // The tag itself is not fetched: it could have the name of the newsroom's own.
  git(['fetch', '-q', '--no-tags', from, `refs/tags/${tag}`]);
  const commit = git(['rev-parse', 'FETCH_HEAD^{commit}']).trim();
  if (tryGit('merge-base', '--is-ancestor', commit, 'HEAD') !== undefined) {
    console.log(`${tag} is part of this publication already.`);
    return 0;
  }
  if (tryGit('merge-base', 'HEAD', commit) === undefined)
    throw new RefusalError(
      `This clone has no history in common with ${tag}. docs/upgrading.md says how to begin such a history.`,
    );
  const before = readVersion('HEAD');
  const merged = replacePlaces(tag, commit);
  let reason = '';
  try {
    // A sample that moved into the engine would pass for a renamed file, which the newsroom has deleted.
    const plainly = ['-s', 'recursive', '-X', 'no-renames'];
    git(['merge', ...plainly, '--no-ff', '--no-commit', '-q', '-m', `Upgrade to ${tag}`, merged]);
  } catch (error) {
    reason = (error as Error).message;
  }
  const conflicts = git(['diff', '--name-only', '--diff-filter=U', '-z']).split('\0').filter(Boolean);
  if (conflicts.length > 0) {
    console.error(describeConflicts(tag, conflicts));
    return 1;
  }
  if (reason) throw new RefusalError(reason);
  git(['commit', '-q', '--no-edit']);
  const changelog = existsSync('CHANGELOG.md') ? git(['show', 'HEAD:CHANGELOG.md']) : '';
  console.log(describeNext(tag, listDuties(changelog, before, tag)));
  return 0;
}

const options = { from: { type: 'string', default: 'beyt' } } as const;

await runCommand({ name: 'npm run upgrade', usage, options, takesNames: true }, ({ from }, [version, ...rest]) => {
  if (rest.length > 0) throw new ArgumentsError('Name one version.');
  if (version !== undefined) return upgrade(version, from);
  console.log(`${describeVersions(from)}\n\n${usage}`);
  return 0;
});

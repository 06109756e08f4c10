import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Difference } from '../publish/copies/compare-copies.ts';
import { type Manifest, manifestPath } from '../publish/copies/manifest.ts';
import { openCopy } from '../publish/copies/open-copy.ts';
import { compareManifests, readManifest, verifyCopy } from '../publish/copies/verify-copy.ts';
import { readEnvironment } from '../site.ts';
import { ArgumentsError, runCommand } from './run-command.ts';

const usage = `npm run verify -- <folder or address> [--against <folder or address>]

Reads every file of a copy of the site and says what differs from its manifest.json. Where a build of your own is in
dist/, and is of the same commit, the copy must be that build too. --against names another build to hold it to, whatever
its commit. Exit code: 0 the same, 1 different, 2 not readable.`;

const describe = ({ commit, modified }: Manifest) =>
  commit ? `commit ${commit.slice(0, 12)}${modified ? ', with changes on top' : ''}` : 'no commit known';

function print(differences: readonly Difference[]): void {
  for (const { kind, path } of differences) console.log(`${kind.padEnd(8)} ${path}`);
}

async function verify([target, ...rest]: readonly string[], named?: string): Promise<number> {
  if (!target || rest.length) throw new ArgumentsError('Name one copy of the site: a folder or an address.');
  const copy = await openCopy(target);
  const manifest = await readManifest(copy);
  const damage = await verifyCopy(copy, manifest);
  print(damage);
  console.log(
    damage.length
      ? `${damage.length} of ${manifest.files.size} files differ from the copy's own manifest (${describe(manifest)}).`
      : `${manifest.files.size} files, all as the copy's own manifest says (${describe(manifest)}).`,
  );
  const outDir = readEnvironment().outDir;
  const against = named ?? (existsSync(join(outDir, manifestPath)) && resolve(outDir) !== resolve(target) && outDir);
  if (!against) {
    console.log('Nothing to hold the manifest itself to: build that commit yourself, then verify with --against dist.');
    return damage.length ? 1 : 0;
  }
  const trusted = await readManifest(await openCopy(against));
  if (!named && trusted.commit !== manifest.commit) {
    console.log(`${against} is another build (${describe(trusted)}): not compared. Name it with --against to do so.`);
    return damage.length ? 1 : 0;
  }
  const forged = compareManifests(trusted, manifest);
  if (forged.length) {
    print(forged);
    console.log(
      `The copy's manifest differs from that of ${against} (${describe(trusted)}) in ${forged.length} files.`,
    );
  } else console.log(`The manifest is that of ${against}.`);
  return damage.length || forged.length ? 1 : 0;
}

const options = { against: { type: 'string' } } as const;
const command = { name: 'npm run verify', usage, options, takesNames: true, failure: 2 };
await runCommand(command, (values, names) => verify(names, values.against));

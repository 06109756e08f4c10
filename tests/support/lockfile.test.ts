import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

interface Locked {
  readonly version?: string;
  readonly integrity?: string;
  readonly resolved?: string;
  readonly optional?: boolean;
  readonly os?: readonly string[];
  readonly cpu?: readonly string[];
  readonly hasInstallScript?: boolean;
  readonly link?: boolean;
}

const read = (file: string) => JSON.parse(readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8'));
const manifest = read('package.json');
const lock = read('package-lock.json');
const { '': root, ...packages } = lock.packages as Record<string, Locked> & Record<'', Record<string, unknown>>;
const names = (keys: readonly [string, Locked][]) => keys.map(([name]) => name);
const all = Object.entries(packages) as [string, Locked][];

describe('dependencies', () => {
  test('are named by exact versions, the same in both files', () => {
    for (const kind of ['dependencies', 'devDependencies']) {
      for (const [name, version] of Object.entries(manifest[kind]))
        expect(`${name} ${version}`).toMatch(/ \d+\.\d+\.\d+$/);
      expect(root[kind]).toEqual(manifest[kind]);
    }
  });

  test('come from the registry, with the hash of their bytes', () => {
    expect(names(all.filter(([, entry]) => entry.link || !/^\d+\.\d+\.\d+/.test(entry.version ?? '')))).toEqual([]);
    // A hash may be missing only where npm never installs the package on the systems that we lock on.
    const foreign = (entry: Locked) => entry.optional && (entry.os ?? entry.cpu);
    expect(names(all.filter(([, entry]) => !entry.integrity?.startsWith('sha512-') && !foreign(entry)))).toEqual([]);
    const here = (entry: Locked) => entry.os?.includes('linux') && entry.cpu?.includes('x64');
    const binaries = all.filter(([name, entry]) => here(entry) && !/musl/.test(name));
    expect(binaries.length).toBeGreaterThan(5);
    expect(names(binaries.filter(([, entry]) => !entry.integrity))).toEqual([]);
  });

  test('are fetched from whichever registry the machine uses', () => {
    expect(names(all.filter(([, entry]) => entry.resolved))).toEqual([]);
    expect(readFileSync(new URL('../../.npmrc', import.meta.url), 'utf8')).toContain(
      'omit-lockfile-registry-resolved=true',
    );
  });

  test('run an install script only where it is allowed or denied by name', () => {
    const scripted = names(all.filter(([, entry]) => entry.hasInstallScript && !entry.os)).map((name) =>
      name.replace(/^.*node_modules\//, ''),
    );
    expect(Object.keys(manifest.allowScripts).sort()).toEqual([...new Set(scripted)].sort());
    const allowed = Object.entries(manifest.allowScripts).filter(([, allows]) => allows);
    expect(allowed).toEqual([['node', true]]);
  });
});

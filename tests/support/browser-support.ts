import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { CompatData, Identifier, SupportStatement } from '@mdn/browser-compat-data';
import browserslist from 'browserslist';

const require = createRequire(import.meta.url);
const data = require('@mdn/browser-compat-data') as CompatData;

const names = {
  chrome: 'chrome',
  edge: 'edge',
  firefox: 'firefox',
  safari: 'safari',
  ios_saf: 'safari_ios',
} as const;
type Browser = keyof typeof names;

export function readOldest(): ReadonlyMap<Browser, string> {
  const { browserslist: queries } = JSON.parse(readFileSync('package.json', 'utf8')) as { browserslist: string[] };
  const oldest = new Map<Browser, string>();
  for (const entry of browserslist(queries)) {
    const [name, versions] = entry.split(' ') as [Browser, string];
    const version = versions.split('-')[0]!;
    if (!names[name]) throw new Error(`No support data for ${name}, which package.json names under "browserslist".`);
    const known = oldest.get(name);
    if (!known || compareVersions(version, known) < 0) oldest.set(name, version);
  }
  return oldest;
}

function compareVersions(a: string, b: string): number {
  return a.localeCompare(b, 'en', { numeric: true });
}

function isSupported(statement: SupportStatement | undefined, version: string): boolean {
  const statements = [statement ?? []].flat();
  return statements.some(
    ({ version_added, version_removed, prefix, alternative_name, flags, partial_implementation }) => {
      if (typeof version_added !== 'string' || prefix || alternative_name || flags || partial_implementation)
        return false;
      if (typeof version_removed === 'string' && compareVersions(version_removed, version) <= 0) return false;
      return version_added === 'preview' ? false : compareVersions(version_added.replace('≤', ''), version) <= 0;
    },
  );
}

/** A path such as `css.selectors.has`. */
export function findFeature(...path: readonly string[]): Identifier | undefined {
  let at: unknown = data;
  for (const name of path) {
    if (typeof at !== 'object' || at === null || !Object.hasOwn(at, name)) return undefined;
    at = (at as Record<string, unknown>)[name];
  }
  return at as Identifier;
}

/** Such as `chrome 103`; none for what has no support data. */
export function listLacking(feature: Identifier | undefined, oldest = readOldest()): string[] {
  const support = feature?.__compat?.support;
  if (!support) return [];
  return [...oldest]
    .filter(([name, version]) => !isSupported(support[names[name]], version))
    .map(([name, version]) => `${name} ${version}`);
}

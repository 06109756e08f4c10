/** One version of a changelog in the form of Keep a Changelog. */
interface Version {
  /** `0.2.0` */
  readonly number: string;
  readonly text: string;
}

/** The number of a version without the `v` of its tag. */
export const bareVersion = (version: string): string => version.replace(/^v(?=\d)/, '');

/** Compares versions by their numbers, as Semantic Versioning does; one with a suffix such as `-rc.1` is older. */
export function compareVersions(a: string, b: string): number {
  const [left, right] = [a, b].map((version) => {
    const [numbers = '', suffix] = bareVersion(version).split(/-(.*)/s);
    return { numbers: numbers.split('.').map(Number), suffix };
  }) as [{ numbers: number[]; suffix?: string }, { numbers: number[]; suffix?: string }];
  for (const i of [0, 1, 2]) {
    const difference = (left.numbers[i] ?? 0) - (right.numbers[i] ?? 0);
    if (difference !== 0) return difference;
  }
  if (left.suffix === right.suffix) return 0;
  if (left.suffix === undefined || right.suffix === undefined) return left.suffix === undefined ? 1 : -1;
  return left.suffix.localeCompare(right.suffix, 'en', { numeric: true });
}

/** Versions by their headings, `## [0.2.0] - 2026-12-01`; what is not released yet has none. */
function listVersions(changelog: string): Version[] {
  const parts = changelog.split(/^## \[(\d[^\]]*)\].*$/m);
  return parts.flatMap((number, i) => (i % 2 ? [{ number, text: parts[i + 1]!.split(/^## /m)[0]! }] : []));
}

/**
 * What an upgrade asks of a newsroom: the entries with a sentence that begins with **Do**, of all versions after one and
 * up to another, oldest first.
 */
export function listDuties(changelog: string, from: string, to: string): string[] {
  return listVersions(changelog)
    .filter(({ number }) => compareVersions(number, from) > 0 && compareVersions(number, to) <= 0)
    .sort((a, b) => compareVersions(a.number, b.number))
    .flatMap(({ number, text }) =>
      text
        .split(/^- /m)
        .slice(1)
        .flatMap((entry) => {
          const told = entry
            .split(/\n(?=\n|#)/)[0]!
            .replace(/\s+/g, ' ')
            .trim();
          return told.includes('**Do**') ? [`${number}: ${told.replaceAll('**Do**', 'Do')}`] : [];
        }),
    );
}

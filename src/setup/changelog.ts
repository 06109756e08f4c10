import semver from 'semver';

interface Version {
  /** `0.2.0` */
  readonly number: string;
  readonly text: string;
}

/** By headings, `## [0.2.0] - 2026-12-01`; what is not released yet is left out. */
function listVersions(changelog: string): Version[] {
  const parts = changelog.split(/^## \[(\d[^\]]*)\].*$/m);
  return parts.flatMap((number, i) =>
    i % 2 && semver.valid(number) ? [{ number, text: parts[i + 1]!.split(/^## /m)[0]! }] : [],
  );
}

/** Entries with a sentence that begins with **Do**, of versions after `from` up to `to`, oldest first. */
export function listDuties(changelog: string, from: string, to: string): string[] {
  return listVersions(changelog)
    .filter(({ number }) => semver.gt(number, from) && semver.lte(number, to))
    .sort((a, b) => semver.compare(a.number, b.number))
    .flatMap(({ number, text }) =>
      text
        .split(/^- /m)
        .slice(1)
        .flatMap((entry) => {
          const duty = entry
            .split(/\n(?=\n|#)/)[0]!
            .replace(/\s+/g, ' ')
            .trim();
          return duty.includes('**Do**') ? [`${number}: ${duty.replaceAll('**Do**', 'Do')}`] : [];
        }),
    );
}

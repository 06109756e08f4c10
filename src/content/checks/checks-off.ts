import type { ErrorName, Finding } from '../../errors.ts';
import type { Content } from '../load.ts';
import { listEditions, type Work } from '../work.ts';

/** For the whole site, and for the files of single works. */
export interface ChecksOff {
  readonly everywhere: readonly string[];
  readonly files: ReadonlyMap<string, readonly string[]>;
}

/** What one edition switches off is off for the work. */
export function gatherChecksOff(works: readonly Work[], everywhere: readonly string[]): ChecksOff {
  const files = new Map<string, readonly string[]>();
  for (const work of works) {
    const off = listEditions(work).flatMap(({ frontmatter }) => frontmatter.checks?.off ?? []);
    if (off.length) for (const { file } of listEditions(work)) files.set(file, off);
  }
  return { everywhere, files };
}

/** Findings that come only because a setting is wrong, and so counts as not set. */
const following: Readonly<Record<string, readonly ErrorName[]>> = {
  forms: ['FormElsewhere'],
  embeds: ['EmbedForbidden'],
  fonts: ['CharactersUndrawn'],
  podcast: ['PodcastImageMissing'],
};

/** Checks that would only repeat that settings are wrong. @param wrong names of these settings */
export function listFollowing(wrong: ReadonlySet<string>): ErrorName[] {
  return [...wrong].flatMap((field) => following[field] ?? []);
}

export function isSwitchedOff(
  { checksOff }: Pick<Content, 'checksOff'>,
  { name, file }: Pick<Finding, 'name' | 'file'>,
): boolean {
  return checksOff.everywhere.includes(name) || (checksOff.files.get(file)?.includes(name) ?? false);
}

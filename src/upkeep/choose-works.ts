import { findNearest } from '../base/nearest-name.ts';
import { suggest } from '../errors/error-text.ts';
import { listLeftOut } from './left-out.ts';
import type { OpenSite } from './open-site.ts';

/** What a command was asked to look at. */
export interface Choice {
  readonly has: (work: string) => boolean;
  /** A message for each name that no work has. */
  readonly unknown: readonly string[];
}

/**
 * Works of a site chosen by name, those that aligning leaves out, too.
 * @param names all works if empty
 */
export function chooseWorks(names: readonly string[], site: OpenSite): Choice {
  const known = new Set([...site.entries.map(({ name }) => name), ...listLeftOut(site, () => true).works]);
  return {
    has: (work) => names.length === 0 || names.includes(work),
    unknown: names
      .filter((name) => !known.has(name))
      .map((name) => `There is no work "${name}"${suggest(findNearest(name, known))}.`),
  };
}

import { findNearest } from '../base/nearest-name.ts';
import { suggest } from '../errors/error-text.ts';
import { listLeftOut } from './left-out.ts';
import type { OpenSite } from './open-site.ts';

export interface Choice {
  readonly has: (work: string) => boolean;
  readonly unknown: readonly string[];
}

/** Includes works that aligning leaves out. @param names all works if empty */
export function chooseWorks(names: readonly string[], site: OpenSite): Choice {
  const known = new Set([...site.entries.map(({ name }) => name), ...listLeftOut(site, () => true).works]);
  return {
    has: (work) => names.length === 0 || names.includes(work),
    unknown: names
      .filter((name) => !known.has(name))
      .map((name) => `There is no work "${name}"${suggest(findNearest(name, known))}.`),
  };
}

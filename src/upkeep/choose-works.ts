import { findNearest } from '../base/nearest-name.ts';
import { suggest } from '../errors/error-text.ts';

/** What a command was asked to look at. */
export interface Choice {
  readonly has: (work: string) => boolean;
  /** A message for each name that no work has. */
  readonly unknown: readonly string[];
}

/**
 * Works chosen by name.
 * @param names all works if empty
 * @param works the names of all works
 */
export function chooseWorks(names: readonly string[], works: readonly string[]): Choice {
  const known = new Set(works);
  return {
    has: (work) => names.length === 0 || names.includes(work),
    unknown: names
      .filter((name) => !known.has(name))
      .map((name) => `There is no work "${name}"${suggest(findNearest(name, known))}.`),
  };
}

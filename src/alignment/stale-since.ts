import type { Block, Lang } from '../works/block.ts';
import type { Unit } from './unit.ts';

/** Knows when lines of an edition last changed: from git, or from nowhere. */
export interface DateSource {
  /** The day (`2026-05-03`) of the last change to any of the lines, 1-based and inclusive; undefined if not known. */
  readonly lastChanged: (lang: Lang, firstLine: number, lastLine: number) => string | undefined;
}

/**
 * The day since which a unit has been stale: when the side that moved on last changed, else the day on which its edition
 * says it was updated, else undefined. Undefined also for units that are not stale.
 */
export function findStaleSince(
  unit: Unit,
  blocks: Readonly<Record<Lang, readonly Block[]>>,
  source: DateSource,
  updated: Readonly<Partial<Record<Lang, string>>> = {},
): string | undefined {
  if (!unit.stale) return undefined;
  const { moved } = unit.stale;
  const days = unit[moved].map((index) => {
    const { line } = blocks[moved][index]!;
    const next = blocks[moved].find((block) => block.line > line);
    return source.lastChanged(moved, line, next ? next.line - 1 : Number.POSITIVE_INFINITY);
  });
  const known = days.filter((day) => day !== undefined).sort();
  return known.at(-1) ?? updated[moved];
}

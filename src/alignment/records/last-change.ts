import type { Lang, Point } from '../../markdown/block.ts';

export interface DateSource {
  /** As `2026-05-03`; lines are 1-based and inclusive; undefined if not known. */
  readonly lastChanged: (lang: Lang, firstLine: number, lastLine: number) => string | undefined;
}

/**
 * The day on which blocks (indices) of one side last changed, else the day on which its edition says it was updated,
 * else undefined.
 * @param places where all blocks of that side begin
 */
export function findLastChange(
  side: Lang,
  indices: readonly number[],
  places: readonly Point[],
  source: DateSource,
  updated?: string,
): string | undefined {
  const days = indices.map((index) => {
    const { line } = places[index]!;
    const next = places.find((place) => place.line > line);
    return source.lastChanged(side, line, next ? next.line - 1 : Number.POSITIVE_INFINITY);
  });
  const known = days.filter((day) => day !== undefined).sort();
  return known.at(-1) ?? updated;
}

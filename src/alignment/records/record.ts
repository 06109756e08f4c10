import type { Lang } from '../../markdown/block.ts';
import type { By, Relation } from '../unit.ts';

/** A unit as a record keeps it: its id and both texts as last reviewed together. */
export interface RecordUnit {
  readonly id: string;
  readonly en: readonly string[];
  readonly fa: readonly string[];
  readonly relation?: Relation;
  readonly by: By;
  /** The aligner's confidence when it paired the unit, rounded down to hundredths; absent on human pairings. */
  readonly confidence?: number;
  /**
   * The texts of a side that moved on since the review, as `align` last saw them. The reviewed texts say what is
   * stale; these let the unit be found again after the next edit, however far it has drifted.
   */
  readonly now?: { readonly [side in Lang]?: readonly string[] };
  /** The day (`2026-05-03`) on which that side moved on, as `align` found it. */
  readonly since?: string;
  /** Checks that an editor waived for this unit: name of the check → reason. */
  readonly waive?: Readonly<Record<string, string>>;
}

/** The committed memory of a work's alignment: `content/alignment/<work>.json`. */
export interface AlignmentRecord {
  readonly version: 1;
  readonly work: string;
  /** In reading order. */
  readonly units: readonly RecordUnit[];
  /** Ids of the past → the id of the unit that answers to them. */
  readonly aliases: Readonly<Record<string, string>>;
  /** Units whose texts are in neither edition any more, kept so that they get their ids back when the texts return. */
  readonly gone: readonly RecordUnit[];
  /**
   * The ids of a side's blocks in the order of its edition, only where that is not the order of the units and several
   * texts are identical, so that it would be open which is whose.
   */
  readonly order?: { readonly [side in Lang]?: readonly string[] };
  /** Slugs of editions that are not named as the work is, so that a renamed file keeps its old address. */
  readonly slugs?: { readonly [side in Lang]?: string };
}

/** Write a record: one unit per line, an empty line between, so that git merges edits of neighbouring units. */
export function formatRecord(record: AlignmentRecord): string {
  const aliases = Object.keys(record.aliases)
    .sort()
    .map((id) => `${JSON.stringify(id)}:${JSON.stringify(record.aliases[id])}`);
  const gone = [...record.gone].sort((a, b) => (a.id < b.id ? -1 : 1)).map(formatUnit);
  const head = `{"version":1,"work":${JSON.stringify(record.work)},"units":[`;
  const units = lines(record.units.map(formatUnit));
  const order = hasSides(record.order)
    ? `,"order":${JSON.stringify({ en: record.order.en, fa: record.order.fa })}`
    : '';
  const lost = gone.length > 0 ? `,"gone":[${lines(gone)}]` : '';
  const { en, fa } = record.slugs ?? {};
  const slugs = en !== undefined || fa !== undefined ? `,"slugs":${JSON.stringify({ en, fa })}` : '';
  return `${head}${units}],"aliases":{${lines(aliases)}}${lost}${order}${slugs}}\n`;
}

function lines(items: readonly string[]): string {
  return items.length === 0 ? '' : `\n${items.join(',\n\n')}\n`;
}

function formatUnit(unit: RecordUnit): string {
  const { id, en, fa, relation, by, confidence, now, since, waive } = unit;
  return JSON.stringify({
    id,
    en,
    fa,
    relation,
    by,
    confidence,
    now: hasSides(now) ? { en: now.en, fa: now.fa } : undefined,
    since,
    waive: waive && Object.keys(waive).length > 0 ? sortKeys(waive) : undefined,
  });
}

export function hasSides(sides: RecordUnit['now']): sides is NonNullable<RecordUnit['now']> {
  return sides?.en !== undefined || sides?.fa !== undefined;
}

function sortKeys(entries: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(entries).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Down to hundredths: nothing that is shown as sure was less so, and records stay short. */
export function floorConfidence(confidence: number): number {
  return Math.floor(confidence * 100 + 1e-9) / 100;
}

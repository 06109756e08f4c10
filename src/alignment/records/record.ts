import type { Lang } from '../../markdown/block.ts';
import type { By, Relation } from '../unit.ts';

export interface RecordUnit {
  readonly id: string;
  readonly en: readonly string[];
  readonly fa: readonly string[];
  readonly relation?: Relation;
  readonly by: By;
  /** Rounded down to hundredths; absent on human pairings. */
  readonly confidence?: number;
  /** As `align` last saw a side that moved on: lets the unit be found again after the next edit. */
  readonly now?: { readonly [side in Lang]?: readonly string[] };
  /** The day (`2026-05-03`) on which that side moved on, as `align` found it. */
  readonly since?: string;
  /** Name of the check → reason. */
  readonly waive?: Readonly<Record<string, string>>;
}

/** In `content/alignment/<work>.json`. */
export interface AlignmentRecord {
  readonly version: 1;
  readonly work: string;
  readonly units: readonly RecordUnit[];
  /** Id of the past → id of the unit that answers to it. */
  readonly aliases: Readonly<Record<string, string>>;
  /** In neither edition any more; they get their ids back when the texts return. */
  readonly gone: readonly RecordUnit[];
  /** Ids by block, where the order is not that of the units and several texts are identical. */
  readonly order?: { readonly [side in Lang]?: readonly string[] };
  /** Of editions not named as the work is: a renamed file keeps its old address. */
  readonly slugs?: { readonly [side in Lang]?: string };
}

/** One unit per line, an empty line between, so that git merges edits of neighbouring units. */
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

/** To hundredths: nothing that is shown as sure was less so, and records stay short. */
export function floorConfidence(confidence: number): number {
  return Math.floor(confidence * 100 + 1e-9) / 100;
}

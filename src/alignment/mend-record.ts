import type { Lang } from '../works/block.ts';
import { type AlignmentRecord, type ParsedRecord, parseRecord, type RecordUnit } from './record.ts';

/** The texts of both editions as they are now: they tell which of two versions of a unit is the later one. */
export type PresentTexts = Readonly<Record<Lang, ReadonlySet<string>>>;

const SIDES = ['en', 'fa'] as const;

/** Read both sides of a record that git left with conflict markers; each side may have problems of its own. */
export function parseConflict(text: string): { readonly ours: ParsedRecord; readonly theirs: ParsedRecord } {
  const ours: string[] = [];
  const theirs: string[] = [];
  let part: 'both' | 'ours' | 'base' | 'theirs' = 'both';
  for (const line of text.split(/\r?\n/)) {
    if (line.startsWith('<<<<<<<')) part = 'ours';
    else if (line.startsWith('|||||||')) part = 'base';
    else if (line.startsWith('=======')) part = 'theirs';
    else if (line.startsWith('>>>>>>>')) part = 'both';
    else {
      if (part === 'both' || part === 'ours') ours.push(line);
      if (part === 'both' || part === 'theirs') theirs.push(line);
    }
  }
  return { ours: parseRecord(mendCommas(ours)), theirs: parseRecord(mendCommas(theirs)) };
}

/** Set commas between items anew: a merge may leave one too many or one too few at the edge of a hunk. */
function mendCommas(lines: readonly string[]): string {
  const filled = lines.map((line) => line.trim()).filter((line) => line !== '');
  return filled
    .map((line, i) => {
      const isItem = /^(\{"id"|"[^"]+":"[^"]+",?$)/.test(line);
      if (!isItem) return line;
      const next = filled[i + 1] ?? '';
      return line.replace(/,$/, '') + (/^[{"]/.test(next) ? ',' : '');
    })
    .join('\n');
}

/**
 * Join two versions of a record so that nothing that either knew is lost: every id, every alias, every human pairing,
 * every waiver. Of two versions of one unit a human's wins, then the one that is nearer to the present texts, then the
 * one that was reviewed, then ours. Also makes one unit of units whose id is doubled: join a record with itself.
 */
export function mergeRecords(ours: AlignmentRecord, theirs: AlignmentRecord, present: PresentTexts): AlignmentRecord {
  const gone = collect([...ours.gone, ...theirs.gone], present);
  const live = collect(placeAmong(ours.units, theirs.units), present);
  for (const [id, unit] of gone) {
    const other = live.get(id);
    if (!other) continue;
    // What one branch deleted, and the other left as it was, is deleted; what the other changed stays.
    if (JSON.stringify(other) === JSON.stringify(unit)) live.delete(id);
    else gone.delete(id);
  }
  const aliases = Object.entries({ ...theirs.aliases, ...ours.aliases }).filter(([alias]) => !live.has(alias));
  return {
    version: 1,
    work: ours.work,
    units: [...live.values()],
    aliases: Object.fromEntries(aliases),
    gone: [...gone.values()],
  };
}

function collect(units: readonly RecordUnit[], present: PresentTexts): Map<string, RecordUnit> {
  const byId = new Map<string, RecordUnit>();
  for (const unit of units) {
    const known = byId.get(unit.id);
    byId.set(unit.id, known ? chooseUnit(known, unit, present) : unit);
  }
  return byId;
}

/** Our units in our order, each of theirs that is new after the one that it follows there. */
function placeAmong(ours: readonly RecordUnit[], theirs: readonly RecordUnit[]): RecordUnit[] {
  const ids = new Set(ours.map((unit) => unit.id));
  const followers = new Map<string, RecordUnit[]>();
  let last = '';
  for (const unit of theirs) {
    if (ids.has(unit.id)) last = unit.id;
    followers.set(last, [...(followers.get(last) ?? []), unit]);
  }
  const seen = new Set<string>();
  const placed = [...(followers.get('') ?? [])];
  for (const unit of ours) {
    placed.push(unit);
    if (!seen.has(unit.id)) placed.push(...(followers.get(unit.id) ?? []));
    seen.add(unit.id);
  }
  return placed;
}

function chooseUnit(a: RecordUnit, b: RecordUnit, present: PresentTexts): RecordUnit {
  const waive = { ...b.waive, ...a.waive };
  const rank = (unit: RecordUnit) =>
    (unit.by === 'human' ? 100 : 0) +
    SIDES.filter((side) => (unit.now?.[side] ?? unit[side]).every((text) => present[side].has(text))).length * 10 +
    (unit.now ? 0 : 1);
  const winner = rank(b) > rank(a) ? b : a;
  return Object.keys(waive).length > 0 ? { ...winner, waive } : winner;
}

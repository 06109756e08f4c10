import type { Lang } from '../works/block.ts';
import { type AlignmentRecord, type ParsedRecord, parseRecord, type RecordUnit } from './record.ts';

/** The texts of both editions as they are now: they tell which of two versions of a unit is the later one. */
export type PresentTexts = Readonly<Record<Lang, ReadonlySet<string>>>;

const SIDES = ['en', 'fa'] as const;

/** Read both versions of a record that git has left in two, or joined as one with sections doubled; each may have problems of its own. */
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
  return { ours: parseLines(ours), theirs: parseLines(theirs) };
}

/**
 * Read a record by its lines, whatever git made of the brackets and commas between them: a unit or an alias stands on a
 * line of its own, and the last heading before it says where it belongs.
 */
function parseLines(lines: readonly string[]): ParsedRecord {
  const sections: Record<'units' | 'gone', string[]> = { units: [], gone: [] };
  const aliases: string[] = [];
  let section: keyof typeof sections = 'units';
  let work = '""';
  for (const line of lines.map((text) => text.trim().replace(/,$/, ''))) {
    if (line.startsWith('{"id":')) sections[section].push(line);
    else if (/^"[^"]+":"[^"]+"$/.test(line)) aliases.push(line);
    else {
      work = /"work":("(?:[^"\\]|\\.)*")/.exec(line)?.[1] ?? work;
      aliases.push(...(/"aliases":\{([^}]+)\}/.exec(line)?.slice(1) ?? []));
      if (line.includes('"units":[')) section = 'units';
      if (line.includes('"gone":[')) section = 'gone';
    }
  }
  return parseRecord(
    `{"version":1,"work":${work},"units":[\n${sections.units.join(',\n')}\n],"aliases":{${aliases.join(',')}},"gone":[\n${sections.gone.join(',\n')}\n]}`,
  );
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

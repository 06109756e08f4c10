import type { Lang } from '../../markdown/block.ts';
import { spellPlainly } from '../../spelling/plain-spelling.ts';
import { readSide } from './find-slots.ts';
import { type ParsedRecord, parseRecord } from './parse-record.ts';
import type { AlignmentRecord, RecordUnit } from './record.ts';
import { joinTexts, readsSame } from './staleness.ts';

/** They tell which of two versions of a unit is the later one. */
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

/** A unit or an alias is on a line of its own, and the last heading before it says where it belongs. */
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
 * Keeps every id, alias, human pairing and waiver. Of two versions of a unit a human's wins, then the one nearer to the
 * present texts, then the reviewed one, then ours. Without both present texts the unit is stale on both sides.
 */
export function mergeRecords(ours: AlignmentRecord, theirs: AlignmentRecord, present: PresentTexts): AlignmentRecord {
  const plain = { en: new Set([...present.en].map(spellPlainly)), fa: new Set([...present.fa].map(spellPlainly)) };
  const gone = collect([...ours.gone, ...theirs.gone], plain);
  const [here, there] = [absorbChanges(ours, theirs), absorbChanges(theirs, ours)];
  const absorbed = new Set([...here.absorbed, ...there.absorbed]);
  const placed = placeAmong(here.units, there.units).filter((unit) => !absorbed.has(unit.id));
  const live = collect(placed, plain);
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

/** The units into which a version merged others take what `other` did to those. */
function absorbChanges(version: AlignmentRecord, other: AlignmentRecord) {
  let units = version.units;
  const absorbed: string[] = [];
  for (const former of version.gone) {
    const host = units.find((unit) => unit.id === version.aliases[former.id]);
    const changed = other.units.find((unit) => unit.id === former.id);
    if (!host || !changed || !holds(host, former)) continue;
    units = units.map((unit) => (unit === host ? absorb(host, former, changed) : unit));
    absorbed.push(former.id);
  }
  return { units, absorbed };
}

function holds(host: RecordUnit, unit: RecordUnit): boolean {
  return SIDES.every((side) => {
    const whole = ` ${joinTexts(readSide(host, side))} `;
    return readSide(unit, side).every((text) => whole.includes(` ${text} `));
  });
}

function absorb(host: RecordUnit, before: RecordUnit, after: RecordUnit): RecordUnit {
  const reviewed: { [side in Lang]?: string[] } = {};
  const now: { [side in Lang]?: string[] } = {};
  for (const side of SIDES) {
    reviewed[side] = swapTexts(host[side], before[side], after[side]);
    const seen = swapTexts(readSide(host, side), readSide(before, side), readSide(after, side));
    if (!seen || !reviewed[side]) return { ...host, now: readSides(host) };
    if (!readsSame(reviewed[side], seen)) now[side] = seen;
  }
  const { now: _, ...bare } = { ...host, ...reviewed };
  return now.en || now.fa ? { ...bare, now } : bare;
}

/** Texts, or parts of them, replaced one by one; undefined where they cannot be found. */
function swapTexts(
  texts: readonly string[],
  before: readonly string[],
  after: readonly string[],
): string[] | undefined {
  if (joinTexts(before) === joinTexts(after)) return [...texts];
  const start = texts.findIndex((_, i) => before.every((text, n) => texts[i + n] === text));
  if (start >= 0 && before.length > 0) return texts.toSpliced(start, before.length, ...after);
  const old = joinTexts(before);
  const at = texts.findIndex((text) => ` ${text} `.includes(` ${old} `));
  if (at < 0 || old === '') return undefined;
  const swapped = ` ${texts[at]!} `.replace(` ${old} `, () => ` ${joinTexts(after)} `).slice(1, -1);
  return texts.with(at, swapped);
}

function readSides(unit: RecordUnit): Record<Lang, readonly string[]> {
  return { en: readSide(unit, 'en'), fa: readSide(unit, 'fa') };
}

function collect(units: readonly RecordUnit[], present: PresentTexts): Map<string, RecordUnit> {
  const byId = new Map<string, RecordUnit>();
  for (const unit of units) {
    const known = byId.get(unit.id);
    byId.set(unit.id, known ? chooseUnit(known, unit, present) : unit);
  }
  return byId;
}

/** Our units in our order, each new one of theirs after the one that it follows there. */
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
  const isHere = (unit: RecordUnit, side: Lang) =>
    readSide(unit, side).every((text) => present[side].has(spellPlainly(text)));
  const rank = (unit: RecordUnit) =>
    (unit.by === 'human' ? 100 : 0) + SIDES.filter((side) => isHere(unit, side)).length * 10 + (unit.now ? 0 : 1);
  const [winner, other] = rank(b) > rank(a) ? [b, a] : [a, b];
  const merged = mergeTexts(winner, other, isHere);
  return Object.keys(waive).length > 0 ? { ...merged, waive } : merged;
}

/** What both know of the texts; the rest is that of the first. */
function mergeTexts(
  first: RecordUnit,
  second: RecordUnit,
  isHere: (unit: RecordUnit, side: Lang) => boolean,
): RecordUnit {
  const differing = SIDES.filter((side) => !readsSame(readSide(first, side), readSide(second, side)));
  // A side without text does not say that the text is gone.
  const current = (side: Lang) =>
    [first, second].find((unit) => readSide(unit, side).length > 0 && isHere(unit, side)) ??
    [first, second].find((unit) => isHere(unit, side));
  const sources = differing.map(current);
  const [source] = sources;
  if (differing.length === 0 || (first.by === 'human' && !isPair(first) && isPair(second))) return first;
  if (differing.length === 1 && !source) return first;
  if (source && sources.every((unit) => unit === source)) {
    const { now: _, since: __, ...bare } = first;
    const { en, fa, now, since } = source;
    return { ...bare, en, fa, ...(now && { now }), ...(since && { since }) };
  }
  const { en, fa } = isPair(first) ? first : second;
  const now = Object.fromEntries(SIDES.map((side) => [side, readSide(current(side) ?? first, side)]));
  return { ...first, en, fa, now };
}

function isPair(unit: RecordUnit): boolean {
  return unit.en.length > 0 && unit.fa.length > 0;
}

import { ID_PATTERN } from './ids.ts';
import { type AlignmentRecord, hasSides } from './record.ts';

/** `line` is 1-based. */
export interface RecordProblem {
  readonly name: 'RecordMalformed' | 'RecordConflict' | 'RecordIdDoubled' | 'RecordAliasLost';
  readonly line: number;
  readonly detail: string;
}

/** `record` is absent when nothing could be read; then `problems` says why. */
export interface ParsedRecord {
  readonly record?: AlignmentRecord;
  readonly problems: readonly RecordProblem[];
}

const SIDES = ['en', 'fa'] as const;
const RELATIONS = new Set<unknown>(['omitted', 'added', 'adapted']);
const UNIT_KEYS = new Set(['id', 'en', 'fa', 'relation', 'by', 'confidence', 'now', 'since', 'waive']);
const CONFLICT = /^(<{7}|={7}|>{7}|\|{7})( |\r?$)/m;
/** In a text of a unit the quotation marks are escaped. */
const SECTION = /"(?:aliases|gone)":(?=[{[])/g;

/**
 * A record that git left in two versions gives one `RecordConflict`: `parseConflict` reads it. With doubled ids and
 * dangling aliases, which `align` repairs, the record is given too.
 */
export function parseRecord(text: string): ParsedRecord {
  const conflict = findConflict(text);
  if (conflict >= 0) return { problems: [{ name: 'RecordConflict', line: lineAt(text, conflict), detail: '' }] };
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    return { problems: [malformed(text, positionOf(error, text), messageOf(error))] };
  }
  const problems: RecordProblem[] = [];
  const fault = checkShape(value);
  if (fault) return { problems: [malformed(text, 0, fault)] };
  const raw = value as Partial<AlignmentRecord> & { work: string; units: readonly unknown[] };
  for (const unit of [...raw.units, ...(raw.gone ?? [])]) {
    const unitFault = checkUnit(unit);
    if (unitFault) problems.push(malformed(text, positionOfUnit(text, unit), unitFault));
  }
  if (problems.length > 0) return { problems };
  const record: AlignmentRecord = {
    version: 1,
    work: raw.work,
    units: raw.units,
    aliases: raw.aliases ?? {},
    gone: raw.gone ?? [],
    ...(hasSides(raw.order) && { order: raw.order }),
    ...(raw.slugs && { slugs: raw.slugs }),
  };
  return { record, problems: checkIds(record, text) };
}

/** Git joins two first sections of aliases without a conflict, and JSON would keep the last alone. -1 for none. */
function findConflict(text: string): number {
  const marker = text.search(CONFLICT);
  if (marker >= 0) return marker;
  const seen = new Set<string>();
  for (const { 0: heading, index } of text.matchAll(SECTION)) {
    if (seen.has(heading)) return index;
    seen.add(heading);
  }
  return -1;
}

function checkShape(value: unknown): string | undefined {
  if (!isObject(value)) return 'a record is a JSON object';
  if (value.version !== 1) return `"version" is ${JSON.stringify(value.version)}, this tool reads version 1`;
  if (typeof value.work !== 'string') return '"work" is not a string';
  if (!Array.isArray(value.units)) return '"units" is not a list';
  if (value.gone !== undefined && !Array.isArray(value.gone)) return '"gone" is not a list';
  if (value.aliases !== undefined && !isTextMap(value.aliases)) return '"aliases" does not map ids to ids';
  if (value.order !== undefined && !isSides(value.order)) return '"order" does not hold lists of ids';
  if (value.slugs !== undefined && !isTextMap(value.slugs)) return '"slugs" does not map languages to slugs';
  return undefined;
}

function checkUnit(unit: unknown): string | undefined {
  if (!isObject(unit)) return 'a unit is not a JSON object';
  const { id, relation, by, confidence, now, since, waive } = unit;
  if (typeof id !== 'string' || !ID_PATTERN.test(id)) return `"id" ${JSON.stringify(id)} is no unit id`;
  const unknown = Object.keys(unit).find((key) => !UNIT_KEYS.has(key));
  if (unknown) return `unit ${id} has an unknown field "${unknown}"`;
  for (const side of SIDES) if (!isTexts(unit[side])) return `"${side}" of unit ${id} is not a list of texts`;
  if (by !== 'auto' && by !== 'human') return `"by" of unit ${id} is neither "auto" nor "human"`;
  if (relation !== undefined && !RELATIONS.has(relation)) return `"relation" of unit ${id} is not known`;
  if (confidence !== undefined && typeof confidence !== 'number') return `"confidence" of unit ${id} is not a number`;
  if (waive !== undefined && !isTextMap(waive)) return `"waive" of unit ${id} does not map checks to reasons`;
  if (now !== undefined && !isSides(now)) return `"now" of unit ${id} does not hold lists of texts`;
  if (since !== undefined && !(typeof since === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(since)))
    return `"since" of unit ${id} is not a day such as 2026-05-03`;
  return undefined;
}

function checkIds(record: AlignmentRecord, text: string): RecordProblem[] {
  const problems: RecordProblem[] = [];
  const live = new Set<string>();
  for (const { id } of record.units) {
    if (live.has(id)) problems.push({ name: 'RecordIdDoubled', line: lineOfId(text, id, true), detail: id });
    live.add(id);
  }
  const gone = new Set<string>();
  for (const { id } of record.gone) {
    if (live.has(id) || gone.has(id))
      problems.push({ name: 'RecordIdDoubled', line: lineOfId(text, id, true), detail: id });
    gone.add(id);
  }
  for (const [alias, id] of Object.entries(record.aliases)) {
    const line = lineAt(text, Math.max(0, text.lastIndexOf(`${JSON.stringify(alias)}:`)));
    if (live.has(alias)) problems.push({ name: 'RecordIdDoubled', line, detail: alias });
    else if (!live.has(id)) problems.push({ name: 'RecordAliasLost', line, detail: `${alias} → ${id}` });
  }
  return problems;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isTexts(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((text) => typeof text === 'string');
}

function isSides(value: unknown): boolean {
  return isObject(value) && SIDES.every((side) => value[side] === undefined || isTexts(value[side]));
}

function isTextMap(value: unknown): value is Record<string, string> {
  return isObject(value) && Object.values(value).every((text) => typeof text === 'string');
}

function malformed(text: string, position: number, detail: string): RecordProblem {
  return { name: 'RecordMalformed', line: lineAt(text, position), detail };
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** V8 does not always say, but an item on a line of its own can be parsed by itself. */
function positionOf(error: unknown, text: string): number {
  const told = /at position (\d+)/.exec(messageOf(error))?.[1];
  if (told !== undefined) return Number(told);
  for (const match of text.matchAll(/^\{"id".*$/gm)) {
    try {
      JSON.parse(match[0].replace(/,?\r?$/, ''));
    } catch {
      return match.index;
    }
  }
  return text.length;
}

function positionOfUnit(text: string, unit: unknown): number {
  const at = text.indexOf(JSON.stringify(unit));
  if (at >= 0) return at;
  const id = isObject(unit) && typeof unit.id === 'string' ? unit.id : undefined;
  return id === undefined ? 0 : Math.max(0, text.indexOf(`"id":${JSON.stringify(id)}`));
}

function lineOfId(text: string, id: string, last: boolean): number {
  const needle = `"id":${JSON.stringify(id)}`;
  return lineAt(text, Math.max(0, last ? text.lastIndexOf(needle) : text.indexOf(needle)));
}

function lineAt(text: string, position: number): number {
  let line = 1;
  for (let at = text.indexOf('\n'); at >= 0 && at < position; at = text.indexOf('\n', at + 1)) line++;
  return line;
}

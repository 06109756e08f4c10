import { readSide } from './find-slots.ts';
import type { AlignmentRecord } from './record.ts';

const SIDES = ['en', 'fa'] as const;

/** Each id of `other` points to the unit that has its text, else to that of the text before it. */
export function absorbRecord(record: AlignmentRecord, other: AlignmentRecord): AlignmentRecord {
  const [first] = record.units;
  if (!first) return record;
  const holders = new Map<string, string>();
  for (const unit of record.units)
    for (const side of SIDES) for (const text of readSide(unit, side)) holders.set(text, unit.id);
  const known = listIds(record);
  const aliases: Record<string, string> = { ...record.aliases };
  const leads = new Map<string, string>();
  let last = first.id;
  for (const unit of [...other.units, ...other.gone]) {
    const texts = SIDES.flatMap((side) => readSide(unit, side));
    last = texts.map((text) => holders.get(text)).find((id) => id !== undefined) ?? last;
    leads.set(unit.id, last);
    if (!known.has(unit.id)) aliases[unit.id] = last;
  }
  for (const [alias, id] of Object.entries(other.aliases))
    if (!known.has(alias)) aliases[alias] = leads.get(id) ?? last;
  return { ...record, aliases };
}

export function listIds(record: AlignmentRecord): Set<string> {
  return new Set([...record.units, ...record.gone].map((unit) => unit.id).concat(Object.keys(record.aliases)));
}

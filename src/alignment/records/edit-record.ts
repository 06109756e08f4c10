import type { Relation } from '../unit.ts';
import { deriveId } from './ids.ts';
import type { AlignmentRecord, RecordUnit } from './record.ts';

export interface SeenTexts {
  readonly en: readonly string[];
  readonly fa: readonly string[];
}

/** The pairing is right, and the two texts say the same now. */
export function confirmUnit(record: AlignmentRecord, id: string, seen: SeenTexts): AlignmentRecord {
  return replaceUnit(record, id, (unit) => [settle(unit, seen)]);
}

/** An editor says what a unit is, if not a plain translation: omitted, added, adapted. */
export function relateUnit(record: AlignmentRecord, id: string, seen: SeenTexts, relation: Relation): AlignmentRecord {
  return replaceUnit(record, id, (unit) => [{ ...settle(unit, seen), relation }]);
}

/** An editor joins two units. The one with more text keeps its id; the other's becomes an alias. */
export function joinUnits(
  record: AlignmentRecord,
  first: { readonly id: string; readonly seen: SeenTexts },
  second: { readonly id: string; readonly seen: SeenTexts },
): AlignmentRecord {
  const [kept, lost] = weigh(second.seen) > weigh(first.seen) ? [second, first] : [first, second];
  const unit = findUnit(record, kept.id);
  const other = findUnit(record, lost.id);
  const joined = settle(
    { ...unit, waive: mergeWaivers(unit, other) },
    {
      en: [...first.seen.en, ...second.seen.en],
      fa: [...first.seen.fa, ...second.seen.fa],
    },
  );
  return {
    ...record,
    units: record.units.flatMap((item) => (item === unit ? joined : item === other ? [] : item)),
    aliases: { ...redirect(record.aliases, lost.id, kept.id), [lost.id]: kept.id },
    gone: [...record.gone, other],
  };
}

/**
 * An editor splits a unit after its first `en` English and `fa` Persian texts. The part with more text keeps the id.
 * Throws a RangeError where one part would have nothing.
 */
export function splitUnit(
  record: AlignmentRecord,
  id: string,
  seen: SeenTexts,
  after: { readonly en: number; readonly fa: number },
): AlignmentRecord {
  const parts = [
    { en: seen.en.slice(0, after.en), fa: seen.fa.slice(0, after.fa) },
    { en: seen.en.slice(after.en), fa: seen.fa.slice(after.fa) },
  ] as const;
  if (parts.some((part) => part.en.length + part.fa.length === 0)) throw new RangeError('a part would be empty');
  const heir = weigh(parts[1]) > weigh(parts[0]) ? 1 : 0;
  const taken = new Set([...record.units, ...record.gone].map((unit) => unit.id).concat(Object.keys(record.aliases)));
  const other = parts[1 - heir]!;
  const newId = deriveId(other.en[0] ?? other.fa[0] ?? '', taken);
  return replaceUnit(record, id, (unit) =>
    parts.map((part, i) => settle(i === heir ? unit : { id: newId, en: [], fa: [], by: 'human' }, part)),
  );
}

/** An editor waives a check for a unit, with a reason; an empty reason takes the waiver back. */
export function waiveCheck(record: AlignmentRecord, id: string, check: string, reason: string): AlignmentRecord {
  return replaceUnit(record, id, (unit) => {
    const { [check]: _, ...rest } = unit.waive ?? {};
    const waive = reason === '' ? rest : { ...rest, [check]: reason };
    const { waive: __, ...bare } = unit;
    return [Object.keys(waive).length > 0 ? { ...bare, waive } : bare];
  });
}

function settle(unit: RecordUnit, seen: SeenTexts): RecordUnit {
  const hasBothSides = seen.en.length > 0 && seen.fa.length > 0;
  const isPlain =
    unit.relation === undefined || (hasBothSides ? unit.relation !== 'adapted' : unit.relation === 'adapted');
  return {
    id: unit.id,
    en: seen.en,
    fa: seen.fa,
    ...(!isPlain && { relation: unit.relation }),
    by: 'human',
    ...(unit.waive && { waive: unit.waive }),
  };
}

function replaceUnit(
  record: AlignmentRecord,
  id: string,
  replace: (unit: RecordUnit) => readonly RecordUnit[],
): AlignmentRecord {
  const unit = findUnit(record, id);
  return { ...record, units: record.units.flatMap((item) => (item === unit ? replace(item) : item)) };
}

function findUnit(record: AlignmentRecord, id: string): RecordUnit {
  const unit = record.units.find((item) => item.id === id);
  if (!unit) throw new RangeError(`the record has no unit ${id}`);
  return unit;
}

function redirect(aliases: Readonly<Record<string, string>>, from: string, to: string): Record<string, string> {
  return Object.fromEntries(Object.entries(aliases).map(([alias, id]) => [alias, id === from ? to : id]));
}

function weigh(texts: SeenTexts): number {
  return [...texts.en, ...texts.fa].reduce((sum, text) => sum + text.length, 0);
}

function mergeWaivers(a: RecordUnit, b: RecordUnit): RecordUnit['waive'] {
  return a.waive || b.waive ? { ...b.waive, ...a.waive } : undefined;
}

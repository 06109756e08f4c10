import type { Lang } from '../../markdown/block.ts';
import type { Unit } from '../unit.ts';
import { invertAliases } from './aliases.ts';
import type { AlignmentRecord, RecordUnit } from './record.ts';

/**
 * The units of a record in which nothing is open: each text of both editions is where the record has it, and
 * nothing is stale, gone or out of order. Most works of a site are like that at most times. It gives what the long way
 * of `reconcile` would, which `reconcile.property.test.ts` holds it to.
 * @returns undefined where anything is open
 */
export function readUnchanged(
  record: AlignmentRecord,
  texts: Record<Lang, readonly string[]>,
  original: Lang,
): Unit[] | undefined {
  if (record.gone.length > 0 || record.order) return undefined;
  const other = original === 'en' ? 'fa' : 'en';
  const at = { en: 0, fa: 0 };
  const units: Unit[] = [];
  const aliases = invertAliases(record.aliases);
  const ids = new Set<string>();
  const alone = { en: false, fa: false };
  let before: RecordUnit | undefined;
  for (const unit of record.units) {
    if (!isSettled(unit) || ids.has(unit.id)) return undefined;
    // A text that only the other edition has follows the one before it there.
    if (unit[original].length === 0 && (before ? before[other].length === 0 : at[other] > 0)) return undefined;
    const start = { ...at };
    for (const side of ['en', 'fa'] as const) {
      for (const text of unit[side]) if (texts[side][at[side]++] !== text) return undefined;
      if (unit[side].length === 0 && !unit.relation) alone[side] = true;
    }
    ids.add(unit.id);
    units.push(toUnit(unit, start, aliases.get(unit.id) ?? []));
    before = unit;
  }
  // Lone texts on both sides may turn out to be a pair.
  if (alone.en && alone.fa) return undefined;
  if (at.en !== texts.en.length || at.fa !== texts.fa.length) return undefined;
  const isLed = ([alias, id]: readonly [string, string]) => ids.has(id) && !ids.has(alias);
  return Object.entries(record.aliases).every(isLed) ? units : undefined;
}

function isSettled({ en, fa, by, confidence, now, since, relation }: RecordUnit): boolean {
  if (now || since || (by === 'human' && confidence !== undefined)) return false;
  if (en.length > 1 && fa.length > 1) return false;
  return en.length > 0 && fa.length > 0 ? true : en.length + fa.length === 1 && relation !== 'adapted';
}

function toUnit(unit: RecordUnit, start: Record<Lang, number>, aliases: readonly string[]): Unit {
  const { id, en, fa, by, confidence, relation, waive } = unit;
  const isPair = en.length > 0 && fa.length > 0;
  const said = relation === 'omitted' || relation === 'added' ? relation : undefined;
  return {
    id,
    en: en.map((_, i) => start.en + i),
    fa: fa.map((_, i) => start.fa + i),
    confidence: by === 'human' ? 1 : (confidence ?? 1),
    by,
    ...(relation && { relation }),
    state: isPair ? 'fresh' : (said ?? 'untranslated'),
    aliases,
    ...(waive && { waive }),
  };
}

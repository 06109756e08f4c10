import type { AlignmentRecord, RecordUnit } from './record.ts';

export function isSameRecord(a: AlignmentRecord, b: AlignmentRecord): boolean {
  if (a.work !== b.work || a.units.length !== b.units.length || a.gone.length !== b.gone.length) return false;
  const aliases = Object.entries(b.aliases);
  return (
    isSameTexts(a.order?.en, b.order?.en) &&
    isSameTexts(a.order?.fa, b.order?.fa) &&
    Object.keys(a.aliases).length === aliases.length &&
    aliases.every(([alias, id]) => a.aliases[alias] === id) &&
    a.units.every((unit, i) => isSameUnit(unit, b.units[i]!)) &&
    a.gone.every((unit) => b.gone.some((other) => isSameUnit(unit, other)))
  );
}

function isSameUnit(a: RecordUnit, b: RecordUnit): boolean {
  return (
    a === b ||
    (a.id === b.id &&
      a.by === b.by &&
      a.relation === b.relation &&
      a.confidence === b.confidence &&
      isSameTexts(a.en, b.en) &&
      isSameTexts(a.fa, b.fa) &&
      isSameTexts(a.now?.en, b.now?.en) &&
      isSameTexts(a.now?.fa, b.now?.fa) &&
      a.since === b.since &&
      JSON.stringify(a.waive) === JSON.stringify(b.waive))
  );
}

function isSameTexts(a: readonly string[] | undefined, b: readonly string[] | undefined): boolean {
  if (a === undefined || b === undefined) return a === b;
  return a.length === b.length && a.every((text, i) => text === b[i]);
}

import type { AlignmentRecord, RecordUnit } from '../alignment/records/record.ts';
import type { Lang } from '../markdown/block.ts';
import { spellPlainly } from '../spelling/plain-spelling.ts';

const lettersOf = (text: string) => spellPlainly(text).replace(/[^\p{L}]/gu, '');

/** Undefined where more than spelling and the division into blocks changed. */
function matchTexts(before: readonly string[], after: readonly string[]): Map<string, readonly string[]> | undefined {
  const became = new Map<string, readonly string[]>();
  let at = 0;
  for (const text of before) {
    const wanted = lettersOf(text);
    const taken = [after[at++]];
    let letters = lettersOf(taken[0] ?? '');
    while (letters.length < wanted.length && at < after.length) {
      taken.push(after[at]);
      letters += lettersOf(after[at++]!);
    }
    if (letters !== wanted || taken.includes(undefined)) return undefined;
    if (taken.length > 1 || taken[0] !== text) became.set(text, taken as string[]);
  }
  return at === after.length ? became : undefined;
}

/** A repair of the spelling makes no translation stale. @returns null where aligning has to decide */
export function respellRecord(
  record: AlignmentRecord,
  lang: Lang,
  before: readonly string[],
  after: readonly string[],
): AlignmentRecord | null {
  const became = matchTexts(before, after);
  if (!became || (record.order && before.length !== after.length)) return null;
  const respell = (texts: readonly string[]) => texts.flatMap((text) => became.get(text) ?? [text]);
  const respellUnit = (unit: RecordUnit): RecordUnit => ({
    ...unit,
    [lang]: respell(unit[lang]),
    ...(unit.now?.[lang] && { now: { ...unit.now, [lang]: respell(unit.now[lang]) } }),
  });
  return { ...record, units: record.units.map(respellUnit), gone: record.gone.map(respellUnit) };
}

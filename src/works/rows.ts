/** Half-open ranges of the two editions' top-level elements. */
export interface Row {
  readonly en: readonly [from: number, to: number];
  readonly fa: readonly [from: number, to: number];
}

/**
 * Each row is the smallest run closed under its units, in the order of both texts. Linear in elements and links.
 * @param en for each top-level element of the English edition, the units in it; `fa` likewise
 */
export function groupRows(en: readonly (readonly string[])[], fa: readonly (readonly string[])[]): Row[] {
  const reach = (side: typeof en, other: typeof en): number[] => {
    const last = new Map<string, number>();
    other.forEach((units, i) => {
      for (const unit of units) last.set(unit, i);
    });
    return side.map((units) => units.reduce((max, unit) => Math.max(max, last.get(unit) ?? -1), -1));
  };
  const reachFa = reach(en, fa);
  const reachEn = reach(fa, en);
  const rows: Row[] = [];
  let i = 0;
  let j = 0;
  while (i < en.length || j < fa.length) {
    let endEn = i;
    let endFa = j;
    if (i < en.length && reachFa[i]! < j) endEn++;
    else if (j < fa.length && reachEn[j]! < i) endFa++;
    else {
      endEn = i + 1;
      endFa = Math.max(j, reachFa[i]! + 1);
      for (let a = i, b = j; a < endEn || b < endFa; ) {
        if (a < endEn) endFa = Math.max(endFa, reachFa[a++]! + 1);
        else endEn = Math.max(endEn, reachEn[b++]! + 1);
      }
    }
    rows.push({ en: [i, endEn], fa: [j, endFa] });
    i = endEn;
    j = endFa;
  }
  return rows;
}

/**
 * Text in the same words, such as verse quoted in Persian, is in the Persian column only, facing what follows in
 * English: likely its rendering. @param isShared all units of an English element are the same in both
 */
export function showSharedOnce(rows: readonly Row[], isShared: (element: number) => boolean): Row[] {
  const out: Row[] = [];
  for (const [i, row] of rows.entries()) {
    const last = out.at(-1);
    const [from, to] = row.en;
    const before = rows[i - 1];
    if (last && before && last.en[0] === last.en[1] && before.en[0] < before.en[1] && row.fa[0] === row.fa[1])
      out[out.length - 1] = { en: row.en, fa: last.fa };
    else if (from < to && row.fa[0] < row.fa[1] && listNumbers(from, to).every(isShared))
      out.push({ en: [to, to], fa: row.fa });
    else out.push(row);
  }
  return out;
}

const listNumbers = (from: number, to: number) => Array.from({ length: to - from }, (_, i) => from + i);

export const ALIKE = ['صسث', 'طت', 'ذزضظ', 'قغ', 'حه', 'اع', 'یو'].map((letters) => new Set(letters));

function substitution(a: string, b: string): number {
  if (a === b) return 0;
  return ALIKE.some((set) => set.has(a) && set.has(b)) ? 0.5 : 1;
}

/** Damerau (1964), letters that sound alike at half price. Infinity above `limit`. */
export function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return Infinity;
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      let cost = Math.min(last[j]! + 1, row[j - 1]! + 1, last[j - 1]! + substitution(a[i - 1]!, b[j - 1]!));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) cost = Math.min(cost, before[j - 2]! + 1);
      row.push(cost);
    }
    if (Math.min(...row) > limit) return Infinity;
    [before, last] = [last, row];
  }
  return last[b.length]! <= limit ? last[b.length]! : Infinity;
}

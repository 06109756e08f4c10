/** For each word of one text, words of the other with a count each, in three parallel lists. */
export interface Rows {
  /** Of each word's row, and the end of the last one. */
  readonly start: Int32Array;
  readonly ids: Int32Array;
  readonly counts: Float64Array;
}

/** Adds up counts given more than once. @param least counts up to this are left out */
export function gatherRows(
  rows: number,
  columns: number,
  least: number,
  fill: (row: number, add: (column: number, count: number) => void) => void,
): Rows {
  const start = new Int32Array(rows + 1);
  const [ids, counts]: [number[], number[]] = [[], []];
  const sums = new Float64Array(columns);
  const seenIn = new Int32Array(columns).fill(-1);
  let touched: number[] = [];
  let current = 0;
  const add = (column: number, count: number): void => {
    if (seenIn[column] !== current) {
      seenIn[column] = current;
      sums[column] = 0;
      touched.push(column);
    }
    sums[column]! += count;
  };
  for (; current < rows; current++) {
    touched = [];
    fill(current, add);
    for (const column of touched) {
      if (!(sums[column]! > least)) continue;
      ids.push(column);
      counts.push(sums[column]!);
    }
    start[current + 1] = ids.length;
  }
  return { start, ids: Int32Array.from(ids), counts: Float64Array.from(counts) };
}

export function transposeRows(rows: Rows, columns: number): Rows {
  const start = new Int32Array(columns + 1);
  for (const id of rows.ids) start[id + 1]!++;
  for (let column = 0; column < columns; column++) start[column + 1]! += start[column]!;
  const next = start.slice();
  const ids = new Int32Array(rows.ids.length);
  const counts = new Float64Array(rows.ids.length);
  for (let row = 0; row + 1 < rows.start.length; row++) {
    for (let k = rows.start[row]!; k < rows.start[row + 1]!; k++) {
      const at = next[rows.ids[k]!]!++;
      ids[at] = row;
      counts[at] = rows.counts[k]!;
    }
  }
  return { start, ids, counts };
}

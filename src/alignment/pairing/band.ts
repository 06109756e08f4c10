/** The cells near the expected path: all that the aligner looks at. */
export interface Band {
  readonly size: number;
  /** First Persian block of each row, and the one after its last. Neither ever falls. */
  readonly low: Int32Array;
  readonly high: Int32Array;
  /** First English block of each column, and the one after its last. */
  readonly top: Int32Array;
  readonly bottom: Int32Array;
  readonly start: Int32Array;
}

export interface Waypoint {
  readonly en: number;
  readonly fa: number;
}

/** −1 outside the band. */
export function findCell(band: Band, en: number, fa: number): number {
  const low = band.low[en]!;
  return fa < low || fa >= band.high[en]! ? -1 : band.start[en]! + fa - low;
}

const MARGIN = 10;
/** The band grows with the gap between waypoints up to this. */
const WIDEST = 80;

/** Follows waypoints in rising order, wider the further they are apart: its size stays linear in the blocks. */
export function buildBand(enCount: number, faCount: number, waypoints: readonly Waypoint[], margin = MARGIN): Band {
  const low = new Int32Array(enCount);
  const high = new Int32Array(enCount);
  let from: Waypoint = { en: -1, fa: -1 };
  for (const to of [...waypoints, { en: enCount, fa: faCount }]) {
    const [rows, columns] = [to.en - from.en, to.fa - from.fa];
    const gap = Math.max(rows, columns);
    const width = margin + Math.min(WIDEST, Math.abs(rows - columns) + Math.ceil(gap / 4));
    for (let en = Math.max(0, from.en); en <= Math.min(to.en, enCount - 1); en++) {
      const center = from.fa + ((en - from.en) * columns) / Math.max(1, rows);
      const first = Math.max(center - width, from.fa - margin);
      const last = Math.min(center + width, to.fa + margin);
      const known = high[en]! > 0;
      low[en] = Math.max(0, Math.floor(known ? Math.min(low[en]!, first) : first));
      high[en] = Math.min(faCount, Math.ceil(known ? Math.max(high[en]!, last + 1) : last + 1));
    }
    from = to;
  }
  return frameBand(low, high, faCount);
}

function frameBand(low: Int32Array, high: Int32Array, faCount: number): Band {
  const rows = low.length;
  if (rows > 0) {
    low[0] = 0;
    high[rows - 1] = faCount;
  }
  for (let en = rows - 2; en >= 0; en--) low[en] = Math.min(low[en]!, low[en + 1]!);
  for (let en = 1; en < rows; en++) high[en] = Math.max(high[en]!, high[en - 1]!);
  // Rows must touch, or no path could pass.
  for (let en = 1; en < rows; en++) low[en] = Math.min(low[en]!, high[en - 1]!);
  const start = new Int32Array(rows);
  let size = 0;
  const top = new Int32Array(faCount).fill(rows);
  const bottom = new Int32Array(faCount);
  for (let en = 0; en < rows; en++) {
    start[en] = size;
    size += high[en]! - low[en]!;
    for (let fa = low[en]!; fa < high[en]!; fa++) {
      if (top[fa]! > en) top[fa] = en;
      bottom[fa] = en + 1;
    }
  }
  return { size, low, high, top, bottom, start };
}

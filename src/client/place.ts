/** Written in the fragment, `#<unit>~<top>…`: it never leaves the browser. */
export interface Place {
  readonly unit: string;
  /** CSS pixels from the window's top. */
  readonly top: number;
  /** Which of the unit's blocks, from 0. */
  readonly nth: number;
  /** Which block the reader left, from 0: the way back goes there. */
  readonly back: number;
  /** A facing page means that edition's column. */
  readonly from: '' | 'en' | 'fa' | 'both';
}

export function formatPlace(place: Place): string {
  const parts = [place.unit, Number(place.top.toFixed(2)), place.nth || '', place.back || '', place.from];
  return parts.join('~').replace(/~+$/, '');
}

/** Undefined for an ordinary fragment such as `#k7q2`. */
export function parsePlace(fragment: string): Place | undefined {
  const parts = /^#?([a-z][a-z0-9-]*)~(-?\d+\.?\d*)~?(\d*)~?(\d*)~?(en|fa|both|)$/.exec(fragment);
  if (!parts) return undefined;
  const [, unit, top, nth, back, from] = parts;
  return { unit: unit!, top: Number(top), nth: Number(nth), back: Number(back), from: from as Place['from'] };
}

export interface Extent {
  readonly top: number;
  readonly bottom: number;
}

/** A block that begins in the window is the better anchor: it stays at the eye. @returns an index; -1 without blocks */
export function chooseReading(extents: readonly Extent[], height: number): number {
  const line = height * 0.6;
  const beginning = extents.findIndex(({ top }) => top >= -1 && top < line);
  if (beginning >= 0) return beginning;
  const filling = extents.findLastIndex(({ top, bottom }) => top < line && bottom > 0);
  if (filling >= 0) return filling;
  return extents.findIndex(({ top }, index) => top >= 0 || index === extents.length - 1);
}

/**
 * Where a reader is: a block of a unit, and how far its top stands from the top of the window. A place travels from
 * page to page in the fragment, `#<unit>~<top>…`: nothing is stored, and a fragment never leaves the browser.
 */
export interface Place {
  /** The unit's id. */
  readonly unit: string;
  /** Distance of the block's top from the window's, in CSS pixels; negative when it is scrolled out above. */
  readonly top: number;
  /** Which of the unit's blocks on the page that is meant, from 0. */
  readonly nth: number;
  /** Which of the unit's blocks the reader left, from 0: the way back leads there. */
  readonly back: number;
  /** The page that the reader left: an edition, or the facing page. A facing page means that edition's column. */
  readonly from: '' | 'en' | 'fa' | 'both';
}

/** The fragment without `#`; trailing defaults are left out. */
export function formatPlace(place: Place): string {
  const parts = [place.unit, Number(place.top.toFixed(2)), place.nth || '', place.back || '', place.from];
  return parts.join('~').replace(/~+$/, '');
}

/** The place in a fragment, with or without `#`; undefined for an ordinary one such as `#k7q2`. */
export function parsePlace(fragment: string): Place | undefined {
  const parts = /^#?([a-z][a-z0-9-]*)~(-?\d+\.?\d*)~?(\d*)~?(\d*)~?(en|fa|both|)$/.exec(fragment);
  if (!parts) return undefined;
  const [, unit, top, nth, back, from] = parts;
  return { unit: unit!, top: Number(top), nth: Number(nth), back: Number(back), from: from as Place['from'] };
}

/** Top and bottom of a block in the window, in CSS pixels. */
export interface Extent {
  readonly top: number;
  readonly bottom: number;
}

/**
 * The block that is being read: the first one that begins in the upper part of the window; else the last one that
 * reaches into it, which fills the window. A block that begins in the window is the better anchor: what stands at
 * the reader's eye then stays there whatever the lengths of the two texts.
 * @param extents in document order
 * @param height of the window
 * @returns an index, or -1 when there is no block
 */
export function chooseReading(extents: readonly Extent[], height: number): number {
  const line = height * 0.6;
  const beginning = extents.findIndex(({ top }) => top >= -1 && top < line);
  if (beginning >= 0) return beginning;
  const filling = extents.findLastIndex(({ top, bottom }) => top < line && bottom > 0);
  if (filling >= 0) return filling;
  return extents.findIndex(({ top }, index) => top >= 0 || index === extents.length - 1);
}

import createBidi from 'bidi-js';

const bidi = createBidi();
const control = /[\u2066-\u2069\u200e\u200f]/;

/** As UAX #9 shows them on one line, by `bidi-js`. Direction controls take part, and are not counted. */
export function orderVisually(text: string, dir: 'ltr' | 'rtl'): number[] {
  const levels = bidi.getEmbeddingLevels(text, dir);
  const order = bidi.getReorderedIndices(text, levels);
  const shown = new Map<number, number>();
  for (let at = 0; at < text.length; at++) if (!control.test(text[at]!)) shown.set(at, shown.size);
  return order.flatMap((index) => shown.get(index) ?? []);
}

/** From left to right, mirrored brackets turned. */
export function showVisually(text: string, dir: 'ltr' | 'rtl'): string {
  return bidi.getReorderedString(text, bidi.getEmbeddingLevels(text, dir)).replace(new RegExp(control, 'g'), '');
}

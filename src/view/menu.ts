import type { NavigationItem } from '../content/navigation.ts';

/**
 * Up to which width of the window the links of the bar fold into a menu: `narrow` on phones, `middle` on tablets, too,
 * `wide` everywhere.
 */
export type MenuWidth = 'narrow' | 'middle' | 'wide';

/** Widths in rem: of a character, Persian ones being narrower, and of the space between two links. */
const [LATIN, PERSIAN] = [0.52, 0.48];
const GAP = 1.75;
/** The mark, the link to the search, the switch, and the space beside them. */
const REST = 19;

/** The width of a text. Marks above letters and half-spaces take no room. */
function estimateWidth(text: string): number {
  const characters = [...text.replace(/[\p{M}\p{Cf}]/gu, '')];
  return characters.reduce((sum, one) => sum + (/\p{Script=Arabic}/u.test(one) ? PERSIAN : LATIN), 0);
}

/**
 * Finds up to which width a bar has to fold its links, from how long they are.
 * @param name of the publication, which is in the same bar
 */
export function findMenuWidth(name: string, links: readonly NavigationItem[]): MenuWidth {
  const labels = links.map(({ label }) => estimateWidth(label) + GAP);
  const width = labels.reduce((sum, one) => sum + one, REST + estimateWidth(name) * 1.25);
  return width <= 44 ? 'narrow' : width <= 64 ? 'middle' : 'wide';
}

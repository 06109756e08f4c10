import type { NavigationItem } from '../content/navigation.ts';

/** Where the links of the bar fold: `narrow` on phones, `middle` on tablets too, `wide` everywhere. */
export type MenuWidth = 'narrow' | 'middle' | 'wide';

/** In rem, on average of each script. */
const [LATIN, PERSIAN] = [0.52, 0.48];
const GAP = 1.75;
/** Logo, search, switch, and the space beside them. */
const REST = 19;

/** Marks above letters and half-spaces take no room. */
function estimateWidth(text: string): number {
  const characters = [...text.replace(/[\p{M}\p{Cf}]/gu, '')];
  return characters.reduce((sum, one) => sum + (/\p{Script=Arabic}/u.test(one) ? PERSIAN : LATIN), 0);
}

export function findMenuWidth(name: string, links: readonly NavigationItem[]): MenuWidth {
  const labels = links.map(({ label }) => estimateWidth(label) + GAP);
  const width = labels.reduce((sum, one) => sum + one, REST + estimateWidth(name) * 1.25);
  return width <= 44 ? 'narrow' : width <= 64 ? 'middle' : 'wide';
}

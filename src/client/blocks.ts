import type { Place } from './place.ts';

/** All blocks that are laid out, in document order; peeked twins are no blocks of the page. */
export function findBlocks(root: ParentNode = document): HTMLElement[] {
  return [...root.querySelectorAll<HTMLElement>('[data-unit]')].filter(
    (block) => block.getClientRects().length > 0 && !block.closest('.b-peek'),
  );
}

/** The blocks of one unit on this page; of one column where the page shows both. */
export function findUnit(id: string, side = ''): HTMLElement[] {
  const unit = document.getElementById(id)?.closest<HTMLElement>('[data-unit]')?.dataset.unit ?? id;
  return findBlocks().filter((block) => block.dataset.unit === unit && (!side || sideOf(block) === side));
}

/** The language of the edition that a block belongs to, also where the block quotes the other language. */
export function sideOf(element: Element): 'en' | 'fa' {
  const edition = element.closest<HTMLElement>('[data-row] > [lang], article[lang], html')!;
  return edition.lang.slice(0, 2) as 'en' | 'fa';
}

/** The block that an element belongs to. */
export function blockOf(element: Element | null): HTMLElement | null {
  return element?.closest<HTMLElement>('[data-unit]:not(.b-peek *)') ?? null;
}

/** The link from a block to its twin; a list item does not count those of the items inside it. */
export function twinLink(block: Element): HTMLAnchorElement | undefined {
  return [...block.querySelectorAll<HTMLAnchorElement>('a.twin')].find((link) => blockOf(link) === block);
}

/** Whether the page shows both languages side by side. */
export function onFacingPage(): boolean {
  return document.querySelector('[data-row]') !== null;
}

/** The column that a place means on this page; '' where there is only one text. */
export function columnOf(place: Place): string {
  return onFacingPage() && place.from !== 'both' ? place.from : '';
}

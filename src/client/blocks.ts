import type { Place } from './place.ts';

/** Laid out, in document order; peeked twins are no blocks of the page. */
export function findBlocks(root: ParentNode = document): HTMLElement[] {
  return [...root.querySelectorAll<HTMLElement>('[data-unit]')].filter(
    (block) => block.getClientRects().length > 0 && !block.closest('.b-peek'),
  );
}

/** In one column where the page shows both. */
export function findUnit(id: string, side = ''): HTMLElement[] {
  const unit = document.getElementById(id)?.closest<HTMLElement>('[data-unit]')?.dataset.unit ?? id;
  return findBlocks().filter((block) => block.dataset.unit === unit && (!side || sideOf(block) === side));
}

/** Also where the block quotes the other language. */
export function sideOf(element: Element): 'en' | 'fa' {
  const edition = element.closest<HTMLElement>('[data-row] > [lang], article[lang], html')!;
  return edition.lang.slice(0, 2) as 'en' | 'fa';
}

export function blockOf(element: Element | null): HTMLElement | null {
  return element?.closest<HTMLElement>('[data-unit]:not(.b-peek *)') ?? null;
}

/** A list item does not count those of the items inside it. */
export function twinLink(block: Element): HTMLAnchorElement | undefined {
  return [...block.querySelectorAll<HTMLAnchorElement>('a.twin')].find((link) => blockOf(link) === block);
}

export function onFacingPage(): boolean {
  return document.querySelector('[data-row]') !== null;
}

/** '' where there is only one text. */
export function columnOf(place: Place): string {
  return onFacingPage() && place.from !== 'both' ? place.from : '';
}

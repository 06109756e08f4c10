import type { Place } from './place.ts';

/** In document order, without peeked twins and what is not laid out. */
export function findBlocks(root: ParentNode = document): HTMLElement[] {
  return [...root.querySelectorAll<HTMLElement>('[data-unit]')].filter(
    (block) => block.getClientRects().length > 0 && !block.closest('.b-peek'),
  );
}

export function findUnit(id: string, side = ''): HTMLElement[] {
  const unit = document.getElementById(id)?.closest<HTMLElement>('[data-unit]')?.dataset.unit ?? id;
  return findBlocks().filter((block) => block.dataset.unit === unit && (!side || sideOf(block) === side));
}

/** The edition's language, also where the block quotes the other one. */
export function sideOf(element: Element): 'en' | 'fa' {
  const edition = element.closest<HTMLElement>('[data-row] > [lang], article[lang], html')!;
  return edition.lang.slice(0, 2) as 'en' | 'fa';
}

export function blockOf(element: Element | null): HTMLElement | null {
  return element?.closest<HTMLElement>('[data-unit]:not(.b-peek *)') ?? null;
}

/** A list item's own, not that of an item inside it. */
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

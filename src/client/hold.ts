import { columnOf, findUnit } from './blocks.ts';
import type { Place } from './place.ts';

export interface Landing {
  readonly place: Place;
  readonly block: HTMLElement;
  /** The window's scroll when the block was last put in its place. */
  y: number;
}

function scrollBy(delta: number, mayGrow: boolean): void {
  const y = scrollY + delta;
  const over = mayGrow ? y - (document.documentElement.scrollHeight - innerHeight) : 0;
  const grow = (element: HTMLElement, side: 'marginTop' | 'paddingBottom', by: number) => {
    element.style[side] = `${parseFloat(getComputedStyle(element)[side]) + Math.ceil(by)}px`;
  };
  if (mayGrow && y < 0) grow(document.querySelector('main')!, 'marginTop', -y);
  else if (over > 0) grow(document.body, 'paddingBottom', over);
  scrollTo({ top: mayGrow && y < 0 ? Math.ceil(-y) + y : y, behavior: 'instant' });
}

/** Milliseconds after `load` in which a browser may still scroll to the fragment. */
const JUMPS_FOR = 1000;

function isAtAnchor(): boolean {
  const target = document.querySelector(':target');
  if (!target) return false;
  const off = target.getBoundingClientRect().top - parseFloat(getComputedStyle(target).scrollMarginTop);
  return Math.abs(off) < 2 || (off > 0 && scrollY + innerHeight >= document.documentElement.scrollHeight - 1);
}

let release: AbortController | undefined;

/** Keeps a block in its place until the reader moves. @returns undefined when the page has no such block */
export function holdPlace(place: Place, mayGrow = true): Landing | undefined {
  const blocks = findUnit(place.unit, columnOf(place));
  const block = blocks[place.nth] ?? blocks.at(-1);
  if (!block) return undefined;
  const landing: Landing = { place, block, y: scrollY };
  // An address made by hand may ask for any height: no page grows by more than its own, or by more than a window.
  const wanted = Math.min(innerHeight, Math.max(-document.documentElement.scrollHeight, place.top));
  release?.abort();
  const hold = new AbortController();
  release = hold;
  const { signal } = hold;
  const settle = () => {
    if (signal.aborted) return;
    const delta = block.getBoundingClientRect().top - wanted;
    if (Math.abs(delta) > 0.25) scrollBy(delta, mayGrow);
    landing.y = scrollY;
  };
  const leave = () => hold.abort();
  const { style } = document.documentElement;
  // The browser's own way of keeping a place goes by another block, and would be taken for the reader's scroll.
  style.overflowAnchor = 'none';
  signal.onabort = () => {
    style.overflowAnchor = '';
  };
  settle();
  new ResizeObserver(settle).observe(document.body);
  for (const type of ['wheel', 'touchmove', 'keydown', 'pointerdown']) {
    addEventListener(type, leave, { passive: true, signal });
  }
  // Before the page is complete the browser scrolls by itself; after that, a scroll is the reader's.
  const watch = () => {
    // WebKit goes to the fragment's own place once or twice more after `load`.
    const jumpsUntil = performance.now() + JUMPS_FOR;
    const onScroll = () => {
      if (Math.abs(block.getBoundingClientRect().top - wanted) <= 2) return;
      // The window is where it was put: the text has moved, and not the reader.
      const hasStayed = Math.abs(scrollY - landing.y) < 2;
      if (hasStayed || (performance.now() < jumpsUntil && isAtAnchor())) settle();
      else leave();
    };
    addEventListener('scroll', onScroll, { passive: true, signal });
  };
  if (document.readyState === 'complete') watch();
  else {
    addEventListener('load', () => {
      settle();
      requestAnimationFrame(watch);
    });
  }
  void document.fonts.ready.then(settle);
  return landing;
}

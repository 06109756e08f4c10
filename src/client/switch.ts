import { blockOf, findBlocks, findUnit, sideOf, twinLink } from './blocks.ts';
import { holdPlace, type Landing } from './hold.ts';
import { chooseReading, formatPlace, type Place, parsePlace } from './place.ts';
import { acceptSkippedTransitions } from './transitions.ts';

let landing: Landing | undefined;

const onFacingPage = () => document.querySelector('[data-row]') !== null;

/** The block that the reader is at: the one with the keyboard's focus if it is in sight, else by its place. */
export function readingBlock(side = ''): HTMLElement | undefined {
  const active = document.activeElement;
  const focused = blockOf(active);
  if (focused && focused !== active && (!side || sideOf(focused) === side)) {
    const { top, bottom } = focused.getBoundingClientRect();
    if (bottom > 0 && top >= -1 && top < window.innerHeight) return focused;
  }
  const blocks = findBlocks().filter((block) => !side || sideOf(block) === side);
  return blocks[
    chooseReading(
      blocks.map((block) => block.getBoundingClientRect()),
      window.innerHeight,
    )
  ];
}

function placeOf(block: HTMLElement, side: Place['side'] = ''): Place {
  const unit = block.dataset.unit!;
  const nth = Math.max(0, findUnit(unit, onFacingPage() ? sideOf(block) : '').indexOf(block));
  return { unit, top: block.getBoundingClientRect().top, nth, back: 0, side };
}

/** The nearest block before (else after) that the other page has too. */
function sharedBlock(block: HTMLElement, toFacing: boolean): HTMLElement | undefined {
  const shared = (b: HTMLElement) => toFacing || onFacingPage() || twinLink(b) !== undefined;
  const blocks = findBlocks();
  const at = blocks.indexOf(block);
  return blocks.slice(0, at + 1).findLast(shared) ?? blocks.slice(at).find(shared);
}

/** Whether nothing has moved since the reader was brought here, and the link leads back to where that was. */
function isWayBack(link: HTMLAnchorElement): boolean {
  if (!landing || Math.abs(window.scrollY - landing.y) >= 1) return false;
  return document.referrer !== '' && new URL(document.referrer).pathname === link.pathname;
}

/**
 * The place to ask of another page so that what is read here stands at the same height there.
 * @param chosen the block to carry over, when the reader named one
 */
function placeFor(link: HTMLAnchorElement, chosen: HTMLElement | null): Place | undefined {
  const facing = onFacingPage();
  const toFacing = link.pathname.includes('/both/');
  if (!chosen && isWayBack(link)) {
    const { place } = landing!;
    return { ...place, nth: place.back, back: place.nth, side: toFacing ? sideOf(document.documentElement) : '' };
  }
  if (!chosen && window.scrollY === 0) return undefined;
  const wanted = facing ? (link.hreflang.startsWith('fa') ? 'fa' : 'en') : '';
  const reading = chosen ?? readingBlock(wanted);
  const block = reading && sharedBlock(reading, toFacing);
  if (!block) return undefined;
  const place = placeOf(block);
  const sameText = facing || toFacing;
  return { ...place, nth: sameText ? place.nth : 0, back: place.nth, side: toFacing ? sideOf(block) : '' };
}

/** Writes the reader's place into a link just before it is followed, so that new tabs and middle clicks work too. */
function aim(link: HTMLAnchorElement): void {
  const own = link.matches('a.twin') ? blockOf(link) : null;
  const place = placeFor(link, own);
  link.hash = place ? formatPlace(place) : '';
  const all = new URLSearchParams(location.search).get('peek');
  if (!own) link.search = all ? `?peek=${all}` : '';
}

const carriers = 'a[data-switch], a[data-carry], a.twin';

function carrierOf(event: Event): HTMLAnchorElement | null {
  return (event.target as Element).closest?.<HTMLAnchorElement>(carriers) ?? null;
}

/** Fetches the page that a link leads to, once, when the reader reaches for it. */
function prefetch(link: HTMLAnchorElement): void {
  const href = link.href.replace(/#.*/, '');
  if (location.protocol === 'file:' || document.querySelector(`link[rel=prefetch][href="${CSS.escape(href)}"]`)) return;
  const hint = document.createElement('link');
  hint.rel = 'prefetch';
  hint.href = href;
  document.head.append(hint);
}

function mark(place: Place): void {
  const block = findUnit(place.unit, place.side)[place.nth];
  block?.classList.add('arrived');
  // Screen readers and the Tab key go on from here.
  block?.setAttribute('tabindex', '-1');
  block?.focus({ preventScroll: true });
}

/** Changes this entry of the history; a page from disk, or one scrolled without rest, may not be allowed to. */
function amendHistory(state: object, hash = location.hash): void {
  try {
    history.replaceState({ ...history.state, ...state }, '', location.search + hash);
  } catch {
    // The browser's own memory of the place has to do.
  }
}

/** Remembers the place in this entry of the history, for reload and Back. */
function remember(): void {
  const still = landing && Math.abs(window.scrollY - landing.y) < 1;
  const block = still ? undefined : readingBlock();
  const place = still ? landing!.place : block && placeOf(block, onFacingPage() ? sideOf(block) : '');
  if (!place) return;
  history.scrollRestoration = 'manual';
  amendHistory({ place: formatPlace(place), landed: still });
}

/** Lands where the fragment or the history says. */
function land(): void {
  const asked = parsePlace(location.hash);
  const place = asked ?? parsePlace(history.state?.place ?? '');
  const landed = place && holdPlace(place);
  if (asked || history.state?.landed) landing = landed;
  if (!asked) return;
  amendHistory({}, `#${asked.unit}`);
  remember();
  if (landed) mark(asked);
}

/** Switches that stay: the links to the other language and to the facing page carry the reader's place along. */
export function startSwitch(): void {
  acceptSkippedTransitions();
  land();
  for (const type of ['click', 'auxclick', 'contextmenu']) {
    document.addEventListener(
      type,
      (event) => {
        const link = carrierOf(event);
        if (link) aim(link);
      },
      { capture: true },
    );
  }
  for (const type of ['pointerover', 'focusin', 'touchstart']) {
    document.addEventListener(
      type,
      (event) => {
        const link = carrierOf(event);
        if (link) prefetch(link);
      },
      { passive: true },
    );
  }
  document.addEventListener('scrollend', remember);
}

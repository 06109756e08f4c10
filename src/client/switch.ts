import { blockOf, findBlocks, findUnit, onFacingPage, sideOf, twinLink } from './blocks.ts';
import { holdPlace, type Landing } from './hold.ts';
import { chooseReading, formatPlace, type Place, parsePlace } from './place.ts';
import { loadPage } from './twin-page.ts';

/** Pixels: browsers would fetch what is nearer as soon as the page is seen. */
const NEAR = 2500;

/** Milliseconds without a scroll, in browsers without `scrollend`. */
const REST = 120;

let landing: Landing | undefined;

/** A block with the keyboard's focus comes first, if it is in sight. */
export function readingBlock(side = ''): HTMLElement | undefined {
  const active = document.activeElement;
  const focused = blockOf(active);
  if (focused && focused !== active && (!side || sideOf(focused) === side)) {
    const { top, bottom } = focused.getBoundingClientRect();
    if (bottom > 0 && top >= -1 && top < innerHeight) return focused;
  }
  const blocks = findBlocks().filter((block) => !side || sideOf(block) === side);
  return blocks[
    chooseReading(
      blocks.map((block) => block.getBoundingClientRect()),
      innerHeight,
    )
  ];
}

const kindHere = (): Place['from'] => (onFacingPage() ? 'both' : sideOf(document.documentElement));
const kindOf = (link: HTMLAnchorElement) =>
  link.pathname.includes('/both/') ? 'both' : (link.hreflang.slice(0, 2) as 'en' | 'fa');

function placeOf(block: HTMLElement, from: Place['from']): Place {
  const unit = block.dataset.unit!;
  const nth = Math.max(0, findUnit(unit, onFacingPage() ? sideOf(block) : '').indexOf(block));
  return { unit, top: block.getBoundingClientRect().top, nth, back: 0, from };
}

export function sharedBlock(block: HTMLElement, toFacing = false): HTMLElement | undefined {
  const shared = (b: HTMLElement) => toFacing || onFacingPage() || twinLink(b) !== undefined;
  const blocks = findBlocks();
  const at = blocks.indexOf(block);
  return blocks.slice(0, at + 1).findLast(shared) ?? blocks.slice(at).find(shared);
}

const isStill = () => landing !== undefined && Math.abs(scrollY - landing.y) < 1;

/** @param chosen the block that the reader named */
function placeFor(link: HTMLAnchorElement, chosen: HTMLElement | null): Place | undefined {
  const [here, there] = [kindHere(), kindOf(link)];
  if (!chosen && isStill() && landing!.place.from === there) {
    const { place } = landing!;
    return { ...place, nth: place.back, back: place.nth, from: here };
  }
  if (!chosen && scrollY === 0) return undefined;
  const reading = chosen ?? readingBlock(here === 'both' ? there : '');
  const block = reading && sharedBlock(reading, there === 'both');
  if (!block) return undefined;
  const sameText = here === 'both' || there === 'both';
  const place = placeOf(block, here === 'both' ? here : sideOf(block));
  // Until now it was the block that was arrived at.
  document.querySelector('.b-carried')?.classList.remove('b-carried');
  block.classList.add('b-carried');
  return { ...place, nth: sameText ? place.nth : 0, back: place.nth };
}

export const isInterlinear = () => new URLSearchParams(location.search).get('peek') === 'all';

/** Just before the link is followed: new tabs and middle clicks work too. */
function carryPlace(link: HTMLAnchorElement): void {
  const block = link.matches('a.twin') ? blockOf(link) : null;
  const place = placeFor(link, block);
  link.hash = place ? formatPlace(place) : '';
  if (!block) link.search = isInterlinear() ? '?peek=all' : '';
}

/** Browsers that know speculation rules draw the page of the nearest link, others fetch it. */
function prepare(link: HTMLAnchorElement): void {
  carryPlace(link);
  document.querySelector('.b-near')?.classList.remove('b-near');
  link.classList.add('b-near');
  // A page that was drawn before it is asked for is shown without a transition: none is prepared for.
  if (HTMLScriptElement.supports?.('speculationrules')) document.adoptedStyleSheets = [];
  // As a peek would: Firefox holds `default-src` against a prefetch by `<link>`.
  else void loadPage(link.href).catch(() => undefined);
}

function markArrival(block: HTMLElement): void {
  block.classList.add('b-arrived', 'b-carried');
  // Screen readers and the Tab key go on from here.
  block.tabIndex = -1;
  block.focus({ preventScroll: true });
}

/** For reload and Back. */
function keepInHistory(hash = location.hash): void {
  const landed = isStill();
  const block = landed ? undefined : readingBlock();
  const place = landed ? landing!.place : block && placeOf(block, sideOf(block));
  // What the browser did to arrive here is remembered: doing it again would hold up the first frame.
  const written = place && formatPlace(place);
  if (!written || history.state?.place === written) return;
  history.scrollRestoration = 'manual';
  try {
    history.replaceState({ ...history.state, place: written, landed }, '', location.search + hash);
  } catch {
    // A page from disk, or one scrolled without rest, may not be allowed to: the browser's own memory has to do.
  }
}

/** Firefox gives up scrolling after ten corrections in a row; a slow device makes more during layout. */
function holdTarget(): void {
  const target = document.querySelector(':target');
  const block = blockOf(target);
  if (!block || history.state?.place) return;
  holdPlace({ ...placeOf(block, sideOf(block)), top: parseFloat(getComputedStyle(target!).scrollMarginTop) }, false);
}

function arrive(): void {
  const asked = parsePlace(location.hash);
  const place = asked ?? parsePlace(history.state?.place ?? '');
  const landed = place && holdPlace(place);
  if (!place) holdTarget();
  if (asked || history.state?.landed) landing = landed;
  if (!asked) return;
  keepInHistory(`#${asked.unit}`);
  if (landed) markArrival(landed.block);
  // A browser that draws the page out of sight leaves its pictures until it is seen.
  for (const image of document.images) {
    if (Math.abs(image.getBoundingClientRect().top) < NEAR) image.loading = 'eager';
  }
}

export function startSwitch(): void {
  arrive();
  for (const [types, act] of [
    ['pointerover focusin pointerdown', prepare],
    ['click auxclick contextmenu', carryPlace],
  ] as const) {
    for (const type of types.split(' ')) {
      document.addEventListener(
        type,
        ({ target }) => {
          const link = (target as Element).closest?.<HTMLAnchorElement>('a[data-switch], a[data-carry], a.twin');
          if (link) act(link);
        },
        { capture: true },
      );
    }
  }
  addEventListener('hashchange', holdTarget);
  // After the frame that it comes with: a page that was just arrived at is shown first.
  if ('onscrollend' in window) document.addEventListener('scrollend', () => setTimeout(keepInHistory));
  else {
    let rest = 0;
    const wait = () => {
      clearTimeout(rest);
      rest = window.setTimeout(keepInHistory, REST);
    };
    addEventListener('scroll', wait, { passive: true });
  }
  // A page that comes back from the browser's page cache: WebKit forgets where it stood.
  addEventListener('pageshow', ({ persisted }) => {
    const place = persisted && parsePlace(history.state?.place ?? '');
    if (place) landing = holdPlace(place);
  });
}

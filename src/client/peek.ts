import { blockOf, findBlocks, twinLink } from './blocks.ts';
import { element, text } from './page-data.ts';
import { isInterlinear, readingBlock } from './switch.ts';
import { adopt, loadPage, unitBlocks } from './twin-page.ts';

const peeks = new Map<HTMLElement, HTMLElement>();

async function keepInPlace(block: HTMLElement, change: () => unknown): Promise<void> {
  const before = block.getBoundingClientRect().top;
  await change();
  scrollBy({ top: block.getBoundingClientRect().top - before, behavior: 'instant' });
}

function buildPeek(block: HTMLElement, page: Document, url: string): HTMLElement {
  const { lang, dir } = page.querySelector<HTMLElement>('article[data-work]')!;
  const attributes = { class: 'b-peek', lang, dir };
  const copies = unitBlocks(page, block.dataset.unit!).map((twin) => adopt(twin, url, block.dataset.unit!));
  if (block.matches('tr')) {
    const cells = copies.flatMap((copy) => [...copy.children]);
    return element('tr', attributes, ...cells);
  }
  const parts = copies.map((copy) =>
    copy.matches('li, dt, dd, figcaption, caption, td, tr, h1, h2, h3, h4, h5, h6')
      ? element('div', {}, ...copy.childNodes)
      : copy,
  );
  return element('div', { ...attributes, role: 'group', 'aria-label': text('twin') }, ...parts);
}

function insertPeek(block: HTMLElement, peek: HTMLElement): void {
  if (!block.matches('li, dt, dd, figcaption, caption, td, th')) {
    block.after(peek);
    return;
  }
  let anchor: Element = twinLink(block)!;
  while (anchor.parentElement !== block) anchor = anchor.parentElement!;
  anchor.after(peek);
}

export function isPeeking(block: HTMLElement): boolean {
  return peeks.has(block);
}

function close(block: HTMLElement): void {
  peeks.get(block)?.remove();
  peeks.delete(block);
}

/** Follows the link where the twin's page cannot be fetched. */
export async function openPeek(block: HTMLElement, follow = true): Promise<void> {
  const link = twinLink(block);
  if (!link || peeks.has(block)) return;
  try {
    const page = await loadPage(link.href);
    if (peeks.has(block)) return;
    const peek = buildPeek(block, page, link.href.replace(/#.*/, ''));
    peeks.set(block, peek);
    await keepInPlace(block, () => insertPeek(block, peek));
  } catch {
    if (follow) link.click();
  }
}

export async function togglePeek(block: HTMLElement): Promise<void> {
  if (peeks.has(block)) await keepInPlace(block, () => close(block));
  else await openPeek(block);
}

export function closeNearest(): boolean {
  const active = document.activeElement;
  const near = [...peeks].find(([block, peek]) => peek.contains(active) || block === blockOf(active));
  const block = (near ?? [...peeks].at(-1))?.[0];
  if (!block) return false;
  void keepInPlace(block, () => close(block));
  return true;
}

/** Only the page's address remembers it. */
export async function toggleAll(open = !isInterlinear()): Promise<void> {
  const blocks = findBlocks().filter(twinLink);
  const first = blocks[0];
  if (!first) return;
  if (open) await loadPage(twinLink(first)!.href).catch(() => undefined);
  await keepInPlace(readingBlock() ?? first, () =>
    open ? Promise.all(blocks.map((block) => openPeek(block, false))) : [...peeks.keys()].map(close),
  );
  try {
    history.replaceState(history.state, '', `${location.pathname}${open ? '?peek=all' : ''}${location.hash}`);
  } catch {
    // A page from disk keeps its address.
  }
}

export function startPeek(): void {
  if (isInterlinear()) void toggleAll(true);
}

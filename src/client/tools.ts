import { blockOf, twinLink } from './blocks.ts';
import { button, element, text } from './page-data.ts';
import { isPeeking, togglePeek } from './peek.ts';
import { openUnitMenu } from './unit-menu.ts';

let tools: HTMLElement | undefined;
let current: HTMLElement | null = null;

export function toolsBlock(): HTMLElement | undefined {
  return current?.isConnected ? current : undefined;
}

function buildTools(): HTMLElement {
  const peek = button(text('peek'), async () => {
    if (!current) return;
    await togglePeek(current);
    peek.setAttribute('aria-expanded', String(isPeeking(current)));
  });

  const more = button(text('menu'), () => current && openUnitMenu(current, more));
  more.setAttribute('aria-haspopup', 'dialog');
  const { lang, dir } = document.documentElement;
  return element('span', { class: 'b-tools', lang, dir }, peek, more);
}

/** After the twin link, so that the Tab key meets the tools there. */
function bring(block: HTMLElement | null): void {
  if (!block || block === current) return;
  current = block;
  tools ??= buildTools();
  const link = twinLink(block);
  const peek = tools.querySelector('button')!;
  peek.hidden = !link;
  peek.setAttribute('aria-expanded', String(isPeeking(block)));
  if (link) {
    // Not in the page: browsers that show text alone print it behind every passage.
    link.title = text('twin');
    link.after(tools);
  } else (block.matches('tr') ? block.lastElementChild! : block).append(tools);
}

function dismiss(): void {
  if (tools?.contains(document.activeElement) || document.activeElement?.matches('.twin')) return;
  tools?.remove();
  current = null;
}

export function startTools(): void {
  const root = document.querySelector('article[data-work]');
  if (!root) return;
  root.addEventListener('pointerover', (event) => {
    // Where the keyboard is, a page that moves under a resting pointer takes nothing away.
    if (root.querySelector('.twin:focus, .b-tools :focus-visible')) return;
    if ((event as PointerEvent).pointerType === 'mouse') bring(blockOf(event.target as Element));
  });
  root.addEventListener('pointerleave', (event) => (event as PointerEvent).pointerType === 'mouse' && dismiss());
  root.addEventListener('focusin', (event) => {
    if ((event.target as Element).matches('.twin')) bring(blockOf(event.target as Element));
  });
  document.addEventListener('click', (event) => {
    const target = event.target as Element;
    if (target.closest('.b-tools, .b-menu, .b-note, dialog, a, button, img')) return;
    const block = root.contains(target) && getSelection()?.isCollapsed ? blockOf(target) : null;
    if (block && block !== current) bring(block);
    else dismiss();
  });
}

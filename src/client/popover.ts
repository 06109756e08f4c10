/** Browsers without popovers leave Esc and a press elsewhere to the page. */
function closeByHand(box: HTMLElement, anchor: HTMLElement): void {
  const ended = new AbortController();
  const close = () => {
    ended.abort();
    box.remove();
    anchor.focus({ preventScroll: true });
  };
  const options = { signal: ended.signal, capture: true };
  addEventListener('pointerdown', ({ target }) => box.contains(target as Node) || close(), options);
  const onKey = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    close();
  };
  addEventListener('keydown', onKey, options);
}

/** Closed, it leaves the page, and focus goes back to the anchor. */
export function openBeside(popover: HTMLElement, anchor: HTMLElement): void {
  for (const other of document.querySelectorAll('.b-note, .b-menu')) if (!other.contains(anchor)) other.remove();
  const plain = !('popover' in popover);
  if (!plain) popover.popover = 'auto';
  popover.tabIndex = -1;
  popover.addEventListener('toggle', (event) => {
    if ((event as ToggleEvent).newState === 'closed') popover.remove();
  });
  if (plain) {
    // Not inside of a block, which it would be placed against, nor of a table, which would cut it off.
    document.body.append(popover);
    closeByHand(popover, anchor);
  } else {
    anchor.after(popover);
    popover.showPopover();
  }
  const at = anchor.getBoundingClientRect();
  const { width, height } = popover.getBoundingClientRect();
  const start = getComputedStyle(popover).direction === 'rtl' ? at.right - width : at.left;
  const room = document.documentElement.clientWidth - width - 8;
  const below = at.bottom + 6 + height < innerHeight || at.top < height;
  popover.style.left = `${Math.max(8, Math.min(start, room)) + scrollX}px`;
  popover.style.top = `${(below ? at.bottom + 6 : at.top - height - 6) + scrollY}px`;
  popover.focus({ preventScroll: true });
}

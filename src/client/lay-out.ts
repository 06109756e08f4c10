/** Milliseconds: a long block takes them all on a poor phone. */
const ENOUGH = 40;

/** Works while the browser is idle: soon every block has its own height (`content-visibility`) without a long task. */
export function layOutRest(): void {
  // Safari has no idle time to give, and its styles leave nothing.
  if (!('requestIdleCallback' in window)) return;
  const rest = [...document.querySelectorAll<HTMLElement>('.b-text > p, [data-row]')];
  const step = (deadline: IdleDeadline) => {
    do {
      const next = rest.shift();
      if (!next) return;
      next.style.contentVisibility = 'visible';
      next.getBoundingClientRect();
    } while (deadline.timeRemaining() > ENOUGH);
    requestIdleCallback(step);
  };
  // In idle time too: asking for the fonts' promise makes the browser lay the page out.
  requestIdleCallback(() => document.fonts.ready.then(() => requestIdleCallback(step)));
}

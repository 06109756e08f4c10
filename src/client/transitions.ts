/** A page that comes up faster than its transition skips it, which is no error. */
export function acceptSkippedTransitions(): void {
  addEventListener('pagereveal', (event) => event.viewTransition?.ready.catch(() => undefined));
}

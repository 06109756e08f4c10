/**
 * A page that comes up faster than its transition skips it, on either side of the way, which is no error; where the
 * page is there already, no event tells of the transition that is dropped. From a disk every page comes up so, before
 * its script can say so: there, none is begun.
 */
export function acceptSkippedTransitions(): void {
  addEventListener('unhandledrejection', (event) => {
    if (event.reason instanceof DOMException && /transition/i.test(event.reason.message)) event.preventDefault();
  });
  addEventListener('pageswap', ({ viewTransition }) => {
    if (location.protocol === 'file:') viewTransition?.skipTransition();
  });
}

/** Milliseconds that a page may take from its first frame to the screen: two frames of most screens. */
const AT_ONCE = 33;

/**
 * Transitions are for browsers that have the time: the two frames that one takes would come on top of those that the
 * page itself took, and a switch is to be done within 100 ms. Where this page was slow to come up, the one that leads
 * away from it comes up without. So where it was drawn before it was asked for, and had its first chance long before it
 * was seen: the next one will have been, too, and browsers drop the transition to a page that is there already. Nor is
 * there one from a disk: there every page comes up faster than its transition.
 *
 * A page that comes up faster than its transition skips it, on either side of the way, which is no error; where the
 * page is there already, no event tells of the transition that is dropped.
 */
export function watchTransitions(): void {
  let revealed = 0;
  addEventListener('pagereveal', ({ timeStamp }) => {
    revealed = timeStamp;
  });
  addEventListener('pageswap', ({ viewTransition }) => {
    const [paint] = performance.getEntriesByType('paint');
    if (location.protocol === 'file:' || (paint && paint.startTime - revealed > AT_ONCE))
      viewTransition?.skipTransition();
  });
  addEventListener('unhandledrejection', (event) => {
    if (/^transition/i.test(event.reason?.message)) event.preventDefault();
  });
}

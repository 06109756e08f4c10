/**
 * A page that comes up faster than its transition skips it, on either side of the way, which is no error. From a disk
 * every page does, before its script can say so: there, none is begun.
 */
export function acceptSkippedTransitions(): void {
  for (const type of ['pagereveal', 'pageswap'] as const) {
    addEventListener(type, ({ viewTransition }) => {
      viewTransition?.ready.catch(() => undefined);
      if (location.protocol === 'file:') viewTransition?.skipTransition();
    });
  }
}

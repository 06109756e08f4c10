/**
 * Asks for transitions from and to this page, by styles that can be taken back: they hold up the way to the next page by
 * a frame or two, seen or not. None from a disk, where every page comes up faster than its transition.
 *
 * A page that comes up faster than its transition skips it, on either side of the way, which is no error.
 */
export function askForTransitions(): void {
  if (location.protocol === 'file:' || !('onpagereveal' in window)) return;
  const styles = new CSSStyleSheet();
  styles.replaceSync('@media (prefers-reduced-motion:no-preference){@view-transition{navigation:auto}}');
  document.adoptedStyleSheets = [styles];
  addEventListener('unhandledrejection', (event) => {
    if (/^transition/i.test(event.reason?.message)) event.preventDefault();
  });
}

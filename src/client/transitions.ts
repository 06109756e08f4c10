/**
 * By styles that can be taken back: transitions hold up the way by a frame or two. None from a disk, where every page
 * comes up faster than its transition. A skipped one is no error.
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

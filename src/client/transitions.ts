/** Transitions hold up the way by a frame or two; from a disk, every page comes up faster than its transition. */
export function askForTransitions(): void {
  if (location.protocol === 'file:' || !('onpagereveal' in window)) return;
  const styles = new CSSStyleSheet();
  styles.replaceSync('@media (prefers-reduced-motion:no-preference){@view-transition{navigation:auto}}');
  document.adoptedStyleSheets = [styles];
  addEventListener('unhandledrejection', (event) => {
    if (/^transition/i.test(event.reason?.message)) event.preventDefault();
  });
}

/**
 * Runs inline at the head of every page: asks for the fonts that its text needs while the stylesheet is still on its
 * way. Not a `<link>` in the page, since from a disk a preload always fails, and the fonts then come without it.
 */
if (location.protocol !== 'file:') {
  for (const href of document.currentScript?.dataset.fonts?.split(' ') ?? []) {
    const link = document.createElement('link');
    link.rel = 'preload';
    link.as = 'font';
    link.type = 'font/woff2';
    link.crossOrigin = '';
    link.href = href;
    document.head.append(link);
  }
}

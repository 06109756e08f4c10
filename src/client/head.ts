/** Runs inline at the head of every page, right after the element that brings the page's script. */
const { currentScript } = document;

// The fonts that the text needs, while the page is still on its way. Not a `<link>` in the page, since from a disk a
// preload always fails, and the fonts then come without it.
for (const href of (location.protocol !== 'file:' && currentScript?.dataset.fonts?.split(' ')) || []) {
  const link = document.createElement('link');
  link.rel = 'preload';
  link.as = 'font';
  link.type = 'font/woff2';
  link.crossOrigin = '';
  link.href = href;
  document.head.append(link);
}

// The page waits for its script only where that has to bring the reader to a place before anything is shown.
if (!/~/.test(location.hash) && !history.state?.place)
  currentScript?.previousElementSibling?.removeAttribute('blocking');

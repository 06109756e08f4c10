import { acceptSkippedTransitions } from './transitions.ts';

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

// Where the script has to bring the reader to a place before anything is shown, the page waits for it and is laid out
// whole; else neither.
if (/~/.test(location.hash) || history.state?.place) document.documentElement.dataset.whole = '';
else currentScript?.previousElementSibling?.removeAttribute('blocking');

// Here, since a page may be shown before its script has come.
acceptSkippedTransitions();

import { askForTransitions } from './transitions.ts';

/** Milliseconds that the first paint may wait for the text's own face: no more than a slow line needs for the page. */
const PATIENCE = 150;

/** Milliseconds after which a page is shown though the script that brings the reader to the place has not come. */
const LANDING_PATIENCE = 3000;

/** Runs inline at the head of every page, right after the element that brings the page's script. */
const { currentScript } = document;
const script = currentScript?.previousElementSibling;
const root = document.documentElement;
const show = () => {
  script?.removeAttribute('blocking');
  delete root.dataset.landing;
};

// Where the script has to bring the reader to a place before anything is shown, the page waits for it and is laid out
// whole; else neither.
const placed = /~/.test(location.hash) || history.state?.place;
if (placed || location.hash) root.dataset.whole = '';

// The fonts that the text needs, while the page is still on its way. Not a `<link>` in the page, since from a disk a
// preload always fails, and the fonts then come without it.
const fonts = (location.protocol !== 'file:' && currentScript?.dataset.fonts?.split(' ')) || [];
const arrivals = fonts.map((href) => {
  const link = document.createElement('link');
  link.rel = 'preload';
  link.as = 'font';
  link.type = 'font/woff2';
  link.crossOrigin = '';
  link.href = href;
  document.head.append(link);
  return new Promise((done) => {
    link.onload = link.onerror = done;
  });
});
if (!placed) {
  void Promise.all(arrivals).then(show);
  setTimeout(show, PATIENCE);
} else if (script && !('blocking' in script)) {
  // This browser does not wait for it: the text is there, but cannot be seen before the script has run, or is late.
  root.dataset.landing = '';
  script.addEventListener('load', show);
  script.addEventListener('error', show);
  setTimeout(show, LANDING_PATIENCE);
}

// From a disk no face is there before the first paint, and none is kept for the next page: shown whenever it comes.
if (location.protocol === 'file:') {
  document.addEventListener('DOMContentLoaded', () => {
    for (const rule of document.styleSheets[0]!.cssRules) {
      if (rule instanceof CSSFontFaceRule) rule.style.setProperty('font-display', 'swap');
    }
  });
}

// Here, since a page may be shown before its script has come.
askForTransitions();

import type {} from './keep-lines.ts';
import { askForTransitions } from './transitions.ts';

/** Milliseconds that the first paint may wait for fonts: no more than a slow line needs for the page. */
const PATIENCE = 150;

/** Milliseconds that a page may wait for the script that brings the reader to the place. */
const LANDING_PATIENCE = 3000;

/** Inline, after the styles and the element that brings the script. */
const { currentScript } = document;
const script = currentScript?.previousElementSibling;
const root = document.documentElement;
const show = () => {
  script?.removeAttribute('blocking');
  delete root.dataset.landing;
};

// The page waits for the script that brings the reader to the place.
const placed = /~/.test(location.hash) || history.state?.place;
if (placed || location.hash) root.dataset.whole = '';

// The text is laid out in fonts of the device that take as much room, until all fonts of the page have come.
root.dataset.waiting = '';
const changeFonts = () => {
  delete root.dataset.waiting;
};
const { fonts, late } = currentScript!.dataset;
const arrivals = Promise.allSettled(fonts!.split(',').map((family) => document.fonts.load(`1em ${family}`, 'aا')));
// What has been shown must not move: a script changes the fonts. Without it they change all the same.
let keeper: Promise<unknown> | undefined;
void arrivals
  .then(() => keeper)
  .catch(() => {})
  .then(() => (window.beytKeepLines ? window.beytKeepLines(changeFonts) : changeFonts()));
if (!placed) {
  void arrivals.then(show);
  setTimeout(() => {
    if ('waiting' in root.dataset) keeper = import(late!);
    show();
  }, PATIENCE);
} else if (script && !('blocking' in script)) {
  // This browser does not wait for it: the text is there, but cannot be seen before the script has run, or is late.
  root.dataset.landing = '';
  script.addEventListener('load', show);
  script.addEventListener('error', show);
  setTimeout(show, LANDING_PATIENCE);
}

// Here, because a page may be shown before its script has come.
askForTransitions();

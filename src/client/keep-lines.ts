declare global {
  interface Window {
    beytKeepLines?: (change: () => void) => void;
  }
}

export {};

const BLOCKS = ':is(main,.b-bar) :is(h1,h2,h3,p,li,dt,dd,td,th,figcaption,a,.b-byline)';

/** In em, from the least visible on. */
const SPACINGS = [-0.02, 0.02, -0.05, 0.05, -0.08, 0.08, -0.12, 0.12, -0.16, 0.2, 0.3];

/** Changes the fonts, and fits the spaces between words so that no line comes or goes. */
function keepLines(change: () => void): void {
  const measure = (element: Element) => element.getBoundingClientRect().height;
  const before = [...document.querySelectorAll<HTMLElement>(BLOCKS)]
    .filter((element) => {
      const { top, bottom } = element.getBoundingClientRect();
      return bottom > 0 && top < innerHeight;
    })
    .map((element) => [element, measure(element)] as const);
  change();
  // Less than a line of the smallest type.
  let off = before.filter(([element, height]) => Math.abs(measure(element) - height) > 9);
  const fitted = off.map(([element]) => element);
  for (const spacing of [...SPACINGS.map((em) => `${em}em`), '']) {
    for (const [element] of off) element.style.wordSpacing = spacing;
    off = off.filter(([element, height]) => Math.abs(measure(element) - height) > 9);
  }
  // Lines of another width need other spaces; a phone's bar that hides changes the height alone.
  const width = innerWidth;
  const release = () => {
    if (innerWidth === width) return;
    for (const element of fitted) element.style.wordSpacing = '';
    removeEventListener('resize', release);
  };
  addEventListener('resize', release);
}

// A classic script, so that it comes with the others; `head.ts` asks for it where fonts are late.
window.beytKeepLines = keepLines;

import { element, text } from './page-data.ts';
import { readingBlock } from './switch.ts';

/** Bounds of the English column's share, in per cent: either column stays readable. */
const NARROWEST = 30;
const WIDEST = 70;

/**
 * Puts a handle between the two columns: dragged, moved with the arrow keys, set back with a double click or Home.
 * @param share the English column's share of the width, in per cent
 * @param onChange called with the new share once the reader lets go
 */
export function startDivider(facing: HTMLElement, share: number, onChange: (share: number) => void): void {
  const divider = element('div', {
    class: 'divider',
    role: 'separator',
    tabindex: '0',
    'aria-orientation': 'vertical',
    'aria-label': text('width'),
    'aria-valuemin': String(NARROWEST),
    'aria-valuemax': String(WIDEST),
    'aria-valuenow': '50',
  });
  const swapped = () => facing.dataset.order === 'fa';
  const set = (wanted: number) => {
    // Where the browser does not hold what is read in its place while the rows above change, this does.
    const held = CSS.supports('overflow-anchor', 'auto') ? undefined : readingBlock();
    const before = held?.getBoundingClientRect().top ?? 0;
    share = Math.round(Math.min(WIDEST, Math.max(NARROWEST, wanted)));
    facing.style.setProperty('--en', `${share}fr`);
    facing.style.setProperty('--fa', `${100 - share}fr`);
    const gap = 3.5;
    const at = swapped() ? 100 - share : share;
    facing.style.setProperty('--at', `calc((100% - ${gap}rem) * ${at / 100} + ${gap / 2}rem)`);
    divider.setAttribute('aria-valuenow', String(share));
    if (held) scrollBy({ top: held.getBoundingClientRect().top - before, behavior: 'instant' });
  };
  divider.addEventListener('pointerdown', (event) => {
    divider.setPointerCapture(event.pointerId);
    event.preventDefault();
  });
  divider.addEventListener('pointermove', (event) => {
    if (!divider.hasPointerCapture(event.pointerId)) return;
    const { left, width } = facing.getBoundingClientRect();
    const at = ((event.clientX - left) / width) * 100;
    set(swapped() ? 100 - at : at);
  });
  divider.addEventListener('pointerup', () => onChange(share));
  divider.addEventListener('dblclick', () => {
    set(50);
    onChange(share);
  });
  divider.addEventListener('keydown', (event) => {
    const by = { ArrowLeft: -2, ArrowRight: 2 }[event.key];
    if (!by && event.key !== 'Home') return;
    event.preventDefault();
    set(by ? share + (swapped() ? -by : by) : 50);
    onChange(share);
  });
  new MutationObserver(() => set(share)).observe(facing, { attributeFilter: ['data-order'] });
  facing.append(divider);
  // The styles begin with halves: setting these again would reckon the styles of the whole text anew.
  if (share !== 50) set(share);
}

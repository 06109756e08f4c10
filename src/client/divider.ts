import { findBlocks } from './blocks.ts';
import { element, text } from './page-data.ts';

/** In per cent: either column stays readable. */
const NARROWEST = 30;
const WIDEST = 70;

/** @param share the English column's share of the width, in per cent */
export function startDivider(facing: HTMLElement, share: number, onChange: (share: number) => void): void {
  const divider = element('div', {
    class: 'b-divider',
    role: 'separator',
    tabindex: '0',
    'aria-orientation': 'vertical',
    'aria-label': text('width'),
    'aria-valuemin': String(NARROWEST),
    'aria-valuemax': String(WIDEST),
    'aria-valuenow': '50',
  });
  const swapped = () => facing.dataset.order === 'fa';
  /** `top`: when the divider began to move; `y`: the window's scroll at the last move. */
  let held: { block: HTMLElement; top: number; y: number } | undefined;
  const set = (wanted: number) => {
    // What is read stays in its place while the rows above change: WebKit holds nothing, others may hold another row.
    // From move to move it keeps to the first place: windows scroll by whole pixels, and what is left over would add up.
    if (held?.y !== scrollY) {
      document.documentElement.style.setProperty('overflow-anchor', 'none');
      // The first one that begins below the titles.
      const line = facing.querySelector('.b-titles')!.getBoundingClientRect().bottom;
      const block = findBlocks(facing).find((each) => each.getBoundingClientRect().top >= line);
      held = block && { block, top: block.getBoundingClientRect().top, y: 0 };
    }
    share = Math.round(Math.min(WIDEST, Math.max(NARROWEST, wanted)));
    facing.style.setProperty('--en', `${share}fr`);
    facing.style.setProperty('--fa', `${100 - share}fr`);
    const gap = 3.5;
    const at = swapped() ? 100 - share : share;
    facing.style.setProperty('--at', `calc((100% - ${gap}rem) * ${at / 100} + ${gap / 2}rem)`);
    divider.setAttribute('aria-valuenow', String(share));
    if (!held) return;
    scrollBy({ top: held.block.getBoundingClientRect().top - held.top, behavior: 'instant' });
    held.y = scrollY;
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

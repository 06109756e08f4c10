import { isAble } from './able.ts';
import { blockOf, findUnit } from './blocks.ts';
import { startDivider } from './divider.ts';
import { clickOn, startKeys } from './keys.ts';
import { layOutRest } from './lay-out.ts';
import { startNotes } from './notes.ts';
import { button, text } from './page-data.ts';
import { startSearchBox } from './search-box.ts';
import { startSearchMarks } from './search-marks.ts';
import { startSwitch } from './switch.ts';

const facing = document.querySelector<HTMLElement>('.b-facing')!;
const rows = [...facing.querySelectorAll<HTMLElement>('[data-row]')];

/** Order and hidden language: from the page's address and back into it. */
const address = new URLSearchParams(location.search);

function setOption(name: 'order' | 'hide' | 'width', value: string): void {
  if (value) address.set(name, value);
  else address.delete(name);
  if (name !== 'width') facing.dataset[name] = value;
  try {
    history.replaceState(history.state, '', `${location.pathname}${String(address) && `?${address}`}${location.hash}`);
  } catch {
    // A page from disk keeps its address.
  }
  for (const control of document.querySelectorAll<HTMLElement>(`[data-set="${name}"]`)) {
    control.setAttribute('aria-pressed', String((control.dataset.value ?? '') === value));
  }
}

function hideLanguage(side: string): void {
  for (const opener of facing.querySelectorAll('.b-show')) opener.remove();
  for (const open of facing.querySelectorAll('.b-open')) open.classList.remove('b-open');
  setOption('hide', side);
  if (!side) return;
  for (const cell of facing.querySelectorAll<HTMLElement>(`[data-row] > [lang|="${side}"]`)) {
    if (!cell.firstElementChild || cell.classList.contains('b-gap')) continue;
    const opener = button(text('show'), () => {
      cell.classList.add('b-open');
      opener.remove();
      cell.querySelector<HTMLElement>('a, [tabindex]')?.focus({ preventScroll: true });
    });
    opener.className = 'b-show';
    opener.lang = document.documentElement.lang;
    opener.dir = document.documentElement.dir;
    cell.prepend(opener);
  }
}

function light(block: HTMLElement | null): void {
  for (const lit of facing.querySelectorAll('.b-lit')) lit.classList.remove('b-lit');
  const unit = block?.dataset.unit;
  if (unit) for (const part of findUnit(unit)) part.classList.add('b-lit');
}

function step(by: 1 | -1): void {
  const here = rows.findIndex((row) => row.contains(document.activeElement));
  const top = rows.findIndex((row) => row.getBoundingClientRect().bottom > 80);
  const next = rows[here < 0 ? top : here + by];
  next?.focus({ preventScroll: true });
}

/** Firefox takes for visible, and leaves where it is, what is behind the titles. */
function showFocused(target: HTMLElement): void {
  if (target.closest('[data-row]') && target.matches(':focus-visible')) target.scrollIntoView({ block: 'nearest' });
}

/** A selection that began in one column stays in it, and so does what is copied. */
function keepSelectionInColumn(): void {
  facing.addEventListener('pointerdown', (event) => {
    const cell = (event.target as Element).closest('[data-row] > [lang]');
    facing.dataset.selecting = cell?.matches('[lang|="fa"]') ? 'fa' : cell ? 'en' : '';
  });
}

/** Without it both texts are there, row by row. */
function start(): void {
  startSwitch();
  startDivider(facing, Number(address.get('width')) || 50, (width) =>
    setOption('width', width === 50 ? '' : `${width}`),
  );
  // The page comes with English first and nothing hidden.
  if (address.get('order') === 'fa') setOption('order', 'fa');
  const [hidden] = /^(en|fa)$/.exec(address.get('hide') ?? '') ?? [];
  if (hidden) hideLanguage(hidden);
  keepSelectionInColumn();

  for (const row of rows) row.tabIndex = 0;
  facing.addEventListener('pointerover', (event) => light(blockOf(event.target as Element)));
  facing.addEventListener('pointerleave', () => light(null));
  facing.addEventListener('focusin', (event) => {
    const target = event.target as HTMLElement;
    showFocused(target);
    light(blockOf(target) ?? (target.matches('[data-row]') ? target.querySelector<HTMLElement>('[data-unit]') : null));
  });
  for (const controls of document.querySelectorAll<HTMLElement>('.b-controls')) {
    controls.hidden = false;
    controls.addEventListener('click', (event) => {
      const control = (event.target as Element).closest<HTMLElement>('[data-set]');
      const value = control?.dataset.value ?? '';
      if (control?.dataset.set === 'hide') hideLanguage(value);
      else if (control?.dataset.set === 'order') setOption('order', value);
    });
  }

  startNotes();
  startSearchBox();
  startSearchMarks();
  address.delete('mark');
  startKeys([
    { key: 'j', help: 'nextRowKey', run: () => step(1) },
    { key: 'k', help: 'previousRowKey', run: () => step(-1) },
    { key: '/', help: 'searchKey', run: clickOn('a[data-search-link]') },
    { key: 'x', help: 'swapKey', run: () => setOption('order', facing.dataset.order === 'fa' ? '' : 'fa') },
    { key: 't', help: 'articleKey', run: clickOn('a[data-carry]') },
  ]);
  layOutRest();
}

if (isAble) start();

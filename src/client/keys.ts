import { button, element, text } from './page-data.ts';

/** What a key does: its help text is the string of the same name. */
export interface Key {
  /** As `event.key` on a Latin keyboard; a Persian keyboard's key in the same place does the same. */
  readonly key: string;
  readonly help: string;
  readonly run: () => unknown;
}

/** The Latin letter of a key, whatever the keyboard's language: `t` also where it writes «ف». */
function latinKey(event: KeyboardEvent): string {
  // A Latin layout says itself which letter it writes, wherever the key is: Dvorak, AZERTY.
  if (/^[\x21-\x7e]$/.test(event.key)) return event.key;
  const letter = /^Key([A-Z])$/.exec(event.code)?.[1];
  if (letter) return event.shiftKey ? letter : letter.toLowerCase();
  return event.key === '؟' ? '?' : event.key;
}

/** Keys that a reader may hold down: they walk from row to row. */
const pressedOnce = (key: string) => key !== 'j' && key !== 'k';

/** Kept in the browser once a reader turns single keys off: the only thing that the site keeps there. */
const OFF = 'keysOff';

let enabled = true;
try {
  enabled = !localStorage.getItem(OFF);
} catch {
  // A browser that keeps nothing has them on.
}

function showKeys(keys: readonly Key[]): void {
  const rows = keys.flatMap(({ key, help }) => [
    element('dt', {}, element('kbd', { dir: 'ltr' }, key)),
    element('dd', {}, text(help)),
  ]);
  const dialog = element('dialog', { class: 'keys', 'aria-label': text('keys') }, element('dl', {}, ...rows));
  // Speech input and stray touches press single keys: WCAG asks for a way to turn them off.
  const turn = button(text(enabled ? 'keysOff' : 'keysOn'), () => {
    enabled = !enabled;
    dialog.close();
    try {
      if (enabled) localStorage.removeItem(OFF);
      else localStorage.setItem(OFF, '1');
    } catch {
      // Off for this page.
    }
  });
  dialog.append(
    turn,
    ' ',
    button(text('close'), () => dialog.close()),
  );
  dialog.addEventListener('close', () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
}

/** What a key does that is a link of the page. */
export const clickOn = (selector: string) => () => document.querySelector<HTMLElement>(selector)?.click();

/** Listens for single keys outside of fields, and offers them in a dialog on `?` and on the page's own button. */
export function startKeys(keys: readonly Key[]): void {
  const all: Key[] = [...keys, { key: '?', help: 'keys', run: () => showKeys(all) }];
  document.addEventListener('keydown', (event) => {
    const typing = (event.target as Element).closest('input, textarea, select, [contenteditable], dialog');
    const pressed = latinKey(event);
    if (event.isComposing || (event.repeat && pressedOnce(pressed))) return;
    if (event.ctrlKey || event.metaKey || event.altKey || typing || event.defaultPrevented) return;
    const found = all.find(({ key }) => key === pressed);
    if (!found || !(enabled || pressed === '?' || pressed === 'Escape')) return;
    if (found.run() !== false) event.preventDefault();
  });
  for (const opener of document.querySelectorAll<HTMLElement>('[data-keys]')) {
    opener.hidden = false;
    opener.addEventListener('click', () => showKeys(all));
  }
}

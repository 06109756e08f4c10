import { button, element, text } from './page-data.ts';

/** `help` is the string of that name. */
export interface Key {
  /** On a Latin keyboard; a Persian key in the same place does the same. */
  readonly key: string;
  readonly help: string;
  readonly run: () => unknown;
}

/** `t` also where the key writes «ف». */
function latinKey(event: KeyboardEvent): string {
  // A Latin layout says itself which letter it writes, wherever the key is: Dvorak, AZERTY.
  if (/^[\x21-\x7e]$/.test(event.key)) return event.key;
  const letter = /^Key([A-Z])$/.exec(event.code)?.[1];
  if (letter) return event.shiftKey ? letter : letter.toLowerCase();
  return event.key === '؟' ? '?' : event.key;
}

/** `j` and `k` walk from row to row while held down. */
const pressedOnce = (key: string) => key !== 'j' && key !== 'k';

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
  const dialog = element('dialog', { class: 'b-keys', 'aria-label': text('keys') }, element('dl', {}, ...rows));
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

export const clickOn = (selector: string) => () => document.querySelector<HTMLElement>(selector)?.click();

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

/**
 * The search box of every page. Until a reader turns to it, it costs these few lines; then it brings the script that
 * searches (`search-page.ts`), which takes over from here.
 */
export function startSearchBox(): void {
  for (const form of document.querySelectorAll<HTMLFormElement>('form[data-search-box]')) {
    const input = form.querySelector('input');
    const load = () => {
      const { script } = form.dataset;
      delete form.dataset.script;
      if (script === undefined) return;
      const tag = document.createElement('script');
      tag.src = script;
      tag.addEventListener('error', () => {
        form.dataset.script = script;
      });
      document.head.append(tag);
    };
    for (const intent of ['focus', 'pointerenter', 'input']) input?.addEventListener(intent, load);
    if (input && document.activeElement === input) load();
  }
}

/** Puts the reader into the search box; false where the page has none. */
export function focusSearchBox(): boolean {
  const input = document.querySelector<HTMLInputElement>(
    '[data-search-page] input[type=search], form[data-search-box] input',
  );
  input?.focus();
  input?.select();
  return input !== null;
}

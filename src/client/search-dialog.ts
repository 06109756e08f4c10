import type { WorkHits } from '../search/work-hits.ts';
import { button, element } from './page-data.ts';
import { OPEN } from './search-box.ts';
import { renderTitle, renderUnit } from './search-results.ts';
import { createSession } from './search-session.ts';
import { describeOutcome, renderSuggestions, walkLinks } from './search-status.ts';
import { fill, LONGEST, readSettings, searchPage } from './search-texts.ts';

const SIZE = 5;

export function startDialog(link: HTMLAnchorElement): void {
  const settings = readSettings(link);
  const { lang } = settings;
  const label = fill(lang, 'label');
  const input = element('input', {
    type: 'search',
    name: 'q',
    'aria-label': label,
    placeholder: label,
    autocomplete: 'off',
    maxlength: String(LONGEST),
    dir: 'auto',
  });
  const status = element('p', { role: 'status' });
  const list = element('div', { class: 'b-search-list' });
  const close = button(fill(lang, 'close'), () => dialog.close());
  // Enter leaves for the search page, as it would without a script.
  const form = element('form', { role: 'search', action: searchPage(settings) }, input, close);
  const dialog = element('dialog', { class: 'b-search-dialog', 'aria-label': label }, form, status, list);
  document.body.append(dialog);

  const renderFirst = (hits: WorkHits) =>
    element(
      'section',
      { class: 'b-result-work' },
      element('p', { class: 'b-result-title' }, renderTitle(hits, settings)),
      element('ol', { class: 'b-results' }, renderUnit(hits, hits.units[0]!, settings)),
    );

  const ask = createSession(settings, {
    size: SIZE,
    busy() {
      status.textContent = fill(lang, 'loading');
    },
    fail(reason) {
      status.textContent = fill(lang, reason);
      list.replaceChildren();
    },
    show({ text, typing }, outcome, first) {
      if (input.value.trim() === '') return clear();
      status.textContent = describeOutcome({ text, typing }, outcome, first, lang);
      const suggestions = renderSuggestions(outcome, lang, (query) => {
        input.value = query;
        input.focus();
        search();
      });
      const href = `${searchPage(settings)}?q=${encodeURIComponent(text)}`;
      const all = element('p', {}, element('a', { href, 'data-all': '' }, fill(lang, 'all')));
      list.replaceChildren(...suggestions, ...first.map(renderFirst), ...(first.length > 0 ? [all] : []));
    },
  });

  function clear(): void {
    status.textContent = '';
    list.replaceChildren();
  }

  function search(): void {
    if (input.value.trim() === '') clear();
    else void ask({ text: input.value, typing: true });
  }

  input.addEventListener('input', search);
  form.addEventListener('submit', (event) => input.value.trim() === '' && event.preventDefault());
  dialog.addEventListener('pointerdown', (event) => event.target === dialog && dialog.close());
  walkLinks(input, list, '.b-result-title a, [data-result] a, [data-all], .b-suggestion');
  link.addEventListener(OPEN, () => {
    if (!dialog.open) dialog.showModal();
    input.focus();
    input.select();
  });
}

import type { WorkHits } from '../search/work-hits.ts';
import { element } from './page-data.ts';
import { renderTitle, renderUnit } from './search-results.ts';
import { createSession } from './search-session.ts';
import { describeOutcome, renderSuggestions, walkLinks } from './search-status.ts';
import { fill, readSettings } from './search-texts.ts';

/** Works shown under the box; the search page has them all. */
const SIZE = 4;
let panels = 0;

/** Results at once, under the search box of any page. */
export function startPanel(form: HTMLFormElement): void {
  const input = form.querySelector('input')!;
  const settings = readSettings(form);
  const status = element('p', { role: 'status' });
  const list = element('div', {});
  const panel = element('div', { class: 'search-panel', id: `search-panel-${++panels}` }, status, list);
  panel.hidden = true;
  form.append(panel);
  input.setAttribute('aria-controls', panel.id);

  const renderFirst = (hits: WorkHits) =>
    element(
      'section',
      { class: 'result-work' },
      element('p', { class: 'result-title' }, renderTitle(hits, settings)),
      element('ol', { class: 'results' }, renderUnit(hits, hits.units[0]!, settings)),
    );

  const ask = createSession(settings, {
    size: SIZE,
    busy() {
      panel.hidden = false;
      status.textContent = fill(settings.texts, 'loading');
    },
    fail(reason) {
      panel.hidden = false;
      status.textContent = fill(settings.texts, reason);
      list.replaceChildren();
    },
    show({ text }, outcome, first) {
      status.textContent = describeOutcome(text, outcome, first, settings);
      const suggestions = renderSuggestions(outcome, settings, (query) => {
        input.value = query;
        input.focus();
        search();
      });
      const href = `${settings.page}?q=${encodeURIComponent(text)}`;
      const all = element('p', {}, element('a', { href, 'data-all': '' }, fill(settings.texts, 'all')));
      list.replaceChildren(...suggestions, ...first.map(renderFirst), ...(first.length > 0 ? [all] : []));
    },
  });

  function search(): void {
    const text = input.value.trim();
    if (text.length < 2) panel.hidden = true;
    else void ask({ text, typing: true }).then(() => !input.value.trim() && close());
  }

  function close(): void {
    panel.hidden = true;
  }

  input.addEventListener('input', search);
  input.addEventListener('focus', () => {
    if (list.childElementCount > 0 && input.value.trim() !== '') panel.hidden = false;
  });
  form.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || panel.hidden) return;
    event.preventDefault();
    close();
    input.focus();
    close();
  });
  form.addEventListener('focusout', (event) => {
    if (event.relatedTarget && !form.contains(event.relatedTarget as Node)) close();
  });
  document.addEventListener('pointerdown', (event) => {
    if (!form.contains(event.target as Node)) close();
  });
  walkLinks(input, list, '.result-title a, [data-result] a, [data-all], .suggestion');
  if (document.activeElement === input) search();
}

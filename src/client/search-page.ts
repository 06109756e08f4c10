import type { WorkHits } from '../search/work-hits.ts';
import { isAble } from './able.ts';
import type { PagefindOptions } from './found-pages.ts';
import { button } from './page-data.ts';
import { OPEN } from './search-box.ts';
import { startDialog } from './search-dialog.ts';
import type { SearchOutcome } from './search-engine.ts';
import { renderWork } from './search-results.ts';
import { createSession, readWorks } from './search-session.ts';
import { describeOutcome, renderSuggestions, walkLinks } from './search-status.ts';
import { fill, LONGEST, readSettings } from './search-texts.ts';

const SIZE = 12;
const FILTERS = ['section', 'topic', 'person', 'year', 'original'] as const;

function startPage(form: HTMLFormElement): void {
  const settings = readSettings(form);
  const { lang } = settings;
  const input = form.querySelector<HTMLInputElement>('input[name=q]')!;
  const status = document.querySelector<HTMLElement>('[data-search-status]')!;
  const results = document.querySelector<HTMLElement>('[data-search-results]')!;
  const everything = document.querySelector<HTMLElement>('[data-search-everything]');
  form.hidden = false;
  input.maxLength = LONGEST;

  /** `first` and `top`: the first work in the window when the page was left, and where. */
  let left = history.state as { shown?: number; first?: number; top?: number } | null;
  let shown = SIZE;

  const ask = createSession(settings, {
    get size() {
      return Math.max(SIZE, left?.shown ?? 0);
    },
    busy() {
      results.setAttribute('aria-busy', 'true');
      status.textContent = fill(lang, 'loading');
    },
    fail(reason) {
      results.removeAttribute('aria-busy');
      results.replaceChildren();
      status.textContent = fill(lang, reason);
      if (everything) everything.hidden = false;
    },
    show({ text, typing }, outcome, first) {
      results.removeAttribute('aria-busy');
      if (everything) everything.hidden = true;
      status.textContent = describeOutcome({ text, typing }, outcome, first, lang);
      const suggestions = renderSuggestions(outcome, lang, (query) => {
        input.value = query;
        commit();
        input.focus();
      });
      results.replaceChildren(...suggestions, ...first.map((hits) => renderWork(hits, settings)));
      shown = first.length;
      offerMore(text, outcome, [...first], first.length);
      // Not by pixels from the top: faces that are still to come change the height of what is above.
      const seen = left?.first && sections()[left.first];
      if (seen) scrollBy({ top: seen.getBoundingClientRect().top - left!.top!, behavior: 'instant' });
      left = null;
    },
  });

  function offerMore(text: string, outcome: SearchOutcome, read: WorkHits[], from: number): void {
    if (from >= outcome.works.length) return;
    const more = button(fill(lang, 'more'), async () => {
      more.disabled = true;
      const { hits, next } = await readWorks(outcome.works, from, SIZE);
      if (!more.isConnected) return;
      const sections = hits.map((work) => renderWork(work, settings));
      more.replaceWith(...sections);
      sections[0]?.querySelector('a')?.focus();
      read.push(...hits);
      shown = read.length;
      status.textContent = describeOutcome({ text, typing: false }, outcome, read, lang);
      offerMore(text, outcome, read, next);
    });
    more.className = 'b-more';
    results.append(more);
  }

  function readOptions(): PagefindOptions {
    const data = new FormData(form);
    const filters: Record<string, string> = {};
    for (const name of FILTERS) {
      const value = String(data.get(name) ?? '');
      if (value) filters[name === 'year' ? `year-${lang}` : name] = value;
    }
    return { filters, ...(data.get('sort') === 'newest' && { sort: { date: 'desc' } }) };
  }

  function readAddress(): string {
    const parameters = new URLSearchParams();
    for (const [name, value] of new FormData(form)) {
      const said = String(value).trim();
      if (said && !(name === 'sort' && said === 'best')) parameters.set(name, said);
    }
    const query = parameters.toString();
    return location.pathname + (query && `?${query}`);
  }

  function search(unfinished: boolean): void {
    const text = input.value.trim();
    // The other language's search page is to ask the same.
    for (const link of document.querySelectorAll<HTMLAnchorElement>('a[data-switch]')) {
      link.search = new URL(readAddress(), location.href).search;
    }
    if (text === '') {
      results.replaceChildren();
      status.textContent = '';
      if (everything) everything.hidden = location.protocol !== 'file:';
      return;
    }
    void ask({ text: unfinished ? input.value.trimStart() : text, typing: unfinished, options: readOptions() });
  }

  /** A word being typed is one entry of the history, from its first letter to the key that ends it. */
  let typing = false;

  function record(address: string): void {
    if (address === location.pathname + location.search) return;
    if (typing || location.search === '') history.replaceState(history.state, '', address);
    else history.pushState(null, '', address);
  }

  function commit(): void {
    record(readAddress());
    typing = false;
    search(false);
  }

  function restore(): void {
    const parameters = new URLSearchParams(location.search);
    for (const field of form.elements) {
      if (field instanceof HTMLInputElement) field.value = (parameters.get(field.name) ?? '').slice(0, LONGEST);
      else if (field instanceof HTMLSelectElement) {
        field.value = parameters.get(field.name) ?? '';
        // A value that this page does not offer counts as none.
        if (field.selectedIndex < 0) field.selectedIndex = 0;
      }
    }
    search(false);
  }

  form.addEventListener('submit', (event) => {
    event.preventDefault();
    commit();
  });
  input.addEventListener('input', () => {
    record(readAddress());
    typing = true;
    search(true);
  });
  for (const select of form.querySelectorAll('select')) select.addEventListener('change', commit);
  const sections = () => [...results.querySelectorAll('section')];
  addEventListener('pagehide', () => {
    const first = sections().findIndex((section) => section.getBoundingClientRect().bottom > 0);
    history.replaceState({ shown, first, top: sections()[first]?.getBoundingClientRect().top }, '');
  });
  window.addEventListener('popstate', () => {
    typing = false;
    restore();
  });
  document.querySelector('a[data-search-link]')?.addEventListener(OPEN, () => {
    input.focus();
    input.select();
  });
  walkLinks(input, results, 'h2 a, [data-result] a, .b-suggestion, .b-more');
  restore();
  if (location.protocol === 'file:') {
    status.textContent = fill(lang, 'fromFile');
    if (everything) everything.hidden = false;
  }
}

const link = document.querySelector<HTMLAnchorElement>('a[data-search-link]');
const form = document.querySelector<HTMLFormElement>('form[data-search-page]');
if (isAble) {
  if (form) startPage(form);
  else if (link) startDialog(link);
}

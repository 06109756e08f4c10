import type { Lang } from '../markdown/block.ts';
import { hasForeign } from '../markdown/foreign-runs.ts';
import type { WorkHits } from '../search/work-hits.ts';
import { button } from './page-data.ts';
import type { SearchOutcome } from './search-engine.ts';
import type { SearchRequest } from './search-session.ts';
import { fill } from './search-texts.ts';

/** Says nothing of a first letter that finds nothing: its word has just begun. */
export function describeOutcome(
  { text, typing }: Pick<SearchRequest, 'text' | 'typing'>,
  outcome: SearchOutcome,
  read: readonly WorkHits[],
  lang: Lang,
): string {
  if (outcome.works.length === 0) {
    if (typing && text.trim().length < 2) return '';
    return fill(lang, 'none', { query: hasForeign(text, lang) ? `\u2068${text}\u2069` : text });
  }
  const works = fill(lang, 'works', { count: outcome.works.length });
  const results = read.reduce((sum, hits) => sum + hits.units.length, 0);
  const found =
    read.length < outcome.works.length
      ? works
      : fill(lang, 'resultsInWorks', { results: fill(lang, 'results', { count: results }), works });
  return outcome.works.some((work) => work.widened) ? `${found}. ${fill(lang, 'widened')}` : found;
}

export function renderSuggestions(outcome: SearchOutcome, lang: Lang, choose: (query: string) => void): HTMLElement[] {
  return outcome.suggestions.map(({ query, reason }) => {
    const [before = '', after = ''] = fill(lang, reason, { query: '\0' }).split('\0');
    const line = document.createElement('p');
    const chosen = button(query, () => choose(query));
    chosen.className = 'b-suggestion';
    chosen.dir = 'auto';
    line.append(before, chosen, after);
    return line;
  });
}

/** By arrow keys; Escape goes back to `input`. */
export function walkLinks(input: HTMLInputElement, list: HTMLElement, links: string): void {
  const step = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && event.target !== input) {
      event.preventDefault();
      input.focus();
      return;
    }
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    const stops: HTMLElement[] = [input, ...list.querySelectorAll<HTMLElement>(links)];
    const at = stops.indexOf(event.target as HTMLElement);
    const to = stops[at + (event.key === 'ArrowDown' ? 1 : -1)];
    if (at < 0 || !to) return;
    event.preventDefault();
    to.focus();
  };
  input.addEventListener('keydown', step);
  list.addEventListener('keydown', step);
}

import { formatDate, formatListParts, formatOtherCalendar } from '../i18n/format.ts';
import { locales } from '../locales.ts';
import { addresses, relativeHref } from '../works/addresses.ts';
import type { Lang } from '../works/block.ts';
import type { Label } from '../works/glossary.ts';
import { type Html, html } from './html.ts';

/** The mark: two couplets, half-line facing half-line. The same in both scripts. */
export const mark = html`<svg class="mark" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true"><path d="M1 3h6v3H1zm0 7h6v3H1z"></path><path class="half" d="M9 3h6v3H9zm0 7h6v3H9z"></path></svg>`;

/** A date in the page's calendar, with the same day in the other calendar at hand. */
export function formatDates(lang: Lang, date: string): Html {
  const other = formatOtherCalendar(lang, date);
  return html`<time datetime="${date}" title="${other}">${formatDate(lang, date)} <span class="other-calendar" dir="${locales[lang].dir}">(${other})</span></time>`;
}

/** Names of people or topics, linked, joined as the language joins a list. */
export function formatNames(lang: Lang, path: string, labels: readonly Label[], kind: 'person' | 'topic'): Html {
  const between = ['', ...formatListParts(lang, labels.length)];
  const rel = kind === 'person' ? 'author' : 'tag';
  return html`${labels.map((label, i) => html`${between[i]}<a href="${relativeHref(path, addresses[kind](lang, label.id))}" rel="${rel}">${label[lang]}</a>`)}`;
}

import { pageOf } from '../content/redirects.ts';
import { findListPage } from './convert-text.ts';
import type { Incoming } from './incoming.ts';
import type { OldList } from './source.ts';

/** Those that have a page: `en/topic/…`, `fa/person/…`. Pages are in no list. */
export function listLabels(published: readonly Incoming[]): Set<string> {
  return new Set(
    published
      .filter(({ kind }) => kind === 'article')
      .flatMap(({ lang, topics, section, authors }) => [
        ...topics.map((id) => `${lang}/topic/${id}`),
        ...(section ? [`${lang}/section/${section}`] : []),
        ...authors.map((id) => `${lang}/person/${id}`),
      ]),
  );
}

/** Old lists that have a page here, but for those that the settings redirect already. */
export function listRedirects(
  lists: readonly OldList[],
  labels: ReadonlySet<string>,
  known: Readonly<Record<string, string>>,
) {
  const redirects: Record<string, string> = {};
  for (const { from, lang, place } of lists) {
    const page = findListPage(place, lang, labels);
    if (page && page !== pageOf(from) && !(from in known) && !(from in redirects)) redirects[from] = `/${page}`;
  }
  return redirects;
}

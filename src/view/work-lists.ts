import { translator } from '../i18n/translate.ts';
import { langs, otherLang } from '../locales.ts';
import { site } from '../site.ts';
import { addresses } from '../works/addresses.ts';
import type { Lang } from '../works/block.ts';
import type { Edition } from '../works/edition.ts';
import { groupByPerson, groupByTopic, type LabelGroup } from '../works/labels.ts';
import { countPages, listByDate } from '../works/list.ts';
import type { Content } from '../works/load.ts';

/** A page that lists works: a page of the archive, a topic, or a person. */
export interface WorkListPage {
  readonly kind: 'archive' | 'topic' | 'person';
  readonly lang: Lang;
  /** The topic's or person's; the number of a page of the archive after its first. */
  readonly id: string | undefined;
  /** Path below `dist/`. */
  readonly path: string;
  readonly heading: string;
  readonly editions: readonly Edition[];
  /** How many works there are, on all pages of the list. */
  readonly count: number;
  /** Path of the same list in the other language, or of what comes nearest to it. */
  readonly twin: string;
  readonly paired: boolean;
  /** Which page of how many of the list. */
  readonly page: number;
  readonly pages: number;
}

function listArchive(content: Content, lang: Lang): WorkListPage[] {
  const editions = listByDate(content, lang);
  const other = otherLang(lang);
  const [pages, twinPages] = [countPages(editions.length), countPages(listByDate(content, other).length)];
  return Array.from({ length: pages }, (_, i) => ({
    kind: 'archive',
    lang,
    id: i === 0 ? undefined : String(i + 1),
    path: addresses.archive(lang, i + 1),
    heading: translator(lang)('list.all'),
    editions: editions.slice(i * site.pageSize, (i + 1) * site.pageSize),
    count: editions.length,
    twin: addresses.archive(other, i < twinPages ? i + 1 : 1),
    paired: i < twinPages,
    page: i + 1,
    pages,
  }));
}

function listGroups(
  content: Content,
  lang: Lang,
  kind: 'topic' | 'person',
  group: (content: Content, lang: Lang) => readonly LabelGroup[],
): WorkListPage[] {
  const other = otherLang(lang);
  const twins = new Set(group(content, other).map(({ label }) => label.id));
  const all = kind === 'topic' ? addresses.topics(other) : addresses.people(other);
  return group(content, lang).map(({ label, editions }) => ({
    kind,
    lang,
    id: label.id,
    path: addresses[kind](lang, label.id),
    heading: label[lang],
    editions,
    count: editions.length,
    twin: twins.has(label.id) ? addresses[kind](other, label.id) : all,
    paired: twins.has(label.id),
    page: 1,
    pages: 1,
  }));
}

/** Every page of a publication that lists works, but for the front pages. */
export function listWorkListPages(content: Content): WorkListPage[] {
  return langs.flatMap((lang) => [
    ...listArchive(content, lang),
    ...listGroups(content, lang, 'topic', groupByTopic),
    ...listGroups(content, lang, 'person', groupByPerson),
  ]);
}

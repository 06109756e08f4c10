import { addresses } from '../content/addresses.ts';
import type { Edition } from '../content/edition.ts';
import { groupByPerson, groupByTopic, type LabelGroup } from '../content/labels.ts';
import { countPages, listByDate } from '../content/list.ts';
import type { Content } from '../content/load.ts';
import type { Person } from '../content/people.ts';
import { groupBySection } from '../content/sections.ts';
import { groupBySeries } from '../content/series.ts';
import { translator } from '../i18n/translate.ts';
import { langs, otherLang } from '../locales.ts';
import type { Lang } from '../markdown/block.ts';
import { site } from '../site.ts';

export type ListKind = 'topic' | 'person' | 'section' | 'series';

export interface WorkListPage {
  readonly kind: 'archive' | ListKind;
  readonly lang: Lang;
  /** Of the topic, person, section or series; the number of a page of the archive after its first. */
  readonly id: string | undefined;
  readonly path: string;
  readonly heading: string;
  readonly text?: string | undefined;
  readonly person?: Person | undefined;
  readonly editions: readonly Edition[];
  /** Works on all pages of the list. */
  readonly count: number;
  /** The same list in the other language, or what comes nearest to it. */
  readonly twin: string;
  readonly paired: boolean;
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

interface Grouping {
  readonly group: (content: Content, lang: Lang) => readonly LabelGroup[];
  readonly tell?: (content: Content, id: string, lang: Lang) => Pick<WorkListPage, 'text' | 'person'>;
  /** Where to look in a language in which the list has no page. */
  readonly all: (lang: Lang) => string;
}

const groupings: Readonly<Record<ListKind, Grouping>> = {
  topic: { group: groupByTopic, all: addresses.topics },
  person: {
    group: groupByPerson,
    tell: ({ people }, id) => ({ person: people.get(id) }),
    all: addresses.people,
  },
  section: {
    group: groupBySection,
    tell: ({ sections }, id, lang) => ({ text: sections.get(id)?.description?.[lang] }),
    all: addresses.front,
  },
  series: {
    group: groupBySeries,
    tell: ({ series }, id, lang) => ({ text: series.get(id)?.description?.[lang] }),
    all: addresses.front,
  },
};

function listGroups(content: Content, lang: Lang, kind: ListKind): WorkListPage[] {
  const { group, tell, all } = groupings[kind];
  const other = otherLang(lang);
  const twins = new Set(group(content, other).map(({ label }) => label.id));
  return group(content, lang).map(({ label, editions }) => ({
    kind,
    lang,
    id: label.id,
    path: addresses[kind](lang, label.id),
    heading: label[lang],
    ...tell?.(content, label.id, lang),
    editions,
    count: editions.length,
    twin: twins.has(label.id) ? addresses[kind](other, label.id) : all(other),
    paired: twins.has(label.id),
    page: 1,
    pages: 1,
  }));
}

export function listWorkListPages(content: Content): WorkListPage[] {
  const kinds = Object.keys(groupings) as ListKind[];
  return langs.flatMap((lang) => [
    ...listArchive(content, lang),
    ...kinds.flatMap((kind) => listGroups(content, lang, kind)),
  ]);
}

export function paramsOf({ lang, path, id }: WorkListPage): { lang: Lang; list: string; id: string | undefined } {
  return { lang, list: path.split('/')[1]!, id };
}

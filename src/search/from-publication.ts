import type { Lexicon } from '../alignment/words/lexicon.ts';
import { addresses } from '../content/addresses.ts';
import type { Edition } from '../content/edition.ts';
import type { Label } from '../content/glossary.ts';
import { contributorsOf, topicsOf } from '../content/labels.ts';
import { listEditions, type Work } from '../content/work.ts';
import { formatDate, formatYear } from '../i18n/format.ts';
import { langs, otherLang } from '../locales.ts';
import type { Lang } from '../markdown/block.ts';
import type { PreparedWork } from '../works/prepared.ts';
import type { Publication } from '../works/publication.ts';
import type { SearchDocument, SearchName, SearchUnit } from './document.ts';
import type { TranslationTable } from './vocabulary.ts';

function mergeLabels(editions: readonly Edition[], labelsOf: (edition: Edition) => readonly Label[]): Label[] {
  return [...new Map(editions.flatMap(labelsOf).map((label) => [label.id, label])).values()];
}

function listUnits({ alignment, editions }: PreparedWork): SearchUnit[] {
  return alignment.units.flatMap((unit) => {
    const read = (lang: Lang) => {
      const blocks = unit[lang].map((index) => editions[lang]!.compiled.blocks[index]!);
      return blocks
        .map((block) => block.text)
        .join(' ')
        .trim();
    };
    const [en, fa] = [read('en'), read('fa')];
    if (!en && !fa) return [];
    const heading = langs.some((lang) =>
      unit[lang].some((index) => editions[lang]!.compiled.blocks[index]!.type === 'h'),
    );
    return [{ id: unit.id, ...(en && { en }), ...(fa && { fa }), ...(heading && { heading }) }];
  });
}

export function makeSearchDocument(publication: Publication, work: Work): SearchDocument {
  const { glossary } = publication.content;
  const editions = listEditions(work);
  const { date, section } = editions[0]!.frontmatter;
  const each = <T>(make: (edition: Edition, lang: Lang) => T): Partial<Record<Lang, T>> =>
    Object.fromEntries(editions.map((edition) => [edition.lang, make(edition, edition.lang)]));
  const urls = each((edition, lang) => addresses.article(lang, edition.slug));
  return {
    work: work.name,
    titles: each(({ frontmatter }) => frontmatter.title),
    descriptions: each(({ frontmatter }) => frontmatter.description),
    date: date.slice(0, 10),
    ...(date && {
      years: { en: formatYear('en', date), fa: formatYear('fa', date) },
      dates: { en: formatDate('en', date), fa: formatDate('fa', date) },
    }),
    authors: mergeLabels(editions, (edition) => contributorsOf(glossary, edition)),
    topics: mergeLabels(editions, (edition) => topicsOf(glossary, edition)),
    ...(section !== undefined && { section }),
    original: work.original,
    urls: {
      ...urls,
      ...(work.editions[work.original] &&
        work.editions[otherLang(work.original)] && { both: addresses.facing(work.name) }),
    },
    units: listUnits(publication.prepare(work)),
  };
}

export function listSearchDocuments(publication: Publication): SearchDocument[] {
  return publication.content.works.map((work) => makeSearchDocument(publication, work));
}

export function listSearchNames({ content: { glossary } }: Publication): SearchName[] {
  const labels = [...glossary.people, ...glossary.topics].map(({ en, fa }) => ({ en: [en], fa: [fa] }));
  return [...glossary.terms, ...labels].map(({ en, fa }) => ({ en, fa }));
}

/** Least share, in both directions, of a pair that is marked as a translation. */
const SURE = 0.3;
const OFTEN = 2;

export function listTranslations(lexicon: Lexicon): TranslationTable {
  const table = new Map<string, string[]>();
  for (const { counts, weight } of lexicon) {
    if (weight <= 0) continue;
    for (const [en, others] of counts.pairs) {
      for (const [fa, count] of others) {
        const share = Math.min(count / (counts.en.get(en) ?? Infinity), count / (counts.fa.get(fa) ?? Infinity));
        if (count < OFTEN || share < SURE || !/^\p{L}+$/u.test(en)) continue;
        table.set(en, [...(table.get(en) ?? []), fa]);
      }
    }
  }
  return table;
}

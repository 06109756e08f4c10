import type { WorkData } from '../client/page-data.ts';
import type { Edition } from '../content/edition.ts';
import type { Glossary } from '../content/glossary.ts';
import { peopleOf } from '../content/labels.ts';
import type { Work } from '../content/work.ts';
import { formatDate } from '../i18n/format.ts';
import { langs } from '../locales.ts';
import type { Lang } from '../markdown/block.ts';
import { isolatePlain } from '../markdown/isolate-foreign.ts';
import { site } from '../site.ts';

/** For citations, one side per language. Undefined for what has no date, as pages such as about. */
export function describeWork(work: Work, glossary: Glossary): WorkData | undefined {
  const each = <T>(make: (edition: Edition, lang: Lang) => T) =>
    Object.fromEntries(langs.flatMap((lang) => (work.editions[lang] ? [[lang, make(work.editions[lang], lang)]] : [])));
  const names = (people: readonly string[] | undefined, lang: Lang) =>
    peopleOf(glossary, people).map((person) => isolatePlain(person[lang], lang));
  const { date } = (work.editions[work.original] ?? Object.values(work.editions)[0]!).frontmatter;
  if (!date) return undefined;
  return {
    id: work.name,
    title: each(({ frontmatter }, lang) => isolatePlain(frontmatter.title, lang)),
    authors: each(({ frontmatter }, lang) => names(frontmatter.authors, lang)),
    translators: each(({ frontmatter }, lang) => names(frontmatter.translators, lang)),
    date: date.slice(0, 10),
    dates: { en: formatDate('en', date), fa: formatDate('fa', date) },
    site: { en: isolatePlain(site.name.en, 'en'), fa: isolatePlain(site.name.fa, 'fa') },
  };
}

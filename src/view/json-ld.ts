import { addresses, encodePath } from '../content/addresses.ts';
import { correctionsOf } from '../content/corrections.ts';
import type { Edition } from '../content/edition.ts';
import type { Label } from '../content/glossary.ts';
import type { Person } from '../content/people.ts';
import type { SeriesPlace } from '../content/series.ts';
import { locales } from '../locales.ts';
import type { Lang } from '../markdown/block.ts';
import { settings } from '../settings/current.ts';
import { site } from '../site.ts';

interface ArticleParts {
  readonly edition: Edition;
  readonly twin: Edition | undefined;
  readonly original: Lang;
  readonly authors: readonly Label[];
  readonly translators: readonly Label[];
  readonly people?: ReadonlyMap<string, Person>;
  readonly topics: readonly Label[];
  readonly image?: string | undefined;
  readonly series?: SeriesPlace | undefined;
  readonly section?: string | undefined;
  readonly siteUrl: string | undefined;
}

function describePublisher(lang: Lang, siteUrl: string | undefined): object {
  return {
    '@type': 'Organization',
    name: site.name[lang],
    ...(siteUrl && { url: siteUrl }),
    ...(settings.social.length && { sameAs: settings.social.map(({ href }) => href) }),
  };
}

export function describePage(parts: Pick<ArticleParts, 'edition' | 'twin' | 'original' | 'siteUrl'>): object {
  const { edition, twin, original, siteUrl } = parts;
  const describe = ({ lang, slug, frontmatter }: Edition) => {
    const url = siteUrl && siteUrl + encodePath(addresses.article(lang, slug));
    return {
      '@type': 'WebPage',
      ...(url && { '@id': url, url }),
      name: frontmatter.title,
      description: frontmatter.description,
      inLanguage: locales[lang].tag,
    };
  };
  const { updated, date } = edition.frontmatter;
  return {
    '@context': 'https://schema.org',
    ...describe(edition),
    ...(date && { datePublished: date }),
    ...((updated ?? date) && { dateModified: updated ?? date }),
    ...(twin && { [edition.lang === original ? 'workTranslation' : 'translationOfWork']: describe(twin) }),
    publisher: describePublisher(edition.lang, siteUrl),
  };
}

export function describeArticle(parts: ArticleParts): object {
  const { edition, twin, original, authors, translators, people, topics, image, series, section, siteUrl } = parts;
  const { lang, frontmatter } = edition;
  const url = siteUrl && siteUrl + encodePath(addresses.article(lang, edition.slug));
  const person = (label: Label) => ({
    '@type': people?.get(label.id)?.desk ? 'Organization' : 'Person',
    name: label[lang],
    ...(siteUrl && { url: siteUrl + encodePath(addresses.person(lang, label.id)) }),
  });
  const other = twin && {
    '@type': 'NewsArticle',
    headline: twin.frontmatter.title,
    inLanguage: locales[twin.lang].tag,
    ...(siteUrl && { '@id': siteUrl + encodePath(addresses.article(twin.lang, twin.slug)) }),
  };
  const corrections = correctionsOf(edition);
  const changes = [frontmatter.updated ?? frontmatter.date, ...corrections.map(({ date }) => date)];
  return {
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    ...(url && { '@id': url, url, mainEntityOfPage: url }),
    headline: frontmatter.title,
    description: frontmatter.description,
    ...(image && { image }),
    inLanguage: locales[lang].tag,
    datePublished: frontmatter.date,
    dateModified: changes.sort().at(-1),
    author: authors.map(person),
    ...(translators.length && { translator: translators.map(person) }),
    ...(topics.length && { keywords: topics.map((topic) => topic[lang]) }),
    ...(other && { [lang === original ? 'workTranslation' : 'translationOfWork']: other }),
    ...(frontmatter.source && { isBasedOn: frontmatter.source.url ?? frontmatter.source.name }),
    ...(series && {
      isPartOf: { '@type': 'CreativeWorkSeries', name: series.series.title[lang] },
      position: series.part,
    }),
    ...(section && { articleSection: section }),
    ...(corrections.length && {
      correction: corrections.map(({ date, text }) => ({
        '@type': 'CorrectionComment',
        datePublished: date,
        text,
        inLanguage: locales[lang].tag,
      })),
    }),
    publisher: describePublisher(lang, siteUrl),
  };
}

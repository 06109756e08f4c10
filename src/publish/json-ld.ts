import { locales } from '../locales.ts';
import { settings } from '../settings/current.ts';
import { site } from '../site.ts';
import { addresses, encodePath } from '../works/addresses.ts';
import type { Lang } from '../works/block.ts';
import type { Edition } from '../works/edition.ts';
import type { Label } from '../works/glossary.ts';

interface ArticleParts {
  readonly edition: Edition;
  readonly twin: Edition | undefined;
  readonly original: Lang;
  readonly authors: readonly Label[];
  readonly translators: readonly Label[];
  readonly topics: readonly Label[];
  /** Address of the cover. */
  readonly image?: string | undefined;
  readonly siteUrl: string | undefined;
}

/** schema.org description of an article (`NewsArticle`), with its translation. */
export function describeArticle(parts: ArticleParts): Record<string, unknown> {
  const { edition, twin, original, authors, translators, topics, image, siteUrl } = parts;
  const { lang, frontmatter } = edition;
  const url = siteUrl && siteUrl + encodePath(addresses.article(lang, edition.slug));
  const person = (label: Label) => ({ '@type': 'Person', name: label[lang] });
  const other = twin && {
    '@type': 'NewsArticle',
    headline: twin.frontmatter.title,
    inLanguage: locales[twin.lang].tag,
    ...(siteUrl && { '@id': siteUrl + encodePath(addresses.article(twin.lang, twin.slug)) }),
  };
  return {
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    ...(url && { '@id': url, url, mainEntityOfPage: url }),
    headline: frontmatter.title,
    description: frontmatter.description,
    ...(image && { image }),
    inLanguage: locales[lang].tag,
    datePublished: frontmatter.date,
    dateModified: frontmatter.updated ?? frontmatter.date,
    author: authors.map(person),
    ...(translators.length && { translator: translators.map(person) }),
    ...(topics.length && { keywords: topics.map((topic) => topic[lang]) }),
    ...(other && { [lang === original ? 'workTranslation' : 'translationOfWork']: other }),
    ...(frontmatter.source && { isBasedOn: frontmatter.source.url ?? frontmatter.source.name }),
    publisher: {
      '@type': 'Organization',
      name: site.name[lang],
      ...(siteUrl && { url: siteUrl }),
      ...(settings.social.length && { sameAs: settings.social.map(({ href }) => href) }),
    },
  };
}

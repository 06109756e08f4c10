import { locales } from '../locales.ts';
import { addresses, relativeHref } from '../works/addresses.ts';
import type { Lang } from '../works/block.ts';
import type { Edition } from '../works/edition.ts';
import { type Html, html, raw } from './html.ts';
import { formatDates } from './parts.ts';

/** The title of a work's other edition, in its own language: the half that faces it. */
export function formatOtherTitle(path: string, { lang, slug, frontmatter }: Edition): Html {
  const { tag, dir } = locales[lang];
  return html`<p class="other-title" lang="${tag}" dir="${dir}"><a hreflang="${tag}" href="${relativeHref(path, addresses.article(lang, slug))}">${frontmatter.title}</a></p>`;
}

export interface WorkListOptions {
  readonly lang: Lang;
  readonly path: string;
  readonly editions: readonly Edition[];
  /** In two columns where there is room. */
  readonly columns?: boolean;
  readonly heading?: 'h2' | 'h3';
  /** The edition in the other language, where its title is to be shown too. */
  readonly twins?: (edition: Edition) => Edition | undefined;
}

/** A list of works as a front page, a topic or the archive shows it. */
export function formatWorkList({ lang, path, editions, columns, heading = 'h2', twins }: WorkListOptions): string {
  const tag = raw(heading);
  const items = editions.map((edition) => {
    const { title, description, date } = edition.frontmatter;
    const twin = twins?.(edition);
    return html`<li>
<${tag}><a href="${relativeHref(path, addresses.article(lang, edition.slug))}">${title}</a></${tag}>
${twin && formatOtherTitle(path, twin)}
<p>${description}</p>
<p class="meta">${formatDates(lang, date)}</p>
</li>
`;
  });
  return html`<ol class="works${columns && ' columns'}">
${items}</ol>`.text;
}

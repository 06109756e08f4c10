import { translator } from '../i18n/translate.ts';
import { locales, otherLang } from '../locales.ts';
import { escapeHtml } from '../markdown/render-jsx.ts';
import { describeWork } from '../publish/describe-work.ts';
import { describeArticle } from '../publish/json-ld.ts';
import { addresses, encodePath, relativeHref } from '../works/addresses.ts';
import type { Lang } from '../works/block.ts';
import { peopleOf, topicsOf } from '../works/labels.ts';
import type { PreparedEdition } from '../works/prepared.ts';
import { estimateReadingTime } from '../works/reading-time.ts';
import type { Work } from '../works/work.ts';
import { formatChanges } from './changes.ts';
import { viewEdition } from './edition-html.ts';
import { attribute, type Html, html, raw } from './html.ts';
import { formatImage } from './image.ts';
import { formatPage, type PageContext, type PageText } from './page.ts';
import { formatDates, formatNames } from './parts.ts';

/** The list of an edition's headings; nothing where there are but two. The script marks the one where the reader is. */
function formatContents({ compiled, units }: PreparedEdition, label: string): Html | false {
  const headings = compiled.headings.filter(({ depth }) => depth === 2 || depth === 3);
  if (headings.length <= 2) return false;
  const items = headings.map(
    ({ block, text, depth }) =>
      html`<li><a${attribute('class', depth === 3 && 'deeper')} href="#${units[block]!.id}">${text}</a></li>`,
  );
  return html`<nav class="contents" aria-label="${label}">
<details>
<summary>${label}</summary>
<ol>
${items}
</ol>
</details>
</nav>`;
}

function formatSource(source: { name: string; url?: string; title?: string; date?: string }, lang: Lang): Html {
  const { name, url, title, date } = source;
  const { tag, dir } = locales[/\p{Script=Arabic}/u.test(title ?? '') ? 'fa' : 'en'];
  return html`<p class="after">${translator(lang)('article.source')}: ${url ? html`<a href="${url}">${name}</a>` : name}${
    title && html` · <bdi lang="${tag}" dir="${dir}">${title}</bdi>`
  }${date && html` · ${formatDates(lang, date)}`}</p>`;
}

/** The page of one edition of a work. */
export async function formatArticle(context: PageContext, work: Work, lang: Lang): Promise<PageText> {
  const { publication, siteUrl, media } = context;
  const { glossary } = publication.content;
  const t = translator(lang);
  const other = otherLang(lang);
  const edition = work.editions[lang]!;
  const twin = work.editions[other];
  const { frontmatter } = edition;
  const path = addresses.article(lang, edition.slug);
  const prepared = publication.prepare(work);
  const own = prepared.editions[lang]!;
  const text = await viewEdition(context, prepared, lang, path);
  const behind = twin && prepared.alignment.units.some(({ state }) => state === 'stale' || state === 'untranslated');
  const authors = peopleOf(glossary, frontmatter.authors);
  const translators = peopleOf(glossary, frontmatter.translators);
  const topics = topicsOf(glossary, edition);
  const cover = frontmatter.cover && (await media.prepareImage(edition, frontmatter.cover.src, path));
  const image = cover && siteUrl ? new URL(cover.src, siteUrl + encodePath(path)).href : undefined;
  const names = (labels: typeof authors, kind: 'person' | 'topic') => formatNames(lang, path, labels, kind);
  const { original } = work;
  const main = html`<header class="opening">
${topics.length > 0 && html`<p class="topics">${names(topics, 'topic')}</p>`}
<h1>${frontmatter.title}</h1>
<p class="standfirst">${frontmatter.description}</p>
<div class="byline">
<p>${t('article.authors')} ${names(authors, 'person')}</p>
${translators.length > 0 && html`<p>${t('article.translators')} ${names(translators, 'person')}</p>`}
<p>${formatDates(lang, frontmatter.date)}</p>
${frontmatter.updated && html`<p>${t('article.updated')} ${formatDates(lang, frontmatter.updated)}</p>`}
<p>${t('article.reading', { count: estimateReadingTime(own.compiled.blocks, lang) })}</p>
${twin && html`<p class="facing-link"><a data-carry href="${relativeHref(path, addresses.facing(work.name))}">${t('article.facing')}</a></p>`}
</div>
${!twin && html`<p class="notice">${t('article.noTranslation')}</p>`}
${behind && html`<p class="notice">${t('article.behind')}</p>`}
</header>
${formatContents(own, t('article.contents'))}
${
  cover &&
  html`<figure class="cover">${raw(formatImage(cover, `alt="${escapeHtml(frontmatter.cover!.alt)}"`, 'eager'))}${
    frontmatter.cover!.credit && html`<figcaption>${frontmatter.cover!.credit}</figcaption>`
  }</figure>`
}
<article class="text" data-work="${work.name}" lang="${locales[lang].tag}" dir="${locales[lang].dir}">${raw(text)}</article>
${raw(formatChanges(prepared, lang))}
${frontmatter.source && formatSource(frontmatter.source, lang)}`;
  return formatPage(context, {
    lang,
    path,
    title: frontmatter.title,
    description: frontmatter.description,
    twin: twin && addresses.article(other, twin.slug),
    switchLabel: t(twin ? 'switch.article' : 'switch.front'),
    kind: 'article',
    type: 'article',
    image,
    jsonLd: describeArticle({ edition, twin, original, authors, translators, topics, image, siteUrl }),
    work: describeWork(work, glossary),
    persian: text.includes(' lang="fa'),
    main,
  });
}

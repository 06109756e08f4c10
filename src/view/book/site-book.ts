import { readFileSync } from 'node:fs';
import { basename, join, posix, relative } from 'node:path';
import sharp from 'sharp';
import { digest } from '../../base/digest.ts';
import { escapeHtml } from '../../base/escape-html.ts';
import { addresses, encodePath } from '../../content/addresses.ts';
import type { Edition } from '../../content/edition.ts';
import { peopleOf } from '../../content/labels.ts';
import type { Work } from '../../content/work.ts';
import { ContentError, createFinding } from '../../errors.ts';
import { formatDate } from '../../i18n/format.ts';
import { translate } from '../../i18n/translate.ts';
import { langs } from '../../locales.ts';
import { isolateHtml, isolatePlain } from '../../markdown/isolate-foreign.ts';
import { explainUndecodable } from '../../pictures/picture-fault.ts';
import { findForm } from '../../pictures/shown-forms.ts';
import { publicFolder, settings, settingsFolder } from '../../settings/current.ts';
import { openEnvironment, site } from '../../site.ts';
import type { Publication } from '../../works/publication.ts';
import { viewEdition } from '../edition-html.ts';
import { formatCorrections } from '../format-corrections.ts';
import { listNotices } from '../notices.ts';
import { formatCover } from '../picture.ts';
import { cleanText } from './clean-text.ts';
import { type BookFile, type Chapter, formatBook } from './format-book.ts';
import { packBook } from './pack-book.ts';

/** Pixels; readers show pictures across a page at the most. */
const PICTURE_WIDTH = 1000;

/**
 * A work as a book in EPUB: both languages, each passage with a link to its translation.
 * @param renderModule HTML of an edition that imports modules; undefined for all others
 */
export async function makeBook(
  publication: Publication,
  work: Work,
  renderModule: (edition: Edition) => Promise<string | undefined>,
): Promise<Uint8Array> {
  const { siteUrl } = openEnvironment();
  const page = addresses.book(work.name);
  const editions = [work.original, ...langs.filter((lang) => lang !== work.original)].flatMap(
    (lang) => work.editions[lang] ?? [],
  );
  const pictures = new Map<string, BookFile>();
  const chapters: Chapter[] = [];
  let cover: string | undefined;
  for (const edition of editions) {
    const { lang } = edition;
    const module = await renderModule(edition);
    const shown = await showCover(publication, edition, page);
    const html =
      shown +
      (await viewEdition(publication, publication.prepare(work), lang, page, { module })) +
      formatCorrections(edition) +
      formatSource(edition);
    for (const [, src] of html.matchAll(/<img [^>]*?\bsrc="([^"]+)"/g)) {
      if (!pictures.has(src!))
        pictures.set(src!, await readPicture(posix.join(posix.dirname(page), decodeURI(src!)), pictures.size));
    }
    cover ??= pictures.get(/<img [^>]*?\bsrc="([^"]+)"/.exec(shown)?.[1] ?? '')?.path;
    const toAddress = (href: string) => siteUrl && new URL(href, siteUrl + encodePath(page)).href;
    const body = cleanText(html, lang, (src) => pictures.get(src)?.path, toAddress);
    chapters.push({ ...describe(edition, publication, work), body });
  }
  const { lang, frontmatter } = editions[0]!;
  const nameAll = (ids: readonly string[] | undefined) =>
    peopleOf(publication.content.glossary, ids).map((label) => label[lang]);
  const url = siteUrl && siteUrl + encodePath(addresses.article(lang, editions[0]!.slug));
  const font = settings.fonts.persian?.files[0]?.src;
  const fontFile = font ? join(settingsFolder, font) : join(import.meta.dirname, '../../fonts/vazirmatn-beyt.woff2');
  const files = formatBook({
    id: url ?? `urn:beyt:${digest(site.name.en, work.name)}`,
    chapters,
    authors: nameAll(frontmatter.authors),
    translators: editions.flatMap((edition) => nameAll(edition.frontmatter.translators)),
    cover,
    publisher: site.name[lang],
    date: (frontmatter.updated ?? frontmatter.date).slice(0, 10),
    source: url,
    styles: readStyles(),
    files: [{ path: 'persian.woff2', type: 'font/woff2', bytes: readFileSync(fontFile) }, ...pictures.values()],
    words: {
      en: { contents: translate('en', 'article.contents') },
      fa: { contents: translate('fa', 'article.contents') },
    },
  });
  return packBook(files);
}

async function showCover({ contentDir }: Publication, edition: Edition, page: string): Promise<string> {
  const { cover } = edition.frontmatter;
  if (!cover) return '';
  const caption = cover.credit ? `<figcaption>${isolateHtml(cover.credit, edition.lang)}</figcaption>` : '';
  return `<figure>${await formatCover(contentDir, edition, page, 'text', 'eager')}${caption}</figure>`;
}

function formatSource({ lang, frontmatter: { source } }: Edition): string {
  if (!source) return '';
  const name = isolateHtml(source.name, lang);
  const parts = [
    source.url ? `<a href="${escapeHtml(source.url)}">${name}</a>` : name,
    ...(source.title ? [isolateHtml(source.title, lang)] : []),
    ...(source.date ? [escapeHtml(formatDate(lang, source.date))] : []),
  ];
  return `<p>${escapeHtml(translate(lang, 'article.source'))}: ${parts.join(' · ')}</p>`;
}

function describe(edition: Edition, publication: Publication, work: Work): Omit<Chapter, 'body'> {
  const { content } = publication;
  const { lang, frontmatter } = edition;
  const { title, description, date, updated, authors, translators } = frontmatter;
  const planned = content.plan.unpublished.find((one) => one.edition === edition);
  const until = planned?.at ? ` ${formatDate(lang, planned.at.toISOString())}` : '';
  const names = (word: 'article.authors' | 'article.translators', ids: readonly string[] | undefined) => {
    const people = peopleOf(content.glossary, ids).map((label) => isolatePlain(label[lang], lang));
    return people.length > 0 ? [`${translate(lang, word)} ${people.join(lang === 'fa' ? '، ' : ', ')}`] : [];
  };
  return {
    lang,
    title: isolatePlain(title, lang),
    description: isolatePlain(description, lang),
    lines: [
      ...names('article.authors', authors),
      ...names('article.translators', translators),
      ...(date ? [formatDate(lang, date)] : []),
      ...(updated ? [`${translate(lang, 'article.updated')} ${formatDate(lang, updated)}`] : []),
      site.name[lang],
      ...(planned ? [translate(lang, `unpublished.${planned.reason}`) + until] : []),
      ...listNotices(publication.prepare(work), lang),
    ],
  };
}

/** The book's own stylesheet, and the widths of half-lines as the site has them. */
function readStyles(): string {
  const read = (name: string) => readFileSync(join(import.meta.dirname, name), 'utf8');
  const widths = read('../../styles/article.css').match(/^\[data-half="\d+"\] \{[^}]*\}$/gm) ?? [];
  return [read('book.css'), ...widths].join('\n');
}

/** A picture of the site, by its path below `dist/`, in a format that every reading program shows. */
async function readPicture(path: string, number: number): Promise<BookFile> {
  const file = findForm(path)?.file ?? join(publicFolder, path);
  const name = `picture-${number + 1}`;
  if (/\.svg$/i.test(path)) return { path: `${name}.svg`, type: 'image/svg+xml', bytes: readFileSync(file) };
  const image = sharp(file).autoOrient().resize({ width: PICTURE_WIDTH, withoutEnlargement: true });
  const made = image.flatten({ background: '#fff' }).jpeg({ quality: 75, mozjpeg: true }).toBuffer();
  const bytes = await made.catch((error: Error) => {
    const params = { target: basename(file), reason: explainUndecodable(error) };
    throw new ContentError([createFinding('ImageUnusable', { file: relative(process.cwd(), file) }, params)]);
  });
  return { path: `${name}.jpg`, type: 'image/jpeg', bytes };
}

import { escapeXml } from '../../base/xml.ts';
import { locales, otherLang } from '../../locales.ts';
import type { Lang } from '../../markdown/block.ts';

/** A text of a book, as XHTML. */
export interface Chapter {
  readonly lang: Lang;
  readonly title: string;
  readonly description: string;
  /** Names, dates: a line each. */
  readonly lines: readonly string[];
  readonly body: string;
}

export interface BookFile {
  readonly path: string;
  readonly type: string;
  readonly bytes: Uint8Array | string;
}

export interface Book {
  /** An address or another name that no other book has. */
  readonly id: string;
  /** In the order of reading: the original first. */
  readonly chapters: readonly Chapter[];
  readonly authors: readonly string[];
  readonly translators: readonly string[];
  readonly publisher: string;
  /** `2026-11-29` */
  readonly date: string;
  readonly source: string | undefined;
  readonly files: readonly BookFile[];
  /** The path of one of the files. */
  readonly cover: string | undefined;
  readonly styles: string;
  readonly words: Readonly<Record<Lang, { contents: string }>>;
}

const declaration = '<?xml version="1.0" encoding="UTF-8"?>';

function formatChapter({ lang, title, description, lines, body }: Chapter): string {
  const { tag, dir } = locales[lang];
  return `${declaration}
<!DOCTYPE html>
<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" lang="${tag}" xml:lang="${tag}" dir="${dir}">
<head><title>${escapeXml(title)}</title><link rel="stylesheet" type="text/css" href="book.css"/></head>
<body>
<h1>${escapeXml(title)}</h1>
<p class="b-standfirst">${escapeXml(description)}</p>
${lines.map((line) => `<p class="b-line">${escapeXml(line)}</p>`).join('\n')}
${body}
</body>
</html>
`;
}

function formatContents({ chapters, words }: Book): string {
  const { lang } = chapters[0]!;
  const { tag, dir } = locales[lang];
  const items = chapters.map(
    ({ lang, title }) =>
      `<li><a href="${lang}.xhtml" lang="${locales[lang].tag}" dir="${locales[lang].dir}">${escapeXml(title)}</a></li>`,
  );
  return `${declaration}
<!DOCTYPE html>
<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" lang="${tag}" xml:lang="${tag}" dir="${dir}">
<head><title>${escapeXml(words[lang].contents)}</title></head>
<body><nav epub:type="toc"><h1>${escapeXml(words[lang].contents)}</h1><ol>${items.join('')}</ol></nav></body>
</html>
`;
}

/** A package names the texts that hold drawings or formulas. */
function listProperties(body: string): string {
  const found = [/<svg[\s>]/.test(body) && 'svg', /<math[\s>]/.test(body) && 'mathml'].filter(Boolean);
  return found.length > 0 ? ` properties="${found.join(' ')}"` : '';
}

/** https://www.w3.org/TR/epub-a11y-11/#sec-discovery */
function describeAccess(files: readonly BookFile[]): string[] {
  const seen = files.some(({ type }) => type.startsWith('image/'));
  return [
    ['accessMode', 'textual'],
    ...(seen ? [['accessMode', 'visual']] : []),
    ['accessModeSufficient', 'textual'],
    ['accessibilityFeature', 'structuralNavigation'],
    ['accessibilityFeature', 'readingOrder'],
    ...(seen ? [['accessibilityFeature', 'alternativeText']] : []),
    ['accessibilityHazard', 'none'],
  ].map(([name, value]) => `<meta property="schema:${name}">${value}</meta>`);
}

function formatPackage(book: Book): string {
  const { id, chapters, authors, translators, publisher, date, source, files, cover } = book;
  const items = files.map(({ path, type }, i) => {
    const properties = path === cover ? ' properties="cover-image"' : '';
    return `<item id="f${i}" href="${escapeXml(encodeURI(path))}" media-type="${type}"${properties}/>`;
  });
  const contributors = translators.map(
    (name, i) =>
      `<dc:contributor id="t${i}">${escapeXml(name)}</dc:contributor>\n<meta refines="#t${i}" property="role" scheme="marc:relators">trl</meta>`,
  );
  return `${declaration}
<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id" xml:lang="${locales[chapters[0]!.lang].tag}">
<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
<dc:identifier id="id">${escapeXml(id)}</dc:identifier>
${chapters.map(({ lang, title }) => `<dc:title xml:lang="${locales[lang].tag}" dir="${locales[lang].dir}">${escapeXml(title)}</dc:title>`).join('\n')}
${chapters.map(({ lang }) => `<dc:language>${locales[lang].tag}</dc:language>`).join('\n')}
${[...authors.map((name) => `<dc:creator>${escapeXml(name)}</dc:creator>`), ...contributors].join('\n')}
<dc:publisher>${escapeXml(publisher)}</dc:publisher>
<dc:date>${date}</dc:date>
${source ? `<dc:source>${escapeXml(source)}</dc:source>\n` : ''}<meta property="dcterms:modified">${date}T00:00:00Z</meta>
${describeAccess(files).join('\n')}
</metadata>
<manifest>
<item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>
<item id="styles" href="book.css" media-type="text/css"/>
${chapters.map(({ lang, body }) => `<item id="${lang}" href="${lang}.xhtml" media-type="application/xhtml+xml"${listProperties(body)}/>`).join('\n')}
${items.join('\n')}
</manifest>
<spine page-progression-direction="${locales[chapters[0]!.lang].dir}">
${chapters.map(({ lang }) => `<itemref idref="${lang}"/>`).join('\n')}
</spine>
</package>
`;
}

const container = `${declaration}
<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
<rootfiles><rootfile full-path="book/package.opf" media-type="application/oebps-package+xml"/></rootfiles>
</container>
`;

/** The files of an EPUB, in their order in the archive. @see https://www.w3.org/TR/epub-33/ */
export function formatBook(book: Book): [path: string, bytes: Uint8Array | string][] {
  return [
    // Uncompressed and first, by which programs know the format.
    ['mimetype', 'application/epub+zip'],
    ['META-INF/container.xml', container],
    ['book/package.opf', formatPackage(book)],
    ['book/nav.xhtml', formatContents(book)],
    ['book/book.css', book.styles],
    ...book.chapters.map((chapter): [string, string] => [`book/${chapter.lang}.xhtml`, formatChapter(chapter)]),
    ...book.files.map(({ path, bytes }): [string, Uint8Array | string] => [`book/${path}`, bytes]),
  ];
}

export const twinPath = (lang: Lang, id: string): string => `${otherLang(lang)}.xhtml#${id}`;

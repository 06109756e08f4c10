import { escapeHtml } from '../../base/escape-html.ts';
import { locales, otherLang } from '../../locales.ts';
import type { Lang } from '../../markdown/block.ts';
import { twinPath } from './format-book.ts';
import { type Change, toXhtml } from './to-xhtml.ts';

const kept =
  /^(?:id|class|data-half|data-align|href|src|alt|lang|dir|title|hreflang|colspan|rowspan|scope|start|value|datetime|cite|width|height)$/;
/** Elements of which a book has nothing: what needs scripts or the site. */
const dropped = /^(?:script|style|template|form|button|input|iframe|source|track|object|link|meta)$/;
/** Elements that a book cannot play; what is in them for such readers stays. */
const unwrapped = /^(?:audio|video|picture)$/;

/**
 * A text of the site as a book has it.
 * @param html as the page of the edition shows it, with links to each passage's translation
 * @param toPicture the path in the book of a picture that the page names; undefined where it is not in it
 * @param toAddress the address on the web of a relative link of the page; undefined where that is not known
 */
export function cleanText(
  html: string,
  lang: Lang,
  toPicture: (src: string) => string | undefined,
  toAddress: (href: string) => string | undefined,
): string {
  const mark = escapeHtml({ en: 'فا', fa: 'EN' }[lang]);
  const marked = html
    .replace(/<a class="b-stale"(?:[^<>"]|"[^"]*")*>(.*?)<\/a>/gs, '<small>($1)</small>')
    .replace(/<input\b[^>]*\btype="checkbox"[^>]*>/g, (box) => (/\bchecked\b/.test(box) ? '☑' : '☐'))
    // Not beside half-lines, of whose grid it would make a row.
    .replace(/(?<!<\/span>) (<a class="twin"(?:[^<>"]|"[^"]*")*>)(?=<\/a>)/g, '\u00a0$1')
    .replace(/(<a class="twin"(?:[^<>"]|"[^"]*")*>)(?=<\/a>)/g, `$1${mark}`);
  return toXhtml(marked, (name, attributes): Change => {
    if (dropped.test(name) || 'hidden' in attributes) return 'drop';
    if (unwrapped.test(name)) return 'unwrap';
    const { id, href, src, 'aria-label': label } = attributes;
    const rest = Object.fromEntries(Object.entries(attributes).filter(([key]) => kept.test(key)));
    if (name === 'img') {
      const path = src && toPicture(src);
      return path ? { ...rest, src: path, alt: attributes.alt ?? '' } : 'drop';
    }
    if (attributes.class === 'twin') {
      const unit = /#(.+)$/.exec(href ?? '')?.[1];
      const other = locales[otherLang(lang)];
      return unit
        ? { class: 'twin', href: twinPath(lang, unit), lang: other.tag, 'xml:lang': other.tag, title: label ?? '' }
        : 'drop';
    }
    if (href !== undefined && !href.startsWith('#') && !/^[a-z][a-z\d+.-]*:/i.test(href)) {
      const address = toAddress(href);
      if (address === undefined) return 'unwrap';
      rest.href = address;
    }
    return { ...rest, ...(id && { id }), ...(rest.lang && { 'xml:lang': rest.lang }) };
  });
}

import { escapeHtml } from '../base/escape-html.ts';
import { mapTags } from '../base/html-tags.ts';
import { encodePath } from '../content/addresses.ts';
import { locales } from '../locales.ts';
import type { Lang } from '../markdown/block.ts';
import { voidTags } from '../markdown/render-jsx.ts';

const block = /^(?:p|h[1-6]|ul|ol|dl|table|blockquote|figure|aside|li|dt|dd|tr|figcaption|caption|summary|center|div)$/;

/** What holds within an element: that of the edition, or what is stated for a quotation in another language. */
interface Stated {
  readonly name: string;
  readonly dir: string;
  readonly lang: string;
}

const readName = (tag: string): string => /^<\/?([^\s/>]+)/.exec(tag)![1]!.toLowerCase();

const readAttribute = (tag: string, name: string): string | undefined =>
  new RegExp(` ${name}="([^"]*)"`, 'i').exec(tag)?.[1];

/**
 * `dir` and `lang` on every block, because readers drop the wrapper, and `<span dir>` for `<bdi>`, which feedparser drops;
 * `align`, because readers have no styles of ours; addresses absolute where the site's is known.
 */
export function prepareFeedHtml(html: string, lang: Lang, path: string, siteUrl: string | undefined): string {
  const base = siteUrl && siteUrl + encodePath(path);
  const edition: Stated = { name: '', dir: locales[lang].dir, lang: locales[lang].tag };
  const open: Stated[] = [];
  const change = (opening: string): string => {
    const name = readName(opening);
    // Of pictures: without `srcset` it names nothing.
    if (name === 'source' && readAttribute(opening, 'src') === undefined) return '';
    const around = open.at(-1) ?? edition;
    const [ownDir, ownLang] = [readAttribute(opening, 'dir'), readAttribute(opening, 'lang')];
    const { dir, lang: tag } = { dir: ownDir ?? around.dir, lang: ownLang ?? around.lang };
    if (!voidTags.test(name) && !opening.endsWith('/>')) open.push({ name, dir, lang: tag });
    const direct = ownDir === undefined ? ` dir="${dir}"` : '';
    const added = block.test(name) ? direct + (ownLang === undefined ? ` lang="${tag}"` : '') : '';
    return opening
      .replace(/^<bdi/, `<span${ownDir === undefined ? ' dir="auto"' : ''}`)
      .replace(/ data-(?:unit(?:-state)?|embed|host|load|asks|kind)="[^"]*"| srcset="[^"]*"| sizes="[^"]*"/g, '')
      .replace(/ data-align="/, ' align="')
      .replace(/^<[^\s/>]+/, `$&${added}`)
      .replace(/ (href|src|poster)="(?![a-z][a-z0-9+.-]*:)([^"]*)"/gi, (match, attribute, target) =>
        base ? ` ${attribute}="${escapeHtml(new URL(target.replace(/&amp;/g, '&'), base).href)}"` : match,
      );
  };
  const changeEnd = (closing: string): string => {
    const name = readName(closing);
    const at = open.findLastIndex((stated) => stated.name === name);
    if (at >= 0) open.length = at;
    return name === 'bdi' ? '</span>' : closing;
  };
  return mapTags(html.replace(/ ?<a class="b-stale"(?:[^<>"]|"[^"]*")*>.*?<\/a>/gs, ''), change, changeEnd);
}

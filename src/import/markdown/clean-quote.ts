import type { Element } from 'hast';
import { cleanEmbed } from './clean-embed.ts';
import {
  type HtmlNode,
  hasClass,
  isBlank,
  isElement,
  isNamed,
  listElements,
  makeElement,
  readAttribute,
  readText,
} from './hast-kit.ts';
import { wrapLoose } from './shape-paragraphs.ts';
import type { Surroundings } from './surroundings.ts';

/** The source is in `<cite>`, or after a dash at the end. */
export function cleanQuote(node: Element, children: HtmlNode[], around: Surroundings): HtmlNode[] {
  if (hasClass(node, /^(?:twitter-tweet|instagram-media|tiktok-embed|fb-post)/)) {
    const address = [...listElements(node)].filter((n) => n.tagName === 'a').at(-1);
    const url =
      readAttribute(node, 'dataInstgrmPermalink') ||
      readAttribute(node, 'cite') ||
      (address ? readAttribute(address, 'href') : '');
    if (url) {
      const shown = cleanEmbed(url, 'page', { title: readText(...children) }, around);
      // Where only a link can be shown, the post stays a quotation.
      return shown.every((one) => isNamed(one, 'beyt-embed'))
        ? shown
        : [
            makeElement(
              'blockquote',
              {},
              wrapLoose(children).filter((child) => !isBlank(child)),
            ),
          ];
    }
  }
  const cite = [...listElements(node)].find((n) => n.tagName === 'cite');
  const by = cite ? readText(cite).replace(/^[\s—–-]+/, '') : '';
  const body = wrapLoose(children).filter((child) => !isBlank(child));
  const last = body.at(-1);
  if (!by || !last || !readText(last).endsWith(readText(cite!))) return [makeElement('blockquote', {}, body)];
  const rest = isElement(last) && readText(last).replace(/^[\s—–-]+/, '') === by ? body.slice(0, -1) : body;
  return rest.length === body.length
    ? [makeElement('blockquote', {}, body)]
    : [makeElement('beyt-quote', { by }, rest)];
}

import type { Element, Root } from 'hast';
import { locales } from '../../locales.ts';
import { cleanMedia } from './clean-media.ts';
import { cleanQuote } from './clean-quote.ts';
import {
  type HtmlNode,
  hasClass,
  isBlank,
  isBlock,
  isElement,
  isNamed,
  makeElement,
  makeText,
  readAttribute,
  readText,
} from './hast-kit.ts';
import { type ClassStyles, readStyle } from './read-style.ts';
import { repairText } from './repair-text.ts';
import { emphasise, splitParagraph, wrapLoose } from './shape-paragraphs.ts';
import { joinVerse } from './shape-verse.ts';
import { noteMissing, type Surroundings } from './surroundings.ts';

/** Never shown, or only of use on the old site. */
const DROPPED = new Set(
  'script style noscript template head title meta link form input textarea select svg canvas nav dialog map'.split(' '),
);
const MISSED = new Set('script form input textarea select svg canvas nav dialog map'.split(' '));
/** Turns the quotation of a post into that post, which is embedded here. */
const LOADER =
  /^(?:https?:)?\/\/(?:platform\.(?:twitter|x)\.com\/widgets|(?:www|platform)\.instagram\.com\/.*embeds?\.js|www\.tiktok\.com\/embed\.js)/;
const HEADING = /^h([1-6])$/;

interface Place {
  readonly dir: 'ltr' | 'rtl';
  readonly bold: boolean;
  readonly italic: boolean;
  readonly inPre: boolean;
}

/** Keeps what carries meaning; verse, figures and the like become `beyt-…` elements for `write-mdx.ts`. */
export function cleanTree(tree: Root, classes: ClassStyles, around: Surroundings): Root {
  const dir = locales[around.lang].dir;
  const clean = (nodes: readonly HtmlNode[], place: Place): HtmlNode[] =>
    joinVerse(nodes.filter((node) => node.type !== 'doctype')).flatMap((node) => cleanNode(node, place));

  const cleanNode = (node: HtmlNode, place: Place): HtmlNode[] => {
    if (node.type === 'text')
      return [{ ...node, value: place.inPre ? node.value : repairText(node.value, around.lang, around.repairs) }];
    if (!isElement(node)) return [];
    const { tagName } = node;
    if (DROPPED.has(tagName)) {
      if (MISSED.has(tagName) && !isUnseen(node)) {
        const src = readAttribute(node, 'src');
        around.note({ name: 'ImportPartDropped', params: { what: `<${tagName}${src && ` src="${src}"`}>` } });
      }
      return [];
    }
    const style = readStyle(node, classes);
    if (style.hidden) return [];
    const media = cleanMedia(node, around, (inner) => clean(inner, place));
    if (media) return media;
    const heading = HEADING.exec(tagName);
    const isBold = style.bold ?? (heading ? true : /^(?:b|strong|th)$/.test(tagName) ? true : place.bold);
    const isItalic = style.italic ?? (/^(?:i|em|cite|dfn)$/.test(tagName) ? true : place.italic);
    const direction = style.dir && isBlock(node) ? style.dir : place.dir;
    const inside: Place = {
      dir: direction,
      bold: isBold,
      italic: isItalic,
      inPre: place.inPre || tagName === 'pre',
    };
    const children = clean(hasClass(node, /^wp-block-file$/) ? dropButton(node.children) : node.children, inside);
    const shaped = shapeElement(node, children, place, inside, style.struck ?? false);
    if (direction !== place.dir && shaped.some((n) => !isBlank(n)) && isOtherScript(shaped, direction))
      return [turn(shaped, direction)];
    // Many editors leave direction to whoever shows the text.
    const turned = dir === 'ltr' ? 'rtl' : 'ltr';
    const isForeign = tagName === 'p' && !style.dir && place.dir === dir && isWhollyOtherScript(shaped, turned);
    return isForeign ? [turn(shaped, turned)] : shaped;
  };

  const shapeElement = (
    node: Element,
    children: HtmlNode[],
    place: Place,
    inside: Place,
    struck: boolean,
  ): HtmlNode[] => {
    const { tagName } = node;
    const keep = (name = tagName, properties: Element['properties'] = {}) => [makeElement(name, properties, children)];
    if (/^(?:beyt-note-ref|beyt-poem|beyt-couplet)$/.test(tagName)) return [node];
    if (tagName === 'beyt-note') return keep(tagName, node.properties);
    if (HEADING.test(tagName)) return children.every(isBlank) ? [] : keep();
    switch (tagName) {
      case 'a':
        return cleanLink(node, children, around);
      case 'b':
      case 'strong':
      case 'i':
      case 'em':
      case 'span':
      case 'font':
      case 'cite':
      case 'dfn':
        return emphasise(children, inside.bold && !place.bold, inside.italic && !place.italic, struck);
      case 's':
      case 'strike':
      case 'del':
        return children.every(isBlank) ? children : keep('del');
      case 'sup':
      case 'sub':
        return children.every(isBlank) || children.every((n) => isNamed(n, 'beyt-note-ref')) ? children : keep();
      case 'br':
      case 'hr':
      case 'beyt-missing':
        return [node];
      case 'p':
        return splitParagraph(emphasise(children, inside.bold && !place.bold, inside.italic && !place.italic, struck));
      case 'pre':
        return cleanPre(node, children);
      case 'code':
      case 'kbd':
      case 'samp':
        return keep('code');
      case 'blockquote':
        return cleanQuote(node, children, around);
      case 'details':
        return cleanDetails(children);
      case 'td':
      case 'th':
        return keep(tagName, pick(node, 'colSpan', 'rowSpan'));
      case 'ol':
        return keep(tagName, pick(node, 'start'));
      case 'ul':
      case 'li':
      case 'dl':
      case 'dt':
      case 'dd':
      case 'table':
      case 'thead':
      case 'tbody':
      case 'tfoot':
      case 'tr':
      case 'summary':
      case 'q':
        return keep();
      case 'caption':
        return [makeElement('p', {}, children)];
      case 'wbr':
        return [];
      default:
        // A wrapper: what is loose in it becomes a paragraph.
        return isBlock(node) ? wrapLoose(children) : children;
    }
  };
  return {
    type: 'root',
    children: wrapLoose(clean(tree.children, { dir, bold: false, italic: false, inPre: false })) as Root['children'],
  };
}

/** Hidden fields, data for search engines, what `Embed` has of its own. */
const isUnseen = (node: Element): boolean =>
  readAttribute(node, 'type') === 'hidden' ||
  (node.tagName === 'script' &&
    (/json|template/.test(readAttribute(node, 'type')) || LOADER.test(readAttribute(node, 'src'))));

function pick(node: Element, ...names: readonly string[]): Element['properties'] {
  return Object.fromEntries(names.filter((name) => node.properties[name]).map((name) => [name, node.properties[name]]));
}

function cleanLink(node: Element, children: HtmlNode[], around: Surroundings): HtmlNode[] {
  const href = readAttribute(node, 'href').trim();
  if (/^#./.test(href)) return [makeElement('beyt-place', { id: href.slice(1) }, children)];
  if (href === '' || /^(?:javascript|about|data|file):/i.test(href) || href === '#' || children.every(isBlank))
    return children;
  const hasPicture = children.some(
    (child) => isElement(child) && /^beyt-(?:figure|missing|media)$/.test(child.tagName),
  );
  if (hasPicture) return children;
  const file = /\/uploads\/|\.(?:pdf|docx?|xlsx?|pptx?|zip|mp3|mp4|epub|csv)(?:[?#]|$)/i.test(href);
  const target = file ? around.findMedia(href, 'linked') : around.findLink(href);
  if (target.kind !== 'missing') return [makeElement('a', { href: target.href }, children)];
  const near = readText(...children);
  around.note(file ? noteMissing(target, near) : { name: 'ImportLinkUnknown', params: { target: target.href }, near });
  return children;
}

/** WordPress shows a file by its name, and again by a button. */
function dropButton(nodes: readonly HtmlNode[]): readonly HtmlNode[] {
  const isButton = (node: HtmlNode) => isNamed(node, 'a') && hasClass(node, /^wp-block-file__button$/);
  const hasName = nodes.some((node) => isNamed(node, 'a') && !isButton(node) && !isBlank(node));
  return hasName ? nodes.filter((node) => !isButton(node)) : nodes;
}

function cleanPre(node: Element, children: HtmlNode[]): HtmlNode[] {
  const isVerse = hasClass(node, /^wp-block-verse$/);
  if (!isVerse)
    return [makeElement('pre', {}, [isNamed(children[0], 'code') ? children[0]! : makeElement('code', {}, children)])];
  const lines = children.flatMap((child): HtmlNode[] =>
    child.type === 'text'
      ? child.value.split('\n').flatMap((line, i) => (i > 0 ? [makeElement('br'), makeText(line)] : [makeText(line)]))
      : [child],
  );
  return splitParagraph(lines);
}

function cleanDetails(children: HtmlNode[]): HtmlNode[] {
  const summary = children.find((child) => isNamed(child, 'summary'));
  const rest = wrapLoose(children.filter((child) => child !== summary));
  return [makeElement('beyt-aside', { title: summary ? readText(summary) : '' }, rest)];
}

/** Pasted text often turns its direction without need. */
function isOtherScript(nodes: readonly HtmlNode[], dir: 'ltr' | 'rtl'): boolean {
  const text = readText(...nodes);
  const persian = text.match(/[\u0620-\u06d3]/g)?.length ?? 0;
  const latin = text.match(/[a-z]/gi)?.length ?? 0;
  return dir === 'rtl' ? persian > latin : latin > persian;
}

/** Fewer may be a name or an address. */
const LEAST_WORDS = 6;

function isWhollyOtherScript(nodes: readonly HtmlNode[], dir: 'ltr' | 'rtl'): boolean {
  const words = readText(...nodes).match(/\p{L}[\p{L}\p{M}\u200c]*/gu) ?? [];
  const other = words.filter((word) => (dir === 'rtl' ? /[\u0620-\u06d3]/ : /[a-z]/i).test(word)).length;
  return other >= LEAST_WORDS && other >= 0.8 * words.length;
}

function turn(nodes: HtmlNode[], dir: 'ltr' | 'rtl'): HtmlNode {
  return makeElement('beyt-dir', { lang: dir === 'rtl' ? 'fa' : 'en', dir }, wrapLoose(nodes));
}

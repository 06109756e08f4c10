import { type DefaultTreeAdapterTypes, html, parseFragment } from 'parse5';
import { escapeXml } from '../../base/xml.ts';

type Node = DefaultTreeAdapterTypes.ChildNode;
type Element = DefaultTreeAdapterTypes.Element;

/** The new attributes of an element, or only its content, or nothing of it. */
export type Change = Record<string, string> | 'unwrap' | 'drop';

/** Drawings and formulas stay as they are, but for scripts. XML wants their namespace at the outermost element. */
function keepForeign(name: string, attributes: Record<string, string>, namespace: string): Change {
  if (name === 'script') return 'drop';
  const kept = Object.entries(attributes).filter(([key]) => !/^(?:on|xmlns)/.test(key));
  const isRoot = name === 'svg' || name === 'math';
  return Object.fromEntries([...(isRoot ? [['xmlns', namespace] as const] : []), ...kept]);
}

/**
 * HTML as XHTML, which books are made of.
 * @param change asked for every element of HTML, with its name and attributes
 */
export function toXhtml(source: string, change: (name: string, attributes: Record<string, string>) => Change): string {
  const write = (node: Node): string => {
    if (node.nodeName === '#text') return escapeXml((node as DefaultTreeAdapterTypes.TextNode).value);
    if (!('tagName' in node)) return '';
    const { tagName, attrs, childNodes, namespaceURI } = node as Element;
    const attributes = Object.fromEntries(attrs.map(({ name, value }) => [name, value]));
    const changed =
      namespaceURI === html.NS.HTML ? change(tagName, attributes) : keepForeign(tagName, attributes, namespaceURI);
    if (changed === 'drop') return '';
    const inside = childNodes.map(write).join('');
    if (changed === 'unwrap') return inside;
    const written = Object.entries(changed).map(([name, value]) => ` ${name}="${escapeXml(value)}"`);
    return `<${tagName}${written.join('')}${inside === '' ? '/>' : `>${inside}</${tagName}>`}`;
  };
  return parseFragment(source).childNodes.map(write).join('');
}

import { type DefaultTreeAdapterTypes, parseFragment } from 'parse5';
import { escapeXml } from '../../base/xml.ts';

type Node = DefaultTreeAdapterTypes.ChildNode;
type Element = DefaultTreeAdapterTypes.Element;

/** What to do with an element: its new attributes, or only its content, or nothing of it. */
export type Change = Record<string, string> | 'unwrap' | 'drop';

/** HTML as XHTML, which books are made of. @param change asked for every element, with its name and attributes */
export function toXhtml(html: string, change: (name: string, attributes: Record<string, string>) => Change): string {
  const write = (node: Node): string => {
    if (node.nodeName === '#text') return escapeXml((node as DefaultTreeAdapterTypes.TextNode).value);
    if (!('tagName' in node)) return '';
    const { tagName, attrs, childNodes } = node as Element;
    const changed = change(tagName, Object.fromEntries(attrs.map(({ name, value }) => [name, value])));
    if (changed === 'drop') return '';
    const inside = childNodes.map(write).join('');
    if (changed === 'unwrap') return inside;
    const written = Object.entries(changed).map(([name, value]) => ` ${name}="${escapeXml(value)}"`);
    return `<${tagName}${written.join('')}${inside === '' ? '/>' : `>${inside}</${tagName}>`}`;
  };
  return parseFragment(html).childNodes.map(write).join('');
}

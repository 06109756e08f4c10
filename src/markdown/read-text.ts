import type { Element, Nodes } from 'hast';

function isApparatus(node: Element): boolean {
  const p = node.properties;
  return (
    'dataFootnoteRef' in p ||
    'dataFootnoteBackref' in p ||
    'dataGloss' in p ||
    node.tagName === 'script' ||
    node.tagName === 'style'
  );
}

export interface ReadText {
  text: string;
  readonly links: string[];
}

function gather(node: Nodes, into: ReadText): void {
  switch (node.type) {
    case 'text':
      into.text += node.value;
      return;
    case 'element': {
      if (isApparatus(node)) return;
      if (node.tagName === 'br') into.text += ' ';
      const target = node.properties.href ?? node.properties.src;
      if (typeof target === 'string') into.links.push(target);
      for (const child of node.children) gather(child, into);
      if (node.tagName === 'td' || node.tagName === 'th') into.text += ' | ';
      return;
    }
    default:
      if ('children' in node) for (const child of node.children) gather(child as Nodes, into);
  }
}

/** No markup, no footnote marks, white space folded, ZWNJ kept. Table cells are set apart by " | ". */
export function readText(node: Nodes): ReadText {
  const into: ReadText = { text: '', links: [] };
  gather(node, into);
  const text = into.text.replace(/[ \t\r\n\f]{2,}|[\t\r\n\f]/g, ' ').trim();
  into.text = text.endsWith(' |') ? text.replace(/(?: \|)+$/, '') : text;
  return into;
}

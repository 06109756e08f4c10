import type { Nodes, Root } from 'mdast';

/** One line per paragraph. */
export function readText(article: Root): string {
  return article.children
    .filter((node) => node.type === 'paragraph')
    .map((node) => readNode(node).replace(/\s+/g, ' ').trim())
    .filter(Boolean)
    .join('\n');
}

function readNode(node: Nodes): string {
  if (node.type === 'break') return ' ';
  if ('value' in node) return node.value;
  return 'children' in node ? node.children.map(readNode).join('') : '';
}

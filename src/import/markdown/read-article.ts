import type { Nodes, Root } from 'mdast';

/** The words of an article's paragraphs, for a description. */
export function readText(article: Root): string {
  return article.children
    .filter((node) => node.type === 'paragraph')
    .map((node) => readNode(node))
    .join(' ')
    .replace(/\s+/g, ' ')
    .trim();
}

function readNode(node: Nodes): string {
  if (node.type === 'break') return ' ';
  if ('value' in node) return node.value;
  return 'children' in node ? node.children.map(readNode).join('') : '';
}

import type { Root } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';

/** The words of an article's paragraphs, for a description. */
export function readText(article: Root): string {
  return article.children
    .filter((node) => node.type === 'paragraph')
    .map((node) => textOf(node, { includeImageAlt: false }))
    .join(' ')
    .replace(/\s+/g, ' ')
    .trim();
}

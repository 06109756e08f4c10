import type { Element, Root } from 'hast';
import { foldWords } from '../fold-words.ts';
import {
  type HtmlNode,
  isBlank,
  isElement,
  isNamed,
  listElements,
  readText,
  removeNodes,
} from '../markdown/hast-kit.ts';

/** Characters of a first paragraph that may be the title. */
const LONGEST = 160;

/** The first heading or a short first line. @param own what the document calls itself beside its text */
export function takeTitle(tree: Root, own: string, fallback: string): { title: string; rest: Root } {
  const children = tree.children.filter((child) => !isBlank(child) || isNamed(child, 'style'));
  const first = children.find((child) => !isNamed(child, 'style'));
  const hasMore = children.filter((child) => !isNamed(child, 'style')).length > 1;
  const heading = own ? findNamed(tree, own) : undefined;
  const taken = hasMore && isElement(first) && (isNamed(first, 'h1', 'h2') || isLine(first)) ? first : heading;
  if (!taken) return { title: own || fallback, rest: { type: 'root', children } };
  const rest: Root = { type: 'root', children };
  removeNodes(rest, (node) => node === taken);
  return { title: readText(taken), rest };
}

function findNamed(tree: Root, own: string): Element | undefined {
  const name = foldWords(own);
  return [...listElements(tree)].find((node) => {
    const words = isNamed(node, 'h1') ? foldWords(readText(node)) : '';
    return words !== '' && name.includes(words);
  });
}

function isLine(node: HtmlNode): boolean {
  if (!isElement(node)) return false;
  const text = readText(node);
  const isPlain = ![...listElements(node)].some(({ tagName }) => /^(?:a|sup|img)$/.test(tagName));
  return isPlain && text !== '' && text.length <= LONGEST && !/[.!?؟:]$/.test(text);
}

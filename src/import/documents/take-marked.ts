import type { Element, Root } from 'hast';
import {
  hasClass,
  isElement,
  isNamed,
  listElements,
  readAttribute,
  readText,
  removeNodes,
} from '../markdown/hast-kit.ts';

/** How a program marks what is no text for readers: the place in a sentence, and what is said of it at the end. */
interface Marking {
  readonly isMark: (node: Element) => boolean;
  readonly isBody: (node: Element) => boolean;
}

/** Comments of editors, as `read-document.ts` asks mammoth to mark them. */
export const WORD_COMMENTS: Marking = {
  isMark: (node) => node.tagName === 'sup' && hasClass(node, /^comment$/),
  isBody: (node) =>
    isNamed(node, 'dl') && hasInside(node, ({ properties }) => /^comment-\d/.test(String(properties.id))),
};

/** Lines of a table of contents, likewise. */
export const WORD_CONTENTS: Marking = {
  isMark: (node) => node.tagName === 'p' && hasClass(node, /^toc$/),
  isBody: () => false,
};

export const GOOGLE_COMMENTS: Marking = {
  isMark: (node) => node.tagName === 'sup' && hasInside(node, (inner) => /^#cmnt\d/.test(readAttribute(inner, 'href'))),
  isBody: (node) =>
    isNamed(node, 'div', 'p') &&
    hasInside(node, (inner) => inner.tagName === 'a' && /^cmnt\d/.test(readAttribute(inner, 'id'))) &&
    !hasInside(node, (inner) => isNamed(inner, 'h1', 'h2', 'h3', 'table')) &&
    /^\s*\[\w+\]/.test(readText(node)),
};

/** What is on every page of a site. */
export const FURNITURE: Marking = {
  isMark: (node) =>
    isNamed(node, 'nav', 'footer', 'aside') ||
    /^(?:navigation|contentinfo|complementary|search)$/.test(readAttribute(node, 'role')),
  isBody: () => false,
};

const hasInside = (node: Element, test: (inner: Element) => boolean): boolean =>
  [node, ...listElements(node)].some(test);

/** Takes out marks and what belongs to them. Changes the tree. @returns how many marks there were */
export function takeMarked(tree: Root, { isMark, isBody }: Marking): number {
  let count = 0;
  removeNodes(tree, (node) => {
    if (!isElement(node)) return false;
    const isOne = isMark(node);
    if (isOne) count++;
    return isOne || isBody(node);
  });
  return count;
}

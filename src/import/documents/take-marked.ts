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

/** A mark in a sentence, and the words that belong to it at the end. */
interface Marking {
  readonly isMark: (node: Element) => boolean;
  readonly isBody: (node: Element) => boolean;
}

/** As `read-document.ts` asks mammoth to mark them. */
export const WORD_COMMENTS: Marking = {
  isMark: (node) => node.tagName === 'sup' && hasClass(node, /^comment$/),
  isBody: (node) =>
    isNamed(node, 'dl') && hasInside(node, ({ properties }) => /^comment-\d/.test(String(properties.id))),
};

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

export const FURNITURE: Marking = {
  isMark: (node) =>
    isNamed(node, 'nav', 'footer', 'aside') ||
    /^(?:navigation|contentinfo|complementary|search)$/.test(readAttribute(node, 'role')),
  isBody: () => false,
};

const hasInside = (node: Element, test: (inner: Element) => boolean): boolean =>
  [node, ...listElements(node)].some(test);

/** Changes the tree. @returns how many marks there were */
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

import type { Element } from 'hast';
import { type HtmlNode, isElement, isNamed, makeElement, readText } from './hast-kit.ts';

/** Half-lines of Persian verse are no longer than this. */
const LONGEST = 60;

/**
 * Persian verse that was set in the middle, line under line, as a `beyt-poem`; undefined where it does not come out
 * as couplets.
 */
export function shapeVerse(paragraphs: readonly Element[]): Element | undefined {
  const lines = paragraphs.flatMap(readLines);
  const isVerse =
    lines.length >= 2 &&
    lines.every((line) => line.length <= LONGEST && /[\u0620-\u06d3]/.test(line) && !/[.:]$|\d{4}/.test(line));
  if (!isVerse) return undefined;
  const halves = lines.flatMap((line) => line.split(/\s*(?:\/{1,2}|\*{3}|\t|\u2003)\s*| {4,}/).filter(Boolean));
  if (halves.length % 2 !== 0) return undefined;
  const couplets: HtmlNode[] = [];
  for (let i = 0; i < halves.length; i += 2)
    couplets.push(makeElement('beyt-couplet', { a: halves[i]!, b: halves[i + 1]! }));
  return makeElement('beyt-poem', {}, couplets);
}

function readLines(paragraph: Element): string[] {
  const lines: string[] = [''];
  const visit = (nodes: readonly HtmlNode[]) => {
    for (const node of nodes) {
      if (isNamed(node, 'br')) lines.push('');
      else if (isElement(node)) visit(node.children);
      else if (node.type === 'text') {
        const [first = '', ...rest] = paragraph.tagName === 'pre' ? node.value.split('\n') : [node.value];
        lines[lines.length - 1] += first;
        lines.push(...rest);
      }
    }
  };
  visit(paragraph.children);
  return lines.map((line) => line.replace(/[\r\n]+/g, ' ').trim()).filter(Boolean);
}

/** The text of a paragraph, to see whether two of them stand together. */
export const isShort = (paragraph: Element): boolean => readText(paragraph).length <= 2 * LONGEST;

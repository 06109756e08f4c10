import type { Element } from 'hast';
import { type HtmlNode, hasClass, isBlank, isBlock, isElement, isNamed, makeElement, readText } from './hast-kit.ts';
import { readStyle } from './read-style.ts';

const LONGEST = 60;

/** For centred paragraphs; undefined where they do not come out as couplets. */
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

const isShort = (paragraph: Element): boolean => readText(paragraph).length <= 2 * LONGEST;

export function joinVerse(nodes: readonly HtmlNode[]): HtmlNode[] {
  const out: HtmlNode[] = [];
  const isCentred = (node: HtmlNode | undefined): node is Element =>
    isNamed(node, 'p', 'div', 'center', 'pre') &&
    (readStyle(node, new Map()).centred === true || hasClass(node, /^wp-block-verse$|^(?:sher|poem|beyt|she-r)$/)) &&
    isShort(node) &&
    /^[^a-z]*$/i.test(readText(node)) &&
    !node.children.some(isBlock);
  for (let i = 0; i < nodes.length; i++) {
    if (!isCentred(nodes[i])) {
      out.push(nodes[i]!);
      continue;
    }
    const run: HtmlNode[] = [];
    for (; isCentred(nodes[i]) || (run.length > 0 && i < nodes.length && isBlank(nodes[i]!)); i++) run.push(nodes[i]!);
    i--;
    const poem = shapeVerse(run.filter(isCentred));
    if (poem) out.push(poem);
    else out.push(...run);
  }
  return out;
}

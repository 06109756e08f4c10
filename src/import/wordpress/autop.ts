import type { Element, Root } from 'hast';
import {
  type HtmlNode,
  type HtmlParent,
  isBlank,
  isBlock,
  isElement,
  isNamed,
  makeElement,
  makeText,
} from '../markdown/hast-kit.ts';

/** In these, blank lines mean paragraphs too. */
const HOLDERS = new Set([
  'blockquote',
  'div',
  'section',
  'article',
  'li',
  'td',
  'th',
  'figcaption',
  'center',
  'beyt-note',
]);
/** In these, line ends are white space. */
const STRUCTURE = new Set([
  'ul',
  'ol',
  'dl',
  'table',
  'thead',
  'tbody',
  'tfoot',
  'tr',
  'pre',
  'script',
  'style',
  'figure',
  'iframe',
  'audio',
  'video',
  'object',
]);

/** As WordPress's `wpautop`: the Classic editor stores blank lines and line ends. Changes the tree. */
export function applyAutop(tree: Root): void {
  paragraph(tree, true);
}

/** @param isOuter even a single run of loose text becomes a paragraph */
function paragraph(parent: HtmlParent, isOuter: boolean): void {
  const parts: HtmlNode[] = [];
  let run: HtmlNode[] = [];
  const endRun = (force: boolean) => {
    const paragraphs = splitRun(run);
    run = [];
    if (paragraphs.length === 0) return;
    if (paragraphs.length === 1 && !force) parts.push(...breakLines(paragraphs[0]!));
    else parts.push(...paragraphs.map((nodes) => makeElement('p', {}, breakLines(nodes))));
  };
  const hasBlocks = parent.children.some(isBlock);
  for (const child of parent.children as HtmlNode[]) {
    if (!isBlock(child)) {
      run.push(child);
      continue;
    }
    endRun(isOuter || hasBlocks);
    enterBlock(child as Element);
    parts.push(child);
  }
  endRun(isOuter);
  parent.children = parts as typeof parent.children;
}

function enterBlock(node: Element): void {
  if (HOLDERS.has(node.tagName)) paragraph(node, false);
  else if (STRUCTURE.has(node.tagName)) {
    if (node.tagName !== 'pre') for (const child of node.children) if (isElement(child)) enterBlock(child);
  } else node.children = breakLines(trimLines(node.children)) as Element['children'];
}

function splitRun(nodes: readonly HtmlNode[]): HtmlNode[][] {
  const paragraphs: HtmlNode[][] = [[]];
  for (const node of nodes) {
    if (node.type !== 'text') {
      paragraphs.at(-1)!.push(node);
      continue;
    }
    for (const [i, text] of node.value
      .replace(/\r\n?/g, '\n')
      .split(/\n[ \t\u00a0]*\n\s*/)
      .entries()) {
      if (i > 0) paragraphs.push([]);
      if (text !== '') paragraphs.at(-1)!.push(makeText(text));
    }
  }
  return paragraphs.map(trimLines).filter((paragraph) => paragraph.some((node) => !isBlank(node)));
}

function trimLines(nodes: readonly HtmlNode[]): HtmlNode[] {
  const list = [...nodes];
  const first = list[0];
  if (first?.type === 'text') list[0] = makeText(first.value.replace(/^\s*\n\s*/, ''));
  const last = list.at(-1);
  if (last?.type === 'text') list[list.length - 1] = makeText(last.value.replace(/\s*\n\s*$/, ''));
  return list;
}

function breakLines(nodes: readonly HtmlNode[]): HtmlNode[] {
  const out: HtmlNode[] = [];
  for (const node of nodes) {
    if (isElement(node) && !isBlock(node) && node.tagName !== 'code')
      node.children = breakLines(node.children) as Element['children'];
    if (node.type !== 'text') {
      out.push(node);
      continue;
    }
    const text = isNamed(out.at(-1), 'br') ? node.value.replace(/^\s*\n/, '') : node.value;
    for (const [i, line] of text.replace(/\r\n?/g, '\n').split('\n').entries()) {
      if (i > 0) out.push(makeElement('br'));
      if (line !== '') out.push(makeText(line));
    }
  }
  return out.filter((node, i) => !(isNamed(node, 'br') && isNamed(out[i + 1], 'br') && out[i + 1]!.position));
}

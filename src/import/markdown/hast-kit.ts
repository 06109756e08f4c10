import type { Element, ElementContent, Root, RootContent } from 'hast';

export type HtmlNode = RootContent;
export type HtmlParent = Root | Element;

export const isElement = (node: HtmlNode | HtmlParent | undefined): node is Element => node?.type === 'element';

export const isNamed = <Name extends string>(
  node: HtmlNode | HtmlParent | undefined,
  ...names: readonly Name[]
): node is Element & { tagName: Name } => isElement(node) && (names as readonly string[]).includes(node.tagName);

export function readAttribute(node: Element, name: string): string {
  const value = node.properties[name];
  return Array.isArray(value) ? value.join(' ') : value === undefined || value === null ? '' : String(value);
}

export function hasClass(node: Element, pattern: RegExp): boolean {
  return readAttribute(node, 'className')
    .split(/\s+/)
    .some((name) => pattern.test(name));
}

export function makeElement(
  tagName: string,
  properties: Element['properties'] = {},
  children: readonly HtmlNode[] = [],
): Element {
  return { type: 'element', tagName, properties, children: children as ElementContent[] };
}

export const makeText = (value: string): HtmlNode => ({ type: 'text', value });

export function readText(...nodes: readonly HtmlNode[]): string {
  const read = (node: HtmlNode): string => {
    if (node.type === 'text') return node.value;
    if (node.type !== 'element') return '';
    if (node.tagName === 'br') return ' ';
    return node.children.map(read).join(isHolder(node) ? ' ' : '');
  };
  return nodes.map(read).join('').replace(/\s+/g, ' ').trim();
}

/** Blocks side by side, with nothing but markup between their words. */
const isHolder = (node: Element): boolean => node.children.some(isBlock);

/** In reading order, parents before children. */
export function* listElements(node: HtmlParent): Generator<Element> {
  for (const child of node.children) {
    if (!isElement(child)) continue;
    yield child;
    yield* listElements(child);
  }
}

export function findElement(node: HtmlParent, ...names: readonly string[]): Element | undefined {
  for (const element of listElements(node)) if (names.includes(element.tagName)) return element;
  return undefined;
}

/** Changes the tree. @param replace undefined leaves a node, and looks into it; an empty list takes it out */
export function replaceNodes(parent: HtmlParent, replace: (node: HtmlNode) => readonly HtmlNode[] | undefined): void {
  parent.children = (parent.children as HtmlNode[]).flatMap((child): readonly HtmlNode[] => {
    const replaced = replace(child);
    if (!replaced && isElement(child)) replaceNodes(child, replace);
    return replaced ?? [child];
  }) as typeof parent.children;
}

export function removeNodes(parent: HtmlParent, isGone: (node: HtmlNode) => boolean): void {
  replaceNodes(parent, (node) => (isGone(node) ? [] : undefined));
}

/** Also elements that hold blocks: what paragraphs end before. */
const BLOCKS = new Set(
  `address article aside beyt-embed beyt-gallery beyt-figure beyt-media beyt-missing beyt-note beyt-poem beyt-quote beyt-aside
  beyt-dir blockquote body center details dialog dd div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6
  header hgroup hr iframe li main nav noscript object ol p pre section summary table tbody td tfoot th thead tr ul video
  audio`.split(/\s+/),
);

export const isBlock = (node: HtmlNode): boolean => node.type === 'element' && BLOCKS.has(node.tagName);

/** White space, a comment, or elements of nothing else. */
export function isBlank(node: HtmlNode): boolean {
  if (node.type === 'text') return /^[\s\u00a0\u200b\ufeff]*$/.test(node.value);
  if (node.type !== 'element') return true;
  if (/^(?:img|hr|br|iframe|video|audio|beyt-|input|table)/.test(node.tagName)) return false;
  return node.children.every(isBlank);
}

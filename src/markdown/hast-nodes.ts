import type { Element, ElementContent, Nodes } from 'hast';
import type { MdxJsxFlowElementHast, MdxJsxTextElementHast } from 'satteri';
import type { Point } from './block.ts';

export type Jsx = MdxJsxFlowElementHast | MdxJsxTextElementHast;

export function h(
  tagName: string,
  properties: Element['properties'],
  children: readonly ElementContent[] = [],
): Element {
  return { type: 'element', tagName, properties, children: [...children] };
}

export function text(value: string): ElementContent {
  return { type: 'text', value };
}

const blockTags = new Set(
  (
    'p h1 h2 h3 h4 h5 h6 ul ol li dl dt dd blockquote pre table caption colgroup thead tbody tfoot tr td th figure ' +
    'figcaption div section aside article header footer main nav hr details summary center iframe video audio object ' +
    'form fieldset script style template'
  ).split(' '),
);

/** A quick test for block-level tags within a paragraph's lines. */
export const blockTagInSource = new RegExp(`<(?:${[...blockTags].join('|')})[\\s>/]`);

/** In a sentence even where it has a line to itself. */
const phrasingJsx = /^(Term|[a-z][\w-]*)$/;

export function isBlockLevel(node: Nodes | Jsx): boolean {
  if (node.type === 'element') return blockTags.has(node.tagName);
  if (node.type !== 'mdxJsxFlowElement' && node.type !== 'mdxJsxTextElement') return false;
  const name = node.name ?? '';
  return blockTags.has(name) || (node.type === 'mdxJsxFlowElement' && !phrasingJsx.test(name));
}

export function isBlank(node: Nodes | { readonly type: string }): boolean {
  if (node.type === 'text') return (node as { value: string }).value.trim() === '';
  return node.type === 'comment' || node.type === 'mdxjsEsm' || node.type === 'doctype';
}

/** A link or a span around blocks is there as a `<div>` is. */
function breaksPhrasing(node: Nodes): boolean {
  const type = node.type as string;
  if (isBlockLevel(node) || type === 'mdxFlowExpression' || type === 'mdxjsEsm') return true;
  return type !== 'root' && 'children' in node && (node.children as Nodes[]).some(breaksPhrasing);
}

/** An image is at home in a sentence and among blocks. */
function isLoose(node: Nodes): boolean {
  const image = node.type === 'element' ? node.tagName === 'img' : 'name' in node && node.name === 'img';
  return !image && !breaksPhrasing(node) && !isBlank(node);
}

/** An attribute carries `line:column` through trees which lose positions. */
export function formatAt(at: Point): string {
  return `${at.line}:${at.column}`;
}

export function readAt(node: Nodes): string | undefined {
  if (node.position) return formatAt(node.position.start);
  const at = node.type === 'element' ? node.properties.dataAt : undefined;
  return typeof at === 'string' ? at : undefined;
}

export function hasLoosePhrasing(children: readonly Nodes[]): boolean {
  return children.some(isLoose);
}

/** Loose words beside blocks need paragraphs of their own. */
export function isMixed(children: readonly Nodes[]): boolean {
  return children.some(breaksPhrasing) && hasLoosePhrasing(children);
}

const formatting = /^(?:b|big|code|em|font|i|s|small|strike|strong|tt|u)$/;

/** HTML carries on a `<b>` that nobody closed around every block that follows. */
function openFormatting(nodes: readonly ElementContent[]): ElementContent[] {
  return nodes.flatMap((node) => {
    const name = node.type === 'element' ? node.tagName : 'name' in node ? (node.name as string | null) : null;
    // A component groups what it holds itself, and a copy of it would not be expanded.
    if (!name || /^[A-Z]/.test(name) || !('children' in node) || isBlockLevel(node) || !breaksPhrasing(node))
      return [node];
    if (formatting.test(name)) return openFormatting(node.children as ElementContent[]);
    return [{ ...node, children: groupPhrasing(node.children as ElementContent[], readAt(node)) } as ElementContent];
  });
}

/** @param at where the container is, for words whose own position is lost */
export function groupPhrasing(children: readonly ElementContent[], at?: string): ElementContent[] {
  const out: ElementContent[] = [];
  let run: ElementContent[] = [];
  const close = () => {
    const dataAt =
      run
        .filter((n) => !isBlank(n))
        .map(readAt)
        .find(Boolean) ?? at;
    if (run.some(isLoose)) out.push(h('p', { className: ['b-tight'], ...(dataAt && { dataAt }) }, run));
    else out.push(...run);
    run = [];
  };
  for (const child of openFormatting(children)) {
    if (breaksPhrasing(child)) {
      close();
      out.push(child);
    } else run.push(child);
  }
  close();
  return out;
}

export function textOf(nodes: readonly ElementContent[]): string {
  return nodes
    .map((n) => (n.type === 'text' ? n.value : 'children' in n ? textOf(n.children as ElementContent[]) : ''))
    .join('')
    .trim();
}

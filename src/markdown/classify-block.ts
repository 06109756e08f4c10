import type { Element, Nodes } from 'hast';
import type { HastVisitorContext } from 'satteri';
import type { BlockType } from './block.ts';
import { isBlockLevel } from './hast-nodes.ts';

export const visitedTags: readonly string[] = [
  ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'p', 'li', 'dt', 'dd', 'tr', 'caption', 'figcaption', 'blockquote'],
  ...['pre', 'img', 'a', 'code', 'kbd', 'samp', 'div', 'td', 'th', 'summary', 'fieldset', 'form'],
  ...[
    'iframe',
    'video',
    'audio',
    'source',
    'track',
    'object',
    'ul',
    'ol',
    'dl',
    'table',
    'figure',
    'section',
    'aside',
    'hr',
    'details',
  ],
  ...['nav', 'header', 'footer', 'main', 'article', 'center'],
];

const unread = new Set([
  'ul',
  'ol',
  'dl',
  'table',
  'figure',
  'hr',
  'td',
  'th',
  'a',
  'img',
  'code',
  'kbd',
  'samp',
  'source',
  'track',
]);

export interface Kind {
  readonly type: BlockType;
  readonly depth: number;
}

export function lineage(node: Readonly<Nodes>, ctx: HastVisitorContext): Element[] {
  const out: Element[] = [];
  for (let p = ctx.parent(node); p && p.type !== 'root'; p = ctx.parent(p as Nodes))
    if (p.type === 'element') out.push(p);
  return out;
}

/** They hold only each other: nothing may be put around one. */
const structure = /^(?:ul|ol|dl|table|thead|tbody|tfoot|tr)$/;
const computed = new WeakMap<object, boolean>();

/** A list or table that code makes is one block as a whole. */
export function isComputed(node: Readonly<Nodes>): boolean {
  if (node.type !== 'element' || !structure.test(node.tagName)) return false;
  const known = computed.get(node);
  if (known !== undefined) return known;
  const found = node.children.some((child) =>
    child.type === 'element' ? /^t(?:head|body|foot|r)$/.test(child.tagName) && isComputed(child) : isCode(child),
  );
  computed.set(node, found);
  return found;
}

function isCode(node: Readonly<Nodes>): boolean {
  if (/^mdxJsx(?:Flow|Text)Element$/.test(node.type)) return true;
  return /^mdx(?:Flow|Text)Expression$/.test(node.type) && 'value' in node && !isComment(node.value as string);
}

export function isComment(code: string): boolean {
  return code.replace(/\/\*[\s\S]*?\*\/|\/\/[^\n]*/g, '').trim() === '';
}

const count = (around: readonly Element[], tag: string) => around.filter((e) => e.tagName === tag).length;

/** @param text what a reader reads in it; called only where it matters */
export function classifyBlock(node: Readonly<Element>, ctx: HastVisitorContext, text: () => string): Kind | null {
  const tag = node.tagName;
  const kind = (type: BlockType, depth = 0): Kind => ({ type, depth });
  if (/^(?:ul|ol|dl|table)$/.test(tag) && isComputed(node))
    return lineage(node, ctx).some(isComputed) ? null : kind('jsx');
  if (unread.has(tag)) return null;
  if (/^h[1-6]$/.test(tag))
    return node.properties.id === 'footnote-label' || text() === '' ? null : kind('h', Number(tag[1]));
  if (tag === 'pre') return kind('code');
  if (tag === 'tr' && lineage(node, ctx).some(isComputed)) return null;
  if (tag === 'tr') return text().replace(/[ |]/g, '') === '' ? null : kind('tr');
  if (/^(iframe|video|audio|object)$/.test(tag)) return kind('jsx');
  if (tag !== 'p' && node.children.some(isBlockLevel)) return null;
  const around = lineage(node, ctx);
  if (around.some((e) => e.tagName === 'pre' || e.tagName === 'tr' || isComputed(e))) return null;
  if (text() === '') return tag === 'p' ? classifyWordless(node) : null;
  if (around.some((e) => 'dataFootnotes' in e.properties)) return kind('fn');
  for (const { tagName } of [node, ...around]) {
    if (tagName === 'li') return kind('li', count(around, 'li') + (tag === 'li' ? 1 : 0));
    if (tagName === 'dt' || tagName === 'dd') return kind(tagName);
    if (tagName === 'figcaption' || tagName === 'caption' || tagName === 'summary') return kind('caption');
    if (tagName === 'blockquote') return kind('quote', count(around, 'blockquote') + (tag === 'blockquote' ? 1 : 0));
  }
  return kind('p');
}

function classifyWordless(node: Readonly<Element>): Kind | null {
  const holds = (match: (n: Nodes) => boolean, within: Nodes = node): boolean =>
    match(within) || ('children' in within && within.children.some((n) => holds(match, n as Nodes)));
  if (holds((n) => n.type === 'element' && n.tagName === 'img')) return { type: 'img', depth: 0 };
  const computed = holds((n) => /^mdx(?:TextExpression|JsxTextElement|FlowExpression)$/.test(n.type));
  return computed ? { type: 'jsx', depth: 0 } : null;
}

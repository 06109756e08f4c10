import type { Element, ElementContent, Nodes } from 'hast';
import type { HastPluginDefinition, HastVisitorContext, MdxJsxFlowElementHast } from 'satteri';
import type { BlockType } from '../works/block.ts';
import type { Collector } from './collector.ts';
import { h } from './expand-components.ts';
import { isolateForeign } from './isolate-foreign.ts';
import { readText } from './read-text.ts';
import { slugifyHeading } from './slugify-heading.ts';

/** Elements of which one may be a block, or hold a link or an image. */
const candidates = [
  ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'p', 'li', 'dt', 'dd', 'tr', 'caption', 'figcaption', 'blockquote'],
  ...['pre', 'img', 'a', 'code', 'kbd', 'samp', 'div', 'td', 'th', 'summary'],
  ...['iframe', 'video', 'audio', 'object', 'ul', 'ol', 'dl', 'table', 'figure', 'section', 'aside', 'hr', 'details'],
  ...['nav', 'header', 'footer', 'main', 'article', 'center'],
];

const phrasingParents = /^(p|h[1-6]|li|dt|dd|td|th|figcaption|caption|summary|a|span|em|strong|b|i)$/;

function hasBlockChild(node: Element): boolean {
  return node.children.some(
    (n) =>
      n.type === 'mdxJsxFlowElement' ||
      (n.type === 'element' &&
        /^(p|h[1-6]|ul|ol|dl|dt|dd|li|blockquote|pre|table|figure|div|section|aside|img|hr|details|summary|iframe|video|audio|object|tr|thead|tbody|center|header|footer|nav|main|article|figcaption|caption)$/.test(
          n.tagName,
        )),
  );
}

/** Names of the elements around a node, nearest first. */
function lineage(node: Readonly<Nodes>, ctx: HastVisitorContext): Element[] {
  const out: Element[] = [];
  for (let p = ctx.parent(node); p && p.type !== 'root'; p = ctx.parent(p as Nodes))
    if (p.type === 'element') out.push(p);
  return out;
}

interface Kind {
  readonly type: BlockType;
  readonly depth: number;
}

/** What kind of block an element is, or `null` where it is none: the one place that decides. */
function classify(node: Readonly<Element>, ctx: HastVisitorContext, text: () => string): Kind | null {
  const tag = node.tagName;
  const kind = (type: BlockType, depth = 0): Kind => ({ type, depth });
  switch (tag) {
    case 'h1':
    case 'h2':
    case 'h3':
    case 'h4':
    case 'h5':
    case 'h6':
      return node.properties.id === 'footnote-label' || text() === '' ? null : kind('h', Number(tag[1]));
    case 'pre':
      return kind('code');
    case 'tr':
      return text().replace(/[ |]/g, '') === '' ? null : kind('tr');
    case 'iframe':
    case 'video':
    case 'audio':
    case 'object':
      return kind('jsx');
    case 'dt':
    case 'dd':
    case 'caption':
    case 'figcaption':
    case 'summary':
      if (hasBlockChild(node) || text() === '') return null;
      return kind(tag === 'dt' || tag === 'dd' ? tag : 'caption');
  }
  if (tag !== 'p' && hasBlockChild(node)) return null;
  const around = lineage(node, ctx);
  if (around.some((e) => e.tagName === 'pre' || e.tagName === 'tr')) return null;
  if (tag === 'p' && text() === '') {
    const inside = node.children.filter((n) => n.type !== 'text' || n.value.trim() !== '');
    if (inside.some((n) => n.type === 'element' && (n.tagName === 'img' || n.tagName === 'a'))) return kind('img');
    return inside.some((n) => n.type === 'mdxTextExpression' || n.type === 'mdxJsxTextElement') ? kind('jsx') : null;
  }
  if (text() === '') return null;
  if (around.some((e) => 'dataFootnotes' in e.properties)) return tag === 'p' ? kind('fn') : null;
  for (const e of tag === 'li' ? [node, ...around] : around) {
    if (e.tagName === 'li') return kind('li', around.filter((a) => a.tagName === 'li').length + (tag === 'li' ? 1 : 0));
    if (e.tagName === 'dd') return kind('dd');
    if (e.tagName === 'figcaption') return kind('caption');
    if (e.tagName === 'blockquote') return kind('quote', around.filter((a) => a.tagName === 'blockquote').length);
  }
  return tag === 'blockquote' ? kind('quote', 1) : kind('p');
}

/**
 * Second pass: the one visitor that decides what a block is. It lists the blocks of an edition and marks them in
 * the HTML with `data-b="<index>"` and a place for the twin link, `<b-t n="<index>">`; `<b-s>` stands before each
 * top-level element that the facing page may take as a row. Links and images become `beyt:<index>`. Attributes
 * that a block's page supplies (unit id, twin) are filled in later by `stampUnits`, so an edition is compiled once.
 */
export function stampBlocks(collector: Collector): HastPluginDefinition {
  const { lang, blocks, links, images } = collector;
  const locate = (node: Readonly<Nodes>): { line: number; column: number } => {
    const start = node.position?.start;
    if (start) return { line: start.line, column: start.column };
    const at = node.type === 'element' ? node.properties.dataAt : undefined;
    if (typeof at === 'string') return { line: Number(at.split(':')[0]), column: Number(at.split(':')[1]) };
    return { line: collector.line, column: collector.column };
  };
  const add = (node: Readonly<Nodes>, kind: Kind, read: { text: string; links: string[] }): number => {
    const at = locate(node);
    collector.line = at.line;
    collector.column = at.column;
    return blocks.push({ ...kind, text: read.text, ...at, links: read.links }) - 1;
  };
  const twinPlace = (index: number): Element => h('b-t', { n: String(index) });

  const visitElement = (node: Readonly<Element>, ctx: HastVisitorContext): void => {
    const parent = ctx.parent(node);
    if (parent?.type === 'root') ctx.insertBefore(node, h('b-s', {}));
    switch (node.tagName) {
      case 'a':
        visitLink(node, ctx);
        return;
      case 'img':
        visitImage(node, ctx, parent);
        return;
      case 'code':
      case 'kbd':
      case 'samp':
        if (lang === 'fa' && !node.properties.dir && !/\p{Script=Arabic}/u.test(ctx.textContent(node)))
          ctx.setProperty(node, 'dir', 'ltr');
        return;
      case 'pre':
        if (!node.properties.dir) ctx.setProperty(node, 'dir', 'ltr');
        break;
      case 'ul':
      case 'ol':
      case 'dl':
      case 'table':
      case 'figure':
      case 'hr':
      case 'td':
      case 'th':
        return;
    }
    let read: { text: string; links: string[] } | undefined;
    const reader = () => {
      read ??= readText(node);
      return read;
    };
    const kind = classify(node, ctx, () => reader().text);
    if (!kind) return;
    const code = kind.type === 'code';
    const index = add(node, kind, code ? { text: ctx.textContent(node).replace(/\n$/, ''), links: [] } : reader());
    ctx.setProperty(node, 'data-b', String(index));
    if (kind.type === 'h') {
      const slug = slugifyHeading(reader().text, collector.headings);
      collector.headings.push({ slug, depth: kind.depth, text: reader().text, block: index });
    }
    if (code || kind.type === 'jsx' || kind.type === 'img') return;
    if (kind.type === 'tr') {
      const cell = node.children.findLast((n): n is Element => n.type === 'element');
      if (cell) ctx.appendChild(cell, twinPlace(index));
    } else ctx.appendChild(node, twinPlace(index));
  };

  const visitLink = (node: Readonly<Element>, ctx: HastVisitorContext): void => {
    const target = node.properties.href;
    if (typeof target !== 'string' || 'dataFootnoteRef' in node.properties || 'dataFootnoteBackref' in node.properties)
      return;
    if (/^[a-z][a-z0-9+.-]*:|^\/\//i.test(target)) return;
    const index = links.push({ target, ...locate(node) }) - 1;
    ctx.setProperty(node, 'href', `beyt:${index}`);
  };

  const visitImage = (node: Readonly<Element>, ctx: HastVisitorContext, parent: Readonly<Nodes> | undefined): void => {
    const target = node.properties.src;
    const at = locate(node);
    if (typeof target === 'string' && !/^[a-z][a-z0-9+.-]*:|^\/\//i.test(target)) {
      const index = images.push({ target, ...at }) - 1;
      ctx.setProperty(node, 'src', `beyt:${index}`);
    }
    if (parent?.type === 'element' && phrasingParents.test(parent.tagName)) return;
    const text = typeof node.properties.alt === 'string' ? node.properties.alt : '';
    const index = add(node, { type: 'img', depth: 0 }, { text, links: typeof target === 'string' ? [target] : [] });
    ctx.wrapNode(node, h('span', { className: ['frame'], 'data-b': String(index) }));
  };

  return {
    name: 'beyt-stamp-blocks',
    options: { position: true },
    element: { filter: candidates, visit: visitElement as never },
    mdxJsxFlowElement: {
      filter: [],
      visit(node: Readonly<MdxJsxFlowElementHast>, ctx: HastVisitorContext) {
        if (ctx.parent(node)?.type === 'root') ctx.insertBefore(node, h('b-s', {}));
        if (node.children.some((n) => n.type === 'element' || n.type === 'mdxJsxFlowElement')) return;
        const index = add(node, { type: 'jsx', depth: 0 }, readText(node));
        ctx.wrapNode(node, h('div', { 'data-b': String(index) }));
      },
    } as never,
    text(node, ctx) {
      const parent = ctx.parent(node);
      if (parent?.type !== 'element' || /^(code|pre|kbd|samp|bdi|script|style|title)$/.test(parent.tagName)) return;
      if (parent.properties.lang) return;
      const parts = isolateForeign(node.value, lang);
      if (parts) ctx.replaceNode(node, parts as ElementContent[] as never);
    },
  };
}

import type { Element, Nodes } from 'hast';
import type { HastPluginDefinition, HastVisitorContext, MdxJsxFlowElementHast } from 'satteri';
import { slugifyHeading } from '../base/slugify-heading.ts';
import type { FileKind } from '../content/file-kinds.ts';
import { createFinding } from '../errors.ts';
import type { Lang, Point } from './block.ts';
import { classifyBlock, isComment, isComputed, type Kind, lineage, visitedTags } from './classify-block.ts';
import type { Collector } from './collector.ts';
import { h, isBlockLevel, readAt } from './hast-nodes.ts';
import { isolatePlain } from './isolate-foreign.ts';
import { addressMark } from './open-html.ts';
import { type ReadText, readText } from './read-text.ts';
import { findUselessness, showTarget } from './useless-links.ts';

const external = /^[a-z][a-z0-9+.-]*:|^\/\//i;

/** From here on a cell is prose, and needs the width to be read as such. */
const LONG_CELL = 60;

/** An image in these is part of the words, if there are words. */
const wordy = /^(p|h[1-6]|li|dt|dd|td|th|figcaption|caption|summary|center|div)$/;

/**
 * Second pass: the only visitor that lists the blocks. It marks them with `data-b="<index>"`, last in its tag:
 * `openMarked` tells it from text by that. `<b-t n="<index>">` is for the twin link (`bare`: no words to link from);
 * `<b-s>` is before each top-level element that the facing page may take as a row. Links, images and files become
 * `beyt:<index>`. `stampUnits` fills in unit ids and twins, so that an edition is compiled once.
 */
export function stampBlocks(collector: Collector): HastPluginDefinition {
  const { lang, blocks, links, images, files, places } = collector;
  const notesId = `${lang}-notes`;

  const locate = (node: Readonly<Nodes>): Point => {
    if (node.position) return { line: node.position.start.line, column: node.position.start.column };
    const [line, column] = readAt(node)?.split(':').map(Number) ?? [];
    if (line && column) return { line, column };
    const row = node.type === 'element' && node.tagName === 'tr' ? collector.rows.shift() : undefined;
    return row ?? collector.last;
  };
  const add = (kind: Kind, read: ReadText, at: Point, stated?: string): number => {
    collector.last = at;
    places.blocks.push(at);
    return blocks.push({ ...kind, text: read.text, links: read.links, ...(stated && { lang: stated }) }) - 1;
  };
  const readLanguage = (node: Readonly<Element>, ctx: HastVisitorContext): string | undefined => {
    const around = [node, ...lineage(node, ctx)].map(({ properties }) => properties.lang);
    const stated = around.find((one) => typeof one === 'string' && one !== '') as string | undefined;
    return stated?.toLowerCase().split('-')[0] === lang ? undefined : stated;
  };
  const twinPlace = (index: number, bare = false): Element => h('b-t', { n: String(index), ...(bare && { bare: '' }) });
  const startRow = (node: Readonly<Nodes>, ctx: HastVisitorContext) => {
    if (ctx.parent(node)?.type === 'root') ctx.insertBefore(node as Element, h('b-s', {}));
  };

  const visitElement = (node: Readonly<Element>, ctx: HastVisitorContext): void => {
    startRow(node, ctx);
    const at = locate(node);
    if ('dataAt' in node.properties) ctx.setProperty(node, 'dataAt', null);
    if ('dataB' in node.properties) ctx.setProperty(node, 'dataB', null);
    if (node.tagName === 'a') visitLink(node, ctx, at);
    else if (node.tagName === 'img') visitImage(node, ctx, at);
    else if (/^(?:audio|video|source|track)$/.test(node.tagName)) visitMedia(node, ctx, at);
    else if (/^(code|kbd|samp)$/.test(node.tagName)) directCode(node, ctx, lang);
    else if (node.tagName === 'td' || node.tagName === 'th') {
      alignCell(node, ctx);
      if (ctx.textContent(node).length > LONG_CELL) ctx.setProperty(node, 'data-long', '');
    } else if (node.tagName === 'pre') {
      if (!node.properties.dir) ctx.setProperty(node, 'dir', 'ltr');
      // Long lines scroll sideways: by key too.
      ctx.setProperty(node, 'tabIndex', 0);
    }
    const { id } = node.properties;
    // Browsers look for the characters of an id, not for their codes.
    if (typeof id === 'string' && id.includes('%') && id.startsWith(`${lang}-fn`))
      ctx.setProperty(node, 'id', decodeURIComponent(id));
    if (id === 'footnote-label') {
      ctx.setProperty(node, 'id', notesId);
      ctx.setProperty(node, 'className', ['b-sr-only']);
    }
    let read: ReadText | undefined;
    const reader = () => {
      read ??= readText(node);
      return read;
    };
    const kind = classifyBlock(node, ctx, () => reader().text);
    if (!kind) return;
    if (isComputed(node)) {
      const index = add(kind, reader(), at);
      ctx.wrapNode(node, h('div', { 'data-b': String(index) }, [twinPlace(index, true)]));
      return;
    }
    const code = kind.type === 'code';
    const index = add(
      kind,
      code ? { text: ctx.textContent(node).replace(/\n$/, ''), links: [] } : reader(),
      at,
      readLanguage(node, ctx),
    );
    ctx.setProperty(node, 'data-b', String(index));
    if (kind.type === 'h') {
      const slug = slugifyHeading(reader().text, collector.headings);
      collector.headings.push({ slug, depth: kind.depth, text: reader().text, block: index });
    }
    const bare = code || kind.type === 'jsx' || kind.type === 'img';
    const cell = kind.type === 'tr' ? node.children.findLast((n): n is Element => n.type === 'element') : undefined;
    ctx.appendChild(cell ?? node, twinPlace(index, bare));
  };

  const visitLink = (node: Readonly<Element>, ctx: HastVisitorContext, at: Point): void => {
    const target = node.properties.href;
    if ('dataFootnoteRef' in node.properties) {
      ctx.setProperty(node, 'ariaDescribedBy', notesId);
      // After a number in Persian, the digit would be part of it, and stand before it.
      if (lang === 'fa') ctx.setProperty(node, 'dir', 'rtl');
    }
    if (typeof target !== 'string' || 'dataFootnoteRef' in node.properties || 'dataFootnoteBackref' in node.properties)
      return;
    const reason = findUselessness(target);
    if (reason) {
      const { file } = collector;
      collector.findings.push(createFinding('LinkUnusable', { file, ...at }, { target: showTarget(target), reason }));
      return;
    }
    // One that an author writes is no mark of ours, and goes nowhere.
    if (external.test(target) && !target.startsWith(addressMark)) return;
    places.links.push(at);
    ctx.setProperty(node, 'href', `${addressMark}${links.push(target) - 1}`);
  };

  const visitImage = (node: Readonly<Element>, ctx: HastVisitorContext, at: Point): void => {
    const target = node.properties.src;
    const alt = typeof node.properties.alt === 'string' ? node.properties.alt : '';
    // What is shown in its place; the block's own text is as its author wrote it.
    if (alt) ctx.setProperty(node, 'alt', isolatePlain(alt, lang));
    // One that an author writes is no mark of ours, and is nowhere.
    if (typeof target === 'string' && external.test(target) && !target.startsWith(addressMark))
      collector.findings.push(createFinding('ImageElsewhere', { file: collector.file, ...at }, { target }));
    else if (typeof target === 'string') {
      places.images.push(at);
      ctx.setProperty(node, 'src', `${addressMark}${images.push(target) - 1}`);
    }
    const around = lineage(node, ctx);
    const holder = around.find((e) => wordy.test(e.tagName));
    const row = around.find((e) => e.tagName === 'tr');
    if (
      holder?.tagName === 'p' ||
      (holder && !holder.children.some(isBlockLevel) && readText(row ?? holder).text !== '')
    )
      return;
    const index = add({ type: 'img', depth: 0 }, { text: alt, links: typeof target === 'string' ? [target] : [] }, at);
    ctx.wrapNode(node, h('span', { className: ['b-frame'], 'data-b': String(index) }, [twinPlace(index, true)]));
  };

  const visitMedia = (node: Readonly<Element>, ctx: HastVisitorContext, at: Point): void => {
    for (const name of ['src', 'poster']) {
      const target = node.properties[name];
      if (typeof target !== 'string' || (external.test(target) && !target.startsWith(addressMark))) continue;
      places.files.push(at);
      const kind = name === 'poster' ? 'picture' : kindOfMedia(node, ctx);
      ctx.setProperty(node, name, `${addressMark}${files.push({ target, kind }) - 1}`);
    }
  };

  return {
    name: 'beyt-stamp-blocks',
    options: { position: true },
    element: { filter: [...visitedTags], visit: visitElement as never },
    mdxJsxFlowElement: {
      filter: [],
      visit(node: Readonly<MdxJsxFlowElementHast>, ctx: HastVisitorContext) {
        startRow(node as never, ctx);
        if (node.children.some(isBlockLevel) || isWithinComputed(node as never, ctx)) return;
        const index = add({ type: 'jsx', depth: 0 }, readText(node as never), locate(node as never));
        ctx.wrapNode(node, h('div', { 'data-b': String(index) }, [twinPlace(index, true)]));
      },
    } as never,
    mdxFlowExpression(node, ctx) {
      // Within another component's tags it may be anything that the component takes.
      if (isComment(node.value) || !/^(root|element)$/.test(ctx.parent(node as never)?.type ?? '')) return;
      if (isWithinComputed(node as never, ctx)) return;
      startRow(node as never, ctx);
      const index = add({ type: 'jsx', depth: 0 }, { text: '', links: [] }, locate(node as never));
      ctx.wrapNode(node as never, h('div', { 'data-b': String(index) }, [twinPlace(index, true)]));
    },
  };
}

/** Code that makes parts of a list or table makes it one block. */
function isWithinComputed(node: Readonly<Nodes>, ctx: HastVisitorContext): boolean {
  return lineage(node, ctx).some(isComputed);
}

/** What its `src` must be. */
function kindOfMedia(node: Readonly<Element>, ctx: HastVisitorContext): FileKind {
  if (node.tagName === 'track') return 'captions';
  const isSound = [node, ...lineage(node, ctx)].some(({ tagName }) => tagName === 'audio');
  return isSound ? 'sound' : 'film';
}

/** Code in a Persian sentence runs from left to right, unless it is Persian itself. */
function directCode(node: Readonly<Element>, ctx: HastVisitorContext, lang: Lang): void {
  if (lang === 'fa' && !node.properties.dir && !/\p{Script=Arabic}/u.test(ctx.textContent(node)))
    ctx.setProperty(node, 'dir', 'ltr');
}

/** As an attribute: the content policy blocks `style`. */
function alignCell(node: Readonly<Element>, ctx: HastVisitorContext): void {
  const { style, align } = node.properties;
  const side = /^text-align:\s*(left|center|right);?$/.exec(typeof style === 'string' ? style : '')?.[1] ?? align;
  if (side !== 'left' && side !== 'center' && side !== 'right') return;
  ctx.setProperty(node, 'data-align', side);
  if (style) ctx.setProperty(node, 'style', null);
  if (align) ctx.setProperty(node, 'align', null);
}

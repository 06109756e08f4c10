import type { Root } from 'hast';
import { parseHtml } from '../markdown/convert-html.ts';
import { isEmbeddable } from '../markdown/embed-address.ts';
import {
  type HtmlNode,
  isElement,
  isNamed,
  makeElement,
  makeText,
  readAttribute,
  readText,
  replaceNodes,
} from '../markdown/hast-kit.ts';
import { saveDataImages } from '../markdown/save-data-images.ts';
import type { Note } from '../markdown/surroundings.ts';
import { applyAutop } from './autop.ts';
import { expandShortcodes, type ShortcodeContext } from './shortcodes.ts';

export interface ContentContext extends Omit<ShortcodeContext, 'noteUnknown' | 'noteDropped'> {
  readonly findReusable: (id: number) => string | undefined;
  /** JSON of the block editor, or ''. */
  readonly footnotes: string;
  readonly note: (note: Note) => void;
  readonly saveImage: (name: string, bytes: Buffer) => void;
}

/** Blocks that only their old site could fill. */
const DYNAMIC =
  /^(?:latest-|query|rss|search|calendar|archives|categories|tag-cloud|loginout|page-list|navigation|site-|post-|comments?-|avatar|template|widget|jetpack\/|contact-form|newsletter)/;

export function readContent(content: string, context: ContentContext, depth = 0): Root {
  const withReusables = content.replace(/<!-- wp:block \{"ref":(\d+)[^>]*\/-->/g, (_, id) => {
    const inner = depth < 3 ? context.findReusable(Number(id)) : undefined;
    if (inner === undefined) context.note({ name: 'ImportPartDropped', params: { what: `the reusable block ${id}` } });
    return inner ?? '';
  });
  noteDynamic(withReusables, context);
  const noteUnknown = (name: string) =>
    context.note({ name: 'ImportShortcodeUnknown', params: { name }, near: `[${name}` });
  const noteDropped = (what: string) => context.note({ name: 'ImportPartDropped', params: { what } });
  const html = expandShortcodes(withReusables, { ...context, noteUnknown, noteDropped });
  const tree = parseHtml(markBareAddresses(html));
  if (!html.includes('<!-- wp:')) applyAutop(tree);
  else applyAutopOutside(tree);
  saveDataImages(tree, context.saveImage);
  liftInlineNotes(tree);
  placeBlockNotes(tree, context.footnotes);
  return tree;
}

function noteDynamic(content: string, context: ContentContext): void {
  const seen = new Set<string>();
  for (const [, name] of content.matchAll(/<!-- wp:([a-z][\w/-]*)[^>]*\/-->/g)) {
    if (seen.has(name!) || !DYNAMIC.test(name!)) continue;
    seen.add(name!);
    context.note({ name: 'ImportPartDropped', params: { what: `the block "${name}"` } });
  }
}

function markBareAddresses(html: string): string {
  return html.replace(/(^|\n|<p[^>]*>)[ \t]*(https?:\/\/[^\s<"']+)[ \t]*(?=\r?\n|<\/p>|$)/g, (all, before, address) =>
    isEmbeddable(address.replace(/&amp;/g, '&')) ? `${before}<beyt-oembed>${address}</beyt-oembed>` : all,
  );
}

/** Outside of blocks, text still has Classic paragraphs. */
function applyAutopOutside(tree: Root): void {
  const parts: HtmlNode[] = [];
  let loose: HtmlNode[] = [];
  let depth = 0;
  const endLoose = () => {
    const part: Root = { type: 'root', children: loose as Root['children'] };
    applyAutop(part);
    parts.push(...part.children);
    loose = [];
  };
  for (const child of tree.children) {
    if (child.type === 'comment') {
      const [, close, self] = /^\s*(\/?)wp:.*?(\/?)\s*$/s.exec(child.value) ?? [];
      if (close === undefined) continue;
      if (depth === 0) endLoose();
      if (close) depth = Math.max(0, depth - 1);
      else if (!self) depth++;
    } else if (depth > 0) parts.push(child);
    else loose.push(child);
  }
  endLoose();
  tree.children = parts as Root['children'];
}

/** Notes in brackets in the sentence go to the end. */
function liftInlineNotes(tree: Root): void {
  const notes: HtmlNode[] = [];
  replaceNodes(tree, (node) => {
    if (!isNamed(node, 'beyt-inline-note')) return undefined;
    const id = `n${notes.length + 1}`;
    notes.push(makeElement('beyt-note', { id }, [makeElement('p', {}, node.children)]));
    return [makeElement('beyt-note-ref', { id })];
  });
  tree.children.push(...(notes as Root['children']));
}

/** A mark in the text, the words in the post's meta. */
function placeBlockNotes(tree: Root, json: string): void {
  if (!json) return;
  let stored: unknown;
  try {
    stored = JSON.parse(json);
  } catch {
    return;
  }
  if (!Array.isArray(stored)) return;
  const texts = new Map(stored.map((note: { id?: string; content?: string }) => [note.id ?? '', note.content ?? '']));
  const notes: HtmlNode[] = [];
  replaceNodes(tree, (node) => {
    const text = isElement(node) ? texts.get(readAttribute(node, 'dataFn')) : undefined;
    if (text === undefined) return undefined;
    const id = `b${notes.length + 1}`;
    notes.push(makeElement('beyt-note', { id }, [makeElement('p', {}, parseHtml(text).children)]));
    return [makeElement('beyt-note-ref', { id })];
  });
  tree.children.push(...(notes as Root['children']));
}

export function readPlain(tree: Root): string {
  return readText(...tree.children.flatMap((child) => [child, makeText(' ')]));
}

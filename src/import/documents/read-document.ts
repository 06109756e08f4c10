import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, extname, join } from 'node:path';
import type { Element, Root } from 'hast';
import mammoth from 'mammoth';
import { parseHtml } from '../markdown/convert-html.ts';
import {
  type HtmlNode,
  type HtmlParent,
  hasClass,
  isElement,
  isNamed,
  listElements,
  makeElement,
  makeText,
  readAttribute,
  readText,
} from '../markdown/hast-kit.ts';
import type { DocumentKind } from '../source-kinds.ts';
import { readZip } from './read-zip.ts';

/** One document as it was read. */
export interface ReadDocument {
  readonly tree: Root;
  /** The name that the document gives itself beside its text; '' where it gives none. */
  readonly title: string;
  /** Folder that the addresses of its images begin in. */
  readonly uploads: string;
  /** What the reader could not take over. */
  readonly notes: readonly string[];
}

/**
 * Reads a document into a tree of HTML.
 * @param folder an empty folder for the images that the file holds
 * @throws Error that says why the file cannot be read
 */
export async function readDocument(kind: DocumentKind, file: string, folder: string): Promise<ReadDocument> {
  if (kind === 'word') return readWord(file, folder);
  if (kind === 'google' && extname(file).toLowerCase() === '.zip') return readGoogleZip(file, folder);
  const text = readFileSync(file, 'utf8').replace(/^\ufeff/, '');
  if (kind === 'text') return { tree: readPlainText(text), title: '', uploads: folder, notes: [] };
  return { ...readPage(text), uploads: dirname(file), notes: [] };
}

async function readWord(file: string, folder: string): Promise<ReadDocument> {
  let count = 0;
  const convertImage = mammoth.images.imgElement(async (image) => {
    const ending = image.contentType.split('/').at(-1)!.replace('jpeg', 'jpg').replace('svg+xml', 'svg');
    const name = `${basename(file, extname(file))}-${++count}.${ending}`.replace(/\s+/g, '-');
    writeFileSync(join(folder, name), await image.readAsBuffer());
    return { src: `uploads/${encodeURI(name)}` };
  });
  const options = {
    convertImage,
    styleMap: [
      "p[style-name='Title'] => h1:fresh",
      "p[style-name='Subtitle'] => p:fresh",
      'u => u',
      'comment-reference => sup.comment',
    ],
  };
  const { value, messages } = await mammoth.convertToHtml({ buffer: readFileSync(file) }, options);
  const tree = parseHtml(value);
  const comments = takeComments(tree);
  const notes = [...new Set(messages.map(({ message }) => message.replace(/\.$/, '')))];
  if (comments > 0) notes.push(`${comments} comments of editors were left out`);
  return { tree, title: '', uploads: folder, notes };
}

/** Takes out comments, which are no text for readers: their marks and, at the end, their words. @returns how many */
function takeComments(tree: Root): number {
  const marks = [...listElements(tree)].filter((node) => node.tagName === 'sup' && hasClass(node, /^comment$/));
  const isComment = (node: HtmlNode) =>
    isElement(node) &&
    [node, ...listElements(node)].some(({ properties }) => /^comment-\d/.test(String(properties.id)));
  const prune = (parent: HtmlParent) => {
    parent.children = (parent.children as HtmlNode[]).filter(
      (child) => !marks.includes(child as Element),
    ) as typeof parent.children;
    for (const child of parent.children) if (isElement(child)) prune(child);
  };
  if (marks.length > 0) {
    prune(tree);
    tree.children = tree.children.filter((child) => !(isNamed(child, 'dl') && isComment(child)));
  }
  return marks.length;
}

async function readGoogleZip(file: string, folder: string): Promise<ReadDocument> {
  let html = '';
  for (const [name, bytes] of await readZip(file)) {
    if (name.endsWith('.html')) html = bytes.toString('utf8');
    else {
      const path = join(folder, name);
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, bytes);
    }
  }
  if (html === '') throw new Error('the archive holds no page');
  return { ...readPage(html), uploads: folder, notes: [] };
}

/** A page's own text: its article or main part where it has one. */
function readPage(html: string): Pick<ReadDocument, 'tree' | 'title'> {
  const whole = parseHtml(html);
  const title = readText(...whole.children.filter((node) => isNamed(node, 'title')));
  const tree: Root = {
    type: 'root',
    children: whole.children.filter((node) => !isNamed(node, 'title', 'meta', 'link')),
  };
  const styles = [...listElements(tree)].filter(({ tagName }) => tagName === 'style');
  const article = [...listElements(tree)].find(
    (node) => node.tagName === 'article' || node.tagName === 'main' || readAttribute(node, 'role') === 'main',
  );
  unwrapRedirects(tree);
  markGoogleTitles(tree);
  return { title, tree: article ? { type: 'root', children: [...styles, ...article.children] } : tree };
}

/** Google Docs leads links through its own redirect. */
function unwrapRedirects(tree: Root): void {
  for (const node of listElements(tree)) {
    const href = node.tagName === 'a' ? readAttribute(node, 'href') : '';
    if (!/^https?:\/\/www\.google\.com\/url\?/.test(href)) continue;
    node.properties.href = new URL(href).searchParams.get('q') ?? href;
  }
}

function markGoogleTitles(tree: Root): void {
  for (const node of listElements(tree))
    if (node.tagName === 'p' && readAttribute(node, 'className').split(' ').includes('title')) node.tagName = 'h1';
}

/** Paragraphs between blank lines, or lines where there are none; a table where a tab divides most lines in two. */
function readPlainText(text: string): Root {
  const plain = text.replace(/\r\n?/g, '\n').trim();
  const lines = plain.split('\n').filter((line) => line.trim() !== '');
  const isDivided = (line: string) => /^[^\t]*\S[^\t]*\t+[^\t]*\S[^\t]*$/.test(line.trim());
  if (lines.length > 1 && lines.filter(isDivided).length > 0.6 * lines.length) {
    const rows = lines.map((line) =>
      makeElement(
        'tr',
        {},
        line
          .trim()
          .split(/\t+/)
          .map((cell) => makeElement('td', {}, [makeText(cell.trim())])),
      ),
    );
    return { type: 'root', children: [makeElement('table', {}, rows)] };
  }
  const parts = /\n[ \t]*\n/.test(plain) ? plain.split(/\n[ \t]*\n\s*/) : plain.split('\n');
  const children = parts
    .filter((part) => part.trim() !== '')
    .map((part): HtmlNode => {
      const lines = part.trim().split('\n');
      return makeElement(
        'p',
        {},
        lines.flatMap((line, i) => (i > 0 ? [makeElement('br'), makeText(line)] : [makeText(line)])),
      );
    });
  return { type: 'root', children: children as Root['children'] };
}

/** Whether a node is a heading that may be the title of its document. */
export const isTitle = (node: HtmlNode | undefined): boolean => isElement(node) && /^h[12]$/.test(node.tagName);

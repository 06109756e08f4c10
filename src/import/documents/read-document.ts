import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, extname, join } from 'node:path';
import type { Root } from 'hast';
import mammoth from 'mammoth';
import { parseHtml } from '../markdown/convert-html.ts';
import { type HtmlNode, isElement, listElements, makeElement, makeText, readAttribute } from '../markdown/hast-kit.ts';
import { readZip } from './read-zip.ts';

export type DocumentKind = 'word' | 'google' | 'html' | 'text';

/** One document as it was read. */
export interface ReadDocument {
  readonly tree: Root;
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
  if (kind === 'text') return { tree: readPlainText(text), uploads: folder, notes: [] };
  return { tree: readPage(text), uploads: dirname(file), notes: [] };
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
    styleMap: ["p[style-name='Title'] => h1:fresh", "p[style-name='Subtitle'] => p:fresh", 'u => u'],
  };
  const { value, messages } = await mammoth.convertToHtml({ buffer: readFileSync(file) }, options);
  return { tree: parseHtml(value), uploads: folder, notes: [...new Set(messages.map(({ message }) => message))] };
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
  return { tree: readPage(html), uploads: folder, notes: [] };
}

/** A page's own text: its article or main part where it has one. */
function readPage(html: string): Root {
  const tree = parseHtml(html);
  const styles = [...listElements(tree)].filter(({ tagName }) => tagName === 'style');
  const article = [...listElements(tree)].find(
    (node) => node.tagName === 'article' || node.tagName === 'main' || readAttribute(node, 'role') === 'main',
  );
  unwrapRedirects(tree);
  markGoogleTitles(tree);
  return article ? { type: 'root', children: [...styles, ...article.children] } : tree;
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

/** Paragraphs between blank lines; of a text that has none, its lines. */
function readPlainText(text: string): Root {
  const plain = text.replace(/\r\n?/g, '\n').trim();
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

/** Whether a node is a heading or the only short line that may be a title. */
export const isTitle = (node: HtmlNode | undefined): boolean => isElement(node) && /^h[12]$/.test(node.tagName);

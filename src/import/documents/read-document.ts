import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, extname, join } from 'node:path';
import type { Root } from 'hast';
import mammoth from 'mammoth';
import { parseHtml } from '../markdown/convert-html.ts';
import {
  type HtmlNode,
  isNamed,
  listElements,
  makeElement,
  makeText,
  readAttribute,
  readText,
} from '../markdown/hast-kit.ts';
import { saveDataImages } from '../markdown/save-data-images.ts';
import type { DocumentKind } from '../source-kinds.ts';
import { decodeText } from './decode-text.ts';
import { nestLists } from './nest-lists.ts';
import { readZip } from './read-zip.ts';
import { FURNITURE, GOOGLE_COMMENTS, takeMarked, WORD_COMMENTS, WORD_CONTENTS } from './take-marked.ts';

export interface ReadDocument {
  readonly tree: Root;
  /** What the document calls itself beside its text, or ''. */
  readonly title: string;
  readonly uploads: readonly string[];
  readonly address: string;
  readonly notes: readonly string[];
}

/** @param folder an empty one for images @throws Error that says why the file cannot be read */
export async function readDocument(kind: DocumentKind, file: string, folder: string): Promise<ReadDocument> {
  if (kind === 'word') return readWord(file, folder);
  if (kind === 'google' && extname(file).toLowerCase() === '.zip') return readGoogleZip(file, folder);
  const decoded = decodeText(readFileSync(file));
  if (!decoded) throw new Error('its characters are in an encoding that is not known');
  const text = decoded.text.replace(/^\ufeff/, '');
  const notes = decoded.isGuessed ? [`the file does not say its encoding; it was read as ${decoded.encoding}`] : [];
  if (kind === 'text') return { tree: readPlainText(text), title: '', address: '', uploads: [], notes };
  const page = readPage(text, folder);
  return { ...page, uploads: [folder, dirname(file)], notes: [...notes, ...page.notes] };
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
      ...[1, 2, 3, 4, 5, 6, 7, 8, 9].map((level) => `p[style-name='toc ${level}'] => p.toc:fresh`),
      "p[style-name='TOC Heading'] => p.toc:fresh",
    ],
  };
  const { value, messages } = await mammoth.convertToHtml({ buffer: readFileSync(file) }, options);
  const tree = parseHtml(value);
  const notes = [...new Set(messages.map(({ message }) => message.replace(/\.$/, '')))];
  noteComments(takeMarked(tree, WORD_COMMENTS), notes);
  const lines = takeMarked(tree, WORD_CONTENTS);
  if (lines > 0) notes.push(`a table of contents (${lines} lines) was left out`);
  return { tree, title: '', address: '', uploads: [folder], notes };
}

function noteComments(count: number, notes: string[]): void {
  if (count > 0)
    notes.push(count === 1 ? 'a comment of an editor was left out' : `${count} comments of editors were left out`);
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
  return { ...readPage(html, folder), uploads: [folder] };
}

function readPage(html: string, folder: string): Omit<ReadDocument, 'uploads'> {
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
  nestLists(tree);
  saveDataImages(tree, (name, bytes) => writeFileSync(join(folder, name), bytes));
  const notes: string[] = [];
  noteComments(takeMarked(tree, GOOGLE_COMMENTS), notes);
  if (!article && takeMarked(tree, FURNITURE) > 0) notes.push("the page's menus, foot and margins were left out");
  return {
    title,
    address: readAddress(whole, html),
    tree: article ? { type: 'root', children: [...styles, ...article.children] } : tree,
    notes,
  };
}

function readAddress(whole: Root, html: string): string {
  const link = [...listElements(whole)].find(
    (node) => node.tagName === 'link' && readAttribute(node, 'rel') === 'canonical',
  );
  return link ? readAttribute(link, 'href') : (/<!-{2} saved from url=\(\d+\)(\S+) /.exec(html)?.[1] ?? '');
}

/** Google Docs sends links through its own redirect. */
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

/** Paragraphs between blank lines, or lines where there are none; a table where most lines have a tab. */
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

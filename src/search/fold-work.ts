import { hash } from 'node:crypto';
import { gunzipSync, gzipSync } from 'node:zlib';
import { digestBytes } from '../base/digest.ts';
import { countWords } from '../content/count-words.ts';
import { encodeText } from '../content/encode-text.ts';
import type { IndexedBlock, SearchDocument } from './document.ts';
import { foldSpaced } from './fold.ts';
import { encodeFragment, type Fragment, listBlocks } from './fragment.ts';
import { PAD } from './tokens.ts';

export interface FoldedWork {
  readonly id: string;
  /** UTF-8. A comment at its end holds the fragment with the original text. */
  readonly page: Uint8Array;
}

const SIGNATURE = 'pagefind_dcd';
const [OPEN, CLOSE] = ['</body><!--', '--></html>'];
const NAME_LENGTH = 7;

export function foldWork(document: SearchDocument): FoldedWork {
  const blocks = listBlocks(document);
  // `>` could end the comment.
  const fragment = JSON.stringify(encodeFragment(document, blocks)).replaceAll('>', '\\u003e');
  const page = encodeText(`${renderBody(document, blocks)}${OPEN}${SIGNATURE}${fragment}${CLOSE}`);
  return { id: digestBytes(page).slice(0, 32), page };
}

/** Pagefind indexes a word with a hyphen whole and in its parts: کتاب-ها is found by کتابها and by کتاب. */
function showHost(token: string, host: string): string {
  if (token === host || host.includes('-') || !token.startsWith(host)) return token;
  return `${host}-${token.slice(host.length)}`;
}

function renderBody(document: SearchDocument, blocks: readonly IndexedBlock[]): string {
  const filters = [
    `original:${document.original}`,
    ...(document.topics ?? []).map((topic) => `topic:${topic.id}`),
    ...(document.section ? [`section:${document.section}`] : []),
    ...(document.authors ?? []).map((author) => `person:${author.id}`),
    ...Object.entries(document.years ?? {}).map(([lang, year]) => `year-${lang}:${year}`),
  ];
  // Whole days: Pagefind compares numbers as 32-bit floats, which cannot tell 20240815 from 20240816.
  const day = document.date ? Math.floor(Date.parse(document.date) / 86_400_000) : 0;
  const attributes = filters.map((filter) => `<i data-pagefind-filter="${filter}"></i>`).join('');
  const text = blocks.map(({ kind, text }) => {
    const tag = kind === 'title' ? 'h1' : kind === 'heading' ? 'h2' : 'p';
    return `<${tag}>${foldSpaced(text, showHost)}</${tag}>`;
  });
  return `<html lang="x"><body data-pagefind-body><i data-pagefind-sort="date:${day}"></i>${attributes}${text.join('')}`;
}

export interface ReadPage {
  /** Folded words one space apart, with a full stop after each block, as Pagefind gives them back. */
  readonly content: string;
  /** How Pagefind's name for the fragment begins: more letters follow where two share it. */
  readonly name: string;
  readonly fragment: Uint8Array;
}

export function readPage(id: string, page: Uint8Array): ReadPage {
  const bytes = Buffer.from(page.buffer, page.byteOffset, page.byteLength);
  const end = bytes.indexOf(OPEN);
  const body = bytes.toString('utf8', 0, end);
  const at = body.search(/<(?:h[12]|p)[ >]/);
  const content = body
    .slice(body.indexOf('>', at) + 1)
    .replace(/<\/[^>]*>(?:<[^>]*>)?/g, '. ')
    .replaceAll(`${PAD}. `, `${PAD} `)
    .trimEnd();
  return {
    content,
    name: nameFragment(id, content, body.slice(0, at), body.slice(at, body.indexOf('<', at + 1))),
    fragment: bytes.subarray(end + OPEN.length, -CLOSE.length),
  };
}

/**
 * As of Pagefind 1.6.0: first digits of the SHA-1 of the JSON, each byte without leading zero. A fragment of this name
 * shows that Pagefind has read the very words that we have written.
 */
function nameFragment(id: string, content: string, head: string, heading: string): string {
  const filters: Record<string, string[]> = {};
  for (const [, key, value] of head.matchAll(/data-pagefind-filter="([^":]*):([^"]*)"/g))
    filters[key!] = [...(filters[key!] ?? []), value!];
  const rest = {
    word_count: countWords(content),
    filters: Object.fromEntries(Object.entries(filters).sort(([a], [b]) => (a < b ? -1 : 1))),
    meta: { title: heading.slice(heading.indexOf('>') + 1) },
    anchors: [],
  };
  const json = `{"url":"/${id}.html","content":"${content}",${JSON.stringify(rest).slice(1)}`;
  let name = '';
  for (const byte of hash('sha1', encodeText(json), 'buffer').subarray(0, NAME_LENGTH)) name += byte.toString(16);
  return name.slice(0, NAME_LENGTH);
}

export function packFragment(fragment: Uint8Array): Uint8Array {
  // What `gzipSync` gives keeps a larger buffer alive.
  const bytes = new Uint8Array(gzipSync(fragment, { level: 6 }));
  bytes[9] = 255; // "unknown system": the same bytes on every machine
  return bytes;
}

export function unpackFragment(packed: Uint8Array): Pick<Fragment, 'url' | 'content'> {
  return JSON.parse(gunzipSync(packed).toString('utf8', SIGNATURE.length));
}

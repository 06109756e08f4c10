import { gunzipSync, gzipSync } from 'node:zlib';
import { digestBytes } from '../works/digest.ts';
import { encodeText } from '../works/encode-text.ts';
import type { IndexedBlock, SearchDocument } from './document.ts';
import { foldWithHosts } from './fold.ts';
import { encodeFragment, type Fragment, listBlocks } from './fragment.ts';

/** A work as it goes into the index. */
export interface FoldedWork {
  /** Digest of the page. Names its file, and by way of Pagefind the work's fragment. */
  readonly id: string;
  /**
   * The page that Pagefind indexes, as UTF-8: one folded word for each word of the original. A comment at its end holds
   * the fragment with the original text, as it is to be packed.
   */
  readonly page: Uint8Array;
}

const SIGNATURE = 'pagefind_dcd';
const [OPEN, CLOSE] = ['</body><!--', '--></html>'];

/** Folds a work for the index. The same document gives the same bytes. */
export function foldWork(document: SearchDocument): FoldedWork {
  const blocks = listBlocks(document);
  // Nothing in it may end the comment.
  const fragment = JSON.stringify(encodeFragment(document, blocks)).replaceAll('>', '\\u003e');
  const page = encodeText(`${renderBody(document, blocks)}${OPEN}${SIGNATURE}${fragment}${CLOSE}`);
  return { id: digestBytes(page).slice(0, 32), page };
}

function foldText(text: string): string {
  const { tokens, hosts } = foldWithHosts(text.split(' '));
  for (const [i, host] of hosts) tokens[i] = showHost(tokens[i]!, host);
  return tokens.join(' ');
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
    ...(document.authors ?? []).map((author) => `person:${author.id}`),
    ...Object.entries(document.years ?? {}).map(([lang, year]) => `year-${lang}:${year}`),
  ];
  // Whole days: Pagefind compares numbers as 32-bit floats, which cannot tell 20240815 from 20240816.
  const day = Math.floor(Date.parse(document.date) / 86_400_000);
  const attributes = filters.map((filter) => `<i data-pagefind-filter="${filter}"></i>`).join('');
  const text = blocks.map(({ kind, text }) => {
    const tag = kind === 'title' ? 'h1' : kind === 'heading' ? 'h2' : 'p';
    return `<${tag}>${foldText(text)}</${tag}>`;
  });
  return `<html lang="x"><body data-pagefind-body><i data-pagefind-sort="date:${day}"></i>${attributes}${text.join('')}`;
}

/** The words of a folded page, one space apart: what must come back from Pagefind. */
export function readWords(page: Uint8Array): string {
  return locateFragment(page)
    .before.toString('utf8')
    .replace(/<[^>]*>/g, ' ')
    .replace(/ {2,}/g, ' ')
    .trim();
}

/** The fragment of a folded page as Pagefind's runtime reads it. */
export function packFragment(page: Uint8Array): Uint8Array {
  const bytes = gzipSync(locateFragment(page).fragment, { level: 6 });
  bytes[9] = 255; // "unknown system": the same bytes on every machine
  return bytes;
}

function locateFragment(page: Uint8Array): { before: Buffer; fragment: Buffer } {
  const bytes = Buffer.from(page.buffer, page.byteOffset, page.byteLength);
  const at = bytes.indexOf(OPEN);
  return { before: bytes.subarray(0, at), fragment: bytes.subarray(at + OPEN.length, -CLOSE.length) };
}

/** Reads a packed fragment, Pagefind's own or ours. */
export function unpackFragment(packed: Uint8Array): Pick<Fragment, 'url' | 'content'> {
  return JSON.parse(gunzipSync(packed).toString('utf8', SIGNATURE.length));
}

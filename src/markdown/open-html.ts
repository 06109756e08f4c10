/** What an edition's HTML leaves open, for each page to fill in. `index` counts blocks, links, images or files. */
export type Place =
  /** Attributes of a block, the last in its tag. */
  | { readonly kind: 'block'; readonly index: number }
  /** The link to a block's twin; `bare` where the block has no words to link from. */
  | { readonly kind: 'twin'; readonly index: number; readonly bare: boolean }
  /** The beginning of a top-level element, which the facing page may take as a row. */
  | { readonly kind: 'row' }
  /** An address, within its quotation marks; `file`: of sound, a film, its poster or captions. */
  | { readonly kind: 'link' | 'file'; readonly index: number }
  /** A whole image, and the attributes it has, as HTML. */
  | { readonly kind: 'image'; readonly index: number; readonly attributes: string };

/** HTML of an edition: texts, and what comes between them. No two texts are side by side. */
export type OpenHtml = readonly (string | Place)[];

/** Begins what stands for an address in the tree until a page fills it in: the index of the link or image follows. */
export const addressMark = 'beyt:';

export const rowPlace: Place = { kind: 'row' };

/**
 * How `stampBlocks` marks places. A raw `>` is in no text and a raw quotation mark in no attribute, so that each
 * pattern can match in a tag only, whatever an article says about HTML.
 */
const marks =
  / data-b="(\d+)"(?=>)|<b-t n="(\d+)"( bare(?:="")?)?><\/b-t>|<b-s><\/b-s>|(<a (?:[^<>"]|"[^"]*")*?href=")beyt:(\d+)(?=")|<img ((?:[^<>"]|"[^"]*")*?)src="beyt:(\d+)"((?:[^<>"]|"[^"]*")*)>|<(?:audio|video|source|track) (?:[^<>"]|"[^"]*")*?(?=(?: data-b="\d+")?\/?>)/g;

/** Where a tag of sound or of a film names a file. */
const mediaTag = /^<(?:audio|video|source|track) /;
const fileMark = /(?<= (?:src|poster)=")beyt:(\d+)(?=")/;

function readMark([, block, twin, bare, , link, before, image, after]: RegExpExecArray): Place {
  if (block !== undefined) return { kind: 'block', index: Number(block) };
  if (twin !== undefined) return { kind: 'twin', index: Number(twin), bare: bare !== undefined };
  if (link !== undefined) return { kind: 'link', index: Number(link) };
  if (image === undefined) return rowPlace;
  return {
    kind: 'image',
    index: Number(image),
    attributes: `${before!.trim()} ${after!.replace(/\/$/, '').trim()}`.trim(),
  };
}

/** A tag of sound or of a film, without its end. */
function openMedia(tag: string): (string | Place)[] {
  return tag.split(fileMark).map((part, i) => (i % 2 ? { kind: 'file', index: Number(part) } : part));
}

/** Finds the places in HTML that did not come from `formatHtml`: Sätteri's own, or Vite's. */
export function openMarked(html: string): OpenHtml {
  const out: (string | Place)[] = [];
  let end = 0;
  for (const match of html.matchAll(marks)) {
    const [whole] = match;
    const text = html.slice(end, match.index) + (match[4] ?? '');
    if (text) out.push(text);
    if (mediaTag.test(whole)) out.push(...openMedia(whole));
    else out.push(readMark(match));
    end = match.index + whole.length;
  }
  if (end < html.length) out.push(html.slice(end));
  return out;
}

/** Splits an edition's HTML into its top-level elements. */
export function splitRows(html: OpenHtml): OpenHtml[] {
  const rows: (string | Place)[][] = [[]];
  for (const part of html) {
    if (typeof part === 'object' && part.kind === 'row') rows.push([]);
    else rows.at(-1)!.push(part);
  }
  return rows.filter((row) => row.some((part) => typeof part === 'object' || part.trim() !== ''));
}

/** `index` counts blocks, links, images or files. */
export type Place =
  | { readonly kind: 'block'; readonly index: number }
  /** `bare` where the block has no words to link from. */
  | { readonly kind: 'twin'; readonly index: number; readonly bare: boolean }
  | { readonly kind: 'row' }
  /** The whole attribute, with the space before it. */
  | { readonly kind: 'link'; readonly index: number }
  /** Within its quotation marks: of sound, a film, its poster or captions. */
  | { readonly kind: 'file'; readonly index: number }
  | { readonly kind: 'image'; readonly index: number; readonly attributes: string };

/** No two texts are side by side. */
export type OpenHtml = readonly (string | Place)[];

export const addressMark = 'beyt:';

export const rowPlace: Place = { kind: 'row' };

/** A raw `>` is in no text and a raw quotation mark in no attribute: each pattern matches in a tag only. */
const marks =
  / data-b="(\d+)"(?=>)|<b-t n="(\d+)"( bare(?:="")?)?><\/b-t>|<b-s><\/b-s>|(<a(?: (?:[^<>"]|"[^"]*")*?)?) href="beyt:(\d+)"|<img ((?:[^<>"]|"[^"]*")*?)src="beyt:(\d+)"((?:[^<>"]|"[^"]*")*)>|<(?:audio|video|source|track) (?:[^<>"]|"[^"]*")*?(?=(?: data-b="\d+")?\/?>)/g;

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

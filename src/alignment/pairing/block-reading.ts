import type { Block, BlockType, Lang } from '../../markdown/block.ts';
import { normalize, readWords } from '../words/words.ts';

export interface BlockReading {
  readonly type: BlockType;
  readonly depth: number;
  /** Letters, digits and symbols, without white space. */
  readonly length: number;
  readonly stems: readonly string[];
  readonly names: ReadonlyMap<string, string>;
  readonly marks: Marks;
  /** Ends of sentences: none in a heading. */
  readonly stops: number;
}

/** Signs that translators keep. */
export interface Marks {
  readonly question: boolean;
  readonly exclamation: boolean;
  readonly colon: boolean;
  readonly quotation: boolean;
  readonly bracket: boolean;
}

/** Text may be a reader's plain text or still hold Markdown links and tags. */
export function readBlock(block: Block, lang: Lang): BlockReading {
  const { text, links } = stripMarkup(block.text, block.type);
  const words = readWords(text, lang);
  const plain = normalize(text).trim();
  const stems = new Set(words.stems);
  for (const link of [...block.links, ...links]) stems.add(`~${normalizeLink(link)}`);
  if (block.type === 'code' || block.type === 'jsx' || block.type === 'img')
    stems.add(`=${plain.replace(/\s+/g, ' ')}`);
  return {
    type: block.type,
    depth: block.depth,
    length: plain.replace(/\s+/g, '').length,
    stems: [...stems],
    names: words.names,
    marks: {
      question: /[?؟]/.test(plain),
      exclamation: /!/.test(plain),
      colon: /[:：]\s*$/.test(plain),
      quotation: /["«»“”„]/.test(plain),
      bracket: /[()]/.test(plain),
    },
    stops: plain.match(/[.!?؟…](?=[\s"»”’)]|$)|[.؟!](?=[\u0600-\u06ff])/g)?.length ?? 0,
  };
}

/** A text that ends without a stop, as a heading does, runs on into what it is joined with. */
export function countSentences(stops: number): number {
  return Math.max(1, stops);
}

/** Text without Markdown links, emphasis and tags, and the links it held. Code and components stay as they are. */
export function stripMarkup(
  text: string,
  type: BlockType,
): { readonly text: string; readonly links: readonly string[] } {
  const links: string[] = [];
  if (!/[<[*_&`]/.test(text)) return { text, links };
  for (const [, target] of text.matchAll(/\b(?:src|href)=["']([^"']+)["']/g)) links.push(target!);
  if (type === 'code') return { text: decodeEntities(text.replace(/^\s*```.*\n/, '')), links };
  if (type === 'jsx' || type === 'img') return { text, links };
  const plain = text
    .replace(/!?\[((?:[^[\]]|\[[^[\]]*\])*)\]\(<?([^)\s>]+)>?[^)]*\)/g, (_, label: string, target: string) => {
      links.push(target);
      return label;
    })
    .replace(/\[\[[\w-]+\]\]/g, '')
    .replace(/<https?:([^>\s]+)>/g, (_, rest: string) => {
      links.push(`https:${rest}`);
      return ' ';
    })
    .replace(/<\/?[a-zA-Z][^>]*>/g, '')
    .replace(/\*\*|(?<!\w)_+(?=\S)|(?<=\S)_+(?!\w)|(?<!\w)\*(?=\S)|(?<=\S)\*(?!\w)/g, '');
  return { text: decodeEntities(plain), links };
}

const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', nbsp: ' ' };

function decodeEntities(text: string): string {
  return text.replace(/&(lt|gt|amp|quot|nbsp);/g, (_, name: string) => ENTITIES[name]!);
}

/** Without scheme, trailing slash and language: the two editions often link to their own one. */
function normalizeLink(link: string): string {
  return link
    .toLowerCase()
    .replace(/^(?:[a-z]+:)?\/\/(?:www\.|en\.|fa\.)?/, '')
    .replace(/\/(?:en|fa|prs|fa-ir|fa-af|en-us)(?=\/|$)/g, '')
    .replace(/[/#]+$/, '');
}

import type { Element, Root } from 'hast';
import type { Lang } from '../../markdown/block.ts';
import {
  type HtmlNode,
  isBlank,
  isBlock,
  isElement,
  isNamed,
  listElements,
  readAttribute,
  readText,
} from '../markdown/hast-kit.ts';

/** A line by which a newsroom joined a text with its translation by hand. */
export interface Pointer {
  /** Where it leads; '' where it only names a title. */
  readonly href: string;
  /** The title that it names; ''. */
  readonly title: string;
  /** What of the tree is the line, to be taken out when the pair is known. */
  readonly nodes: readonly HtmlNode[];
}

const POINTS_TO: Readonly<Record<Lang, readonly RegExp[]>> = {
  fa: [
    /\b(?:read|view|see|find|available|click|published)\b.{0,80}\b(?:persian|farsi|dari)\b/i,
    /\b(?:persian|farsi|dari)\s+(?:version|edition|translation|text|original)\b/i,
    /(?:نسخه|نسخهٔ|نسخه‌ی|متن|ترجمه|ترجمهٔ|اصل)\s*(?:‌?ی\s*)?(?:فارسی|دری)/,
    /(?:به|در)\s+(?:زبان\s+)?(?:فارسی|دری)\s.{0,40}(?:بخوانید|ببینید)/,
  ],
  en: [
    /\b(?:read|view|see|find|available|click|published)\b.{0,80}\benglish\b/i,
    /\benglish\s+(?:version|edition|translation|text|original)\b/i,
    /(?:نسخه|نسخهٔ|نسخه‌ی|متن|ترجمه|ترجمهٔ|برگردان|اصل)\s*(?:‌?ی\s*)?انگلیسی/,
    /(?:به|در)\s+(?:زبان\s+)?انگلیسی\s.{0,40}(?:بخوانید|ببینید)/,
    /انگلیسی.{0,60}(?:بخوانید|ببینید|در دسترس)/,
  ],
};

const LONGEST = 300;
const NAMES: Readonly<Record<Lang, RegExp>> = {
  fa: /^\W*(?:فارسی|دری|persian|farsi|dari)\W*$/iu,
  en: /^\W*(?:انگلیسی|english)\W*$/iu,
};

/** The line, at the head or the end of a text, that leads to the text in the other language. */
export function findPointer(tree: Root, lang: Lang): Pointer | undefined {
  const blocks = listLeaves(tree);
  const other: Lang = lang === 'en' ? 'fa' : 'en';
  const places = [...new Set([...blocks.keys()].filter((i) => i < 2 || i >= blocks.length - 4))].reverse();
  for (const i of places) {
    const block = blocks[i]!;
    const text = readText(block);
    if (text.length > LONGEST) continue;
    const links = findLinks(block);
    const isNamed = links.some((link) => NAMES[other].test(readText(link)));
    const isPointing = POINTS_TO[other].some((pattern) => pattern.test(text));
    if (!isNamed && !isPointing) continue;
    const last = links.at(-1);
    const after = /[:：]\s*(.{8,})$/.exec(text)?.[1];
    if (last) {
      const label = readText(last);
      const title = after ?? (label.length > 12 ? label : '');
      const isLine = isPointing || !/\p{L}/u.test(text.replace(label, ''));
      // A link within a paragraph is taken out of it; what else is said there stays.
      return { href: readAttribute(last, 'href'), title, nodes: [isLine && !hasSentences(text) ? block : last] };
    }
    if (after && isScriptOf(after, other)) return { href: '', title: after, nodes: [block] };
    const next = blocks[i + 1];
    const address = /https?:\/\/\S+/.exec(text)?.[0];
    if (address) return { href: address, title: '', nodes: [block] };
    if (next && readText(next).length <= LONGEST) {
      const link = findLinks(next)[0];
      const bare = /https?:\/\/\S+/.exec(readText(next))?.[0];
      if (link || bare || isScriptOf(readText(next), other))
        return {
          href: link ? readAttribute(link, 'href') : (bare ?? ''),
          title: bare ? '' : readText(next),
          nodes: [block, next],
        };
    }
  }
  return undefined;
}

/** Whether a text is more than one sentence, so that not all of it points to the other language. */
const hasSentences = (text: string) => /\p{L}{2}[.!?؟۔]["”»)]?\s+\p{L}/u.test(text);

const findLinks = (block: HtmlNode): Element[] =>
  isElement(block)
    ? [block, ...listElements(block)].filter((node) => node.tagName === 'a' && readAttribute(node, 'href') !== '')
    : [];

function isScriptOf(text: string, lang: Lang): boolean {
  const persian = text.match(/[\u0620-\u06d3]/g)?.length ?? 0;
  const latin = text.match(/[a-z]/gi)?.length ?? 0;
  return lang === 'fa' ? persian > latin : latin > persian;
}

/** Elements that hold text and no further blocks, in reading order. */
function listLeaves(parent: Root | Element): Element[] {
  return (parent.children as HtmlNode[]).flatMap((child): Element[] => {
    if (!isElement(child) || isBlank(child)) return [];
    const inner = listElements(child);
    return [...inner].some(isBlock) ? listLeaves(child) : isBlock(child) ? [child] : [];
  });
}

/** Takes a pointer's line, and a rule before it, out of the tree. */
export function removePointer(tree: Root, pointer: Pointer): void {
  const gone = new Set<HtmlNode>(pointer.nodes);
  const visit = (parent: Root | Element) => {
    parent.children = (parent.children as HtmlNode[]).filter((child) => {
      if (gone.has(child)) return false;
      if (isElement(child)) visit(child);
      return true;
    }) as typeof parent.children;
  };
  visit(tree);
  while (tree.children.length > 0 && (isBlank(tree.children.at(-1)!) || isNamed(tree.children.at(-1), 'hr')))
    tree.children.pop();
}

/** A title without its site's name and without what spelling leaves open, to compare two of them. */
export function foldTitle(title: string): string {
  return title
    .replace(/\s+[|–—-]\s+[^|–—]{2,40}$/, '')
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[يى]/g, 'ی')
    .replace(/ك/g, 'ک')
    .replace(/[ةۀ]/g, 'ه')
    .replace(/[أإآ]/g, 'ا')
    .replace(/[^\p{L}\p{N}]/gu, '');
}

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
  removeNodes,
} from '../markdown/hast-kit.ts';

/** By which a newsroom joined a text with its translation by hand. */
export interface Pointer {
  /** '' where the line only names a title. */
  readonly href: string;
  readonly title: string;
  /** The line; empty where it says more and must stay. */
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

export function findPointer(tree: Root, lang: Lang): Pointer | undefined {
  const blocks = listLeaves(tree);
  const other: Lang = lang === 'en' ? 'fa' : 'en';
  const lines = blocks
    .flatMap((block, i) => (i < 2 || i >= blocks.length - 4 ? listLines(block) : []))
    .map(({ nodes, isApart }) => ({ nodes, isApart, text: readText(...nodes), links: findLinks(nodes) }))
    .filter(({ text }) => text !== '');
  for (const [i, { nodes, isApart, text, links }] of [...lines.entries()].reverse()) {
    if (text.length > LONGEST) continue;
    const isNamed = links.some((link) => NAMES[other].test(readText(link)));
    const isPointing = POINTS_TO[other].some((pattern) => pattern.test(text));
    if (!isNamed && !isPointing) continue;
    const after = /[:：]\s*(.{3,})$/.exec(text)?.[1];
    const ifOnly = (named: string, all = nodes) =>
      isApart && isOnlyPointing(text.replace(isNameIn(named, other) ? named : '', ' '), lang) ? all : [];
    const last = links.at(-1);
    if (last) {
      const label = readText(last);
      const title = after ?? (label.length > 12 ? label : '');
      return { href: readAttribute(last, 'href'), title, nodes: ifOnly(label) };
    }
    if (after && isNameIn(after, other)) return { href: '', title: after, nodes: ifOnly(after) };
    const address = ADDRESS.exec(text)?.[0];
    if (address) return { href: address, title: '', nodes: ifOnly('') };
    const next = lines[i + 1];
    if (!next || next.text.length > LONGEST) continue;
    const bare = ADDRESS.exec(next.text)?.[0];
    const link = next.links[0];
    if (!link && !bare && !isNameIn(next.text, other)) continue;
    const isWhole = next.text === (link ? readText(link) : (bare ?? next.text));
    return {
      href: link ? readAttribute(link, 'href') : (bare ?? ''),
      title: bare ? '' : next.text,
      nodes: isWhole && next.isApart ? ifOnly('', [...nodes, ...next.nodes]) : [],
    };
  }
  return undefined;
}

const ADDRESS = /https?:\/\/\S+/;

const WORDS: Readonly<Record<Lang, ReadonlySet<string>>> = {
  en: new Set(
    `a also an analysis article at available be below by can click dari dispatch edition english farsi find following for
    found full here in interview is it its language link may of on original our page persian piece please post published
    read report see site story text the this to translation version view visit website you`.split(/\s+/),
  ),
  fa: new Set(
    `آن اصل این جا اینجا است انگلیسی از با باز ببینید بخوانید بر برای برگردان به پیوند تحلیل ترجمه ترجمهٔ خواندن خوانده خبر در
    دری دسترس دیدن را روی زبان سایت شده شما صفحه صفحهٔ فارسی کلیک کنید گزارش گفتگو لطفا لطفاً لینک متن مصاحبه مطلب مقاله
    منتشر می توانید نسخه نسخهٔ نوشته نوشتهٔ نیز هم همین و ویبسایت یادداشت ی`.split(/\s+/),
  ),
};

const isOnlyPointing = (text: string, lang: Lang): boolean =>
  [...text.replace(ADDRESS, ' ').matchAll(/[\p{L}\p{M}\p{N}]+/gu)].every(([word]) => {
    const folded = word.toLowerCase().replace(/ي/g, 'ی').replace(/ك/g, 'ک');
    return WORDS.en.has(folded) || (lang === 'fa' && WORDS.fa.has(folded));
  });

/** With the breaks before each, and whether no sentence goes on across its ends. */
function listLines(block: Element): { nodes: HtmlNode[]; isApart: boolean }[] {
  const lines: HtmlNode[][] = [[]];
  for (const child of block.children) {
    if (isNamed(child, 'br') && !lines.at(-1)!.every((node) => isNamed(node, 'br') || isBlank(node))) lines.push([]);
    lines.at(-1)!.push(child);
  }
  if (lines.length === 1) return [{ nodes: [block], isApart: true }];
  const isEnded = (line: readonly HtmlNode[]) => /[.!?؟۔…]["”»)]?$/.test(readText(...line));
  return lines.map((nodes, i) => ({ nodes, isApart: i === lines.length - 1 && isEnded(lines[i - 1]!) }));
}

const findLinks = (nodes: readonly HtmlNode[]): Element[] =>
  nodes
    .filter(isElement)
    .flatMap((node) => [node, ...listElements(node)])
    .filter((node) => node.tagName === 'a' && readAttribute(node, 'href') !== '');

function isScriptOf(text: string, lang: Lang): boolean {
  const persian = text.match(/[\u0620-\u06d3]/g)?.length ?? 0;
  const latin = text.match(/[a-z]/gi)?.length ?? 0;
  return lang === 'fa' ? persian > latin : latin > persian;
}

/** A Persian title may have more names in Latin letters than words. */
const isNameIn = (text: string, lang: Lang): boolean =>
  lang === 'fa' ? (text.match(/[\u0620-\u06d3]/g)?.length ?? 0) >= 3 : isScriptOf(text, lang);

function listLeaves(parent: Root | Element): Element[] {
  return (parent.children as HtmlNode[]).flatMap((child): Element[] => {
    if (!isElement(child) || isBlank(child)) return [];
    const inner = listElements(child);
    return [...inner].some(isBlock) ? listLeaves(child) : isBlock(child) ? [child] : [];
  });
}

export function removePointer(tree: Root, pointer: Pointer): void {
  if (pointer.nodes.length === 0) return;
  const gone = new Set<HtmlNode>(pointer.nodes);
  removeNodes(tree, (node) => gone.has(node));
  while (tree.children.length > 0 && (isBlank(tree.children.at(-1)!) || isNamed(tree.children.at(-1), 'hr')))
    tree.children.pop();
}

import type { Nodes, Parents, Root } from 'mdast';
import { markdownToMdast, mdxToMdast } from 'satteri';
import { langs } from '../locales.ts';
import { findAddresses } from '../markdown/addresses-in-text.ts';
import type { Lang } from '../markdown/block.ts';
import { markdownFeatures } from '../markdown/features.ts';
import { voidTags } from '../markdown/render-jsx.ts';
import { hidden, type Passage } from './passage.ts';
import { findTags, type Tag } from './tag-texts.ts';
import { findTextFields } from './text-fields.ts';

export interface Manuscript {
  readonly source: string;
  readonly lang: Lang;
  /** In MDX, `{` and `<` begin code. */
  readonly isMdx: boolean;
  readonly tree: Root;
  readonly passages: readonly Passage[];
}

type Language = Lang | undefined;

interface Surroundings {
  readonly lang: Language;
  readonly isNested: boolean;
  readonly isRead: boolean;
}

/** Characters that Markdown reads as others, and addresses. */
function hideSigns(text: string): string {
  let shown = text.replace(escaped, (all) => hidden.repeat(all.length));
  for (const [start, end] of findAddresses(shown))
    shown = shown.slice(0, start) + hidden.repeat(end - start) + shown.slice(end);
  return shown;
}

const escaped = /\\[!-/:-@[-`{-~]|&(?:#\d+|#x[\da-f]+|[a-z]\w*);/gi;

function readLanguage(tag: string | undefined, around: Language): Language {
  if (tag === undefined) return around;
  return langs.find((lang) => new RegExp(`^${lang}\\b`, 'i').test(tag));
}

const offsets = (node: Nodes): [number, number] => [node.position!.start.offset!, node.position!.end.offset!];

/** Words in another language are a passage apart. */
function readWords(
  source: string,
  node: Parents,
  kind: Passage['kind'],
  { lang, isNested }: Omit<Surroundings, 'isRead'>,
): Passage[] {
  const [from, to] = offsets(node);
  const others: Passage[] = [];
  const words = Array.from({ length: to - from }, () => hidden);
  const prefix = isNested ? /(?<=\n)[ \t>]+/g : /(?<=\n)[ \t]+/g;
  const gather = (children: readonly Nodes[], around: Language): void => {
    const raw: Language[] = [];
    for (const [i, child] of children.entries()) {
      const [start, end] = offsets(child);
      const nearest = raw.length ? raw.at(-1) : around;
      if (child.type === 'text') {
        const isBroken = i > 0 && isLineBreak(children[i - 1]!, source);
        const text = hideSigns(source.slice(start, end))
          .replace(isBroken ? /^\r?\n/ : /^$/, (all) => hidden.repeat(all.length))
          .replace(prefix, (all) => ' '.repeat(all.length));
        if (nearest !== lang) others.push({ kind: 'words', from: start, words: text, lang: nearest, isNested });
        else for (let at = 0; at < text.length; at++) words[start - from + at] = text[at]!;
      } else if (child.type === 'html') openTags(findTags(source, start, end), raw, around);
      else if ('children' in child) gather(child.children, readLanguage(readLangOf(source, child), nearest));
    }
  };
  gather(node.children, lang);
  return [{ kind, from, words: words.join(''), lang, isNested }, ...others];
}

function readLangOf(source: string, node: Parents): string | undefined {
  if (!(node.type as string).startsWith('mdxJsx')) return undefined;
  const [start, end] = offsets(node);
  return findTags(source, start, node.children[0] ? offsets(node.children[0])[0] : end)[0]?.lang;
}

/** @param open innermost last */
function openTags(tags: readonly Tag[], open: Language[], around: Language): void {
  for (const tag of tags) {
    if (tag.isEnd) open.pop();
    else if (!tag.isEmpty && !voidTags.test(tag.name.toLowerCase()))
      open.push(readLanguage(tag.lang, open.length ? open.at(-1) : around));
  }
}

function hideEscapes(source: string, start: number, end: number, { lang, isNested }: Surroundings): Passage {
  const words = hideSigns(source.slice(start, end));
  return { kind: 'words', from: start, words, lang, isNested };
}

function isLineBreak(node: Nodes, source: string): boolean {
  return /^<br\b/i.test(source.slice(...offsets(node)));
}

function readFields(source: string, lang: Lang): Passage[] {
  return findTextFields(source).map(({ start, end }) => {
    return { kind: 'words', from: start, words: source.slice(start, end), lang, isNested: false };
  });
}

function readHtml(source: string, from: number, to: number, around: Surroundings, languages: Language[]): Passage[] {
  const html = source.slice(from, to);
  if (/^<(?:!--|!|\?|script\b|style\b|pre\b|textarea\b)/i.test(html)) return [];
  const passages: Passage[] = [];
  const add = (start: number, end: number, lang: Language) => {
    if (start < end)
      passages.push({ kind: 'words', from: start, words: source.slice(start, end), lang, isNested: around.isNested });
  };
  const current = () => (languages.length ? languages.at(-1) : around.lang);
  let last = from;
  for (const tag of findTags(source, from, to)) {
    add(last, tag.start, current());
    last = tag.end;
    const lang = readLanguage(tag.lang, current());
    for (const [start, end] of tag.texts) add(start, end, lang);
    openTags([tag], languages, around.lang);
  }
  add(last, to, current());
  return passages;
}

/** `null` where it is no Markdown, which compiling reports. */
export function readManuscript(source: string, file: string, lang: Lang): Manuscript | null {
  const isMdx = !file.endsWith('.md');
  let tree: Root;
  try {
    tree = (isMdx ? mdxToMdast : markdownToMdast)(source, { features: markdownFeatures(lang) }) as Root;
  } catch {
    return null;
  }
  const passages = readFields(source, lang);
  /** Languages of raw elements that are open: these are siblings of what they hold. */
  const open: Language[] = [];
  const visit = (node: Nodes, around: Surroundings): void => {
    const [start, end] = offsets(node);
    const here = open.length ? { ...around, lang: open.at(-1) } : around;
    let isRead = around.isRead;
    switch (node.type) {
      case 'text':
        // Beside expressions and components, words may have no paragraph.
        if (!isRead) passages.push(hideEscapes(source, start, end, here));
        return;
      case 'paragraph':
      case 'heading':
      case 'tableCell':
        passages.push(...readWords(source, node, node.type === 'tableCell' ? 'cell' : node.type, here));
        isRead = true;
        break;
      case 'html':
        passages.push(...readHtml(source, start, end, around, open));
        return;
      case 'image':
      case 'imageReference': {
        const alt = /^!\[((?:[^\]\\]|\\.)*)\]/s.exec(source.slice(start, end))?.[1];
        if (alt) passages.push({ kind: 'words', from: start + 2, words: alt, lang: here.lang, isNested: true });
        return;
      }
    }
    if (!('children' in node)) return;
    let lang = here.lang;
    if ((node.type as string).startsWith('mdxJsx')) {
      const [tag] = findTags(source, start, node.children[0] ? offsets(node.children[0])[0] : end);
      lang = readLanguage(tag?.lang, lang);
      for (const [from, to] of tag?.texts ?? [])
        passages.push({ kind: 'words', from, words: source.slice(from, to), lang, isNested: around.isNested });
    }
    const isNested = around.isNested || /^(?:blockquote|list|footnoteDefinition)$/.test(node.type);
    for (const child of node.children) visit(child, { lang, isNested, isRead });
  };
  for (const child of tree.children) visit(child, { lang, isNested: false, isRead: false });
  return { source, lang, isMdx, tree, passages };
}

import type { Element, Root } from 'hast';
import { defaultHandlers, type Handle, type State, toMdast } from 'hast-util-to-mdast';
import type { Root as MdastRoot, Nodes, PhrasingContent, RootContent } from 'mdast';
import { gfmToMarkdown } from 'mdast-util-gfm';
import type { MdxJsxAttribute, MdxJsxFlowElement, MdxJsxTextElement } from 'mdast-util-mdx';
import { mdxToMarkdown } from 'mdast-util-mdx';
import { toMarkdown } from 'mdast-util-to-markdown';
import { slugifyHeading } from '../../base/slugify-heading.ts';
import type { Lang } from '../../markdown/block.ts';
import { isElement, listElements, readAttribute, readText } from './hast-kit.ts';

const attribute = (name: string, value: string): MdxJsxAttribute => ({ type: 'mdxJsxAttribute', name, value });

function toFlow(
  name: string,
  attributes: Readonly<Record<string, string | undefined>>,
  children: MdxJsxFlowElement['children'] = [],
): MdxJsxFlowElement {
  const given = Object.entries(attributes).flatMap(([key, value]) =>
    value === undefined ? [] : [attribute(key, value)],
  );
  return { type: 'mdxJsxFlowElement', name, attributes: given, children };
}

const flowOf = (state: State, node: Element) => state.toFlow(state.all(node)) as MdxJsxFlowElement['children'];

function writeFigure(state: State, node: Element) {
  const [src, alt] = [readAttribute(node, 'src'), readAttribute(node, 'alt')];
  const caption = flowOf(state, node);
  if (caption.length > 0) return toFlow('Figure', { src, alt }, caption);
  return { type: 'paragraph' as const, children: [{ type: 'image' as const, url: src, alt }] };
}

function writeInline(name: string): Handle {
  return (state, node) => {
    const children = state.all(node) as MdxJsxTextElement['children'];
    return { type: 'mdxJsxTextElement', name, attributes: [], children } as MdxJsxTextElement;
  };
}

function createHandlers(lang: Lang, places: ReadonlyMap<string, string>): Record<string, Handle> {
  return {
    dl: (state, node) => toFlow('dl', {}, flowOf(state, node)),
    dt: (state, node) => toFlow('dt', {}, flowOf(state, node)),
    dd: (state, node) => toFlow('dd', {}, flowOf(state, node)),
    sup: writeInline('sup'),
    sub: writeInline('sub'),
    'beyt-figure': (state, node) => writeFigure(state, node),
    'beyt-gallery': (state, node) => toFlow('Gallery', {}, flowOf(state, node)),
    'beyt-embed': (_, node) =>
      toFlow('Embed', { url: readAttribute(node, 'url'), title: readAttribute(node, 'title') }),
    'beyt-media': (_, node) => {
      const get = (name: string) => readAttribute(node, name) || undefined;
      return toFlow(get('name')!, {
        src: get('src'),
        poster: get('poster'),
        captions: get('captions'),
        title: get('title'),
      });
    },
    'beyt-missing': (_, node) => ({
      type: 'mdxFlowExpression',
      value: `/* Missing: ${readAttribute(node, 'target').replaceAll('*/', '* /')} */`,
    }),
    'beyt-quote': (state, node) => toFlow('Quote', { by: readAttribute(node, 'by') }, flowOf(state, node)),
    'beyt-aside': (state, node) =>
      toFlow('Aside', { title: readAttribute(node, 'title') || undefined }, flowOf(state, node)),
    'beyt-dir': (state, node) => {
      const [name, dir] = [readAttribute(node, 'lang'), readAttribute(node, 'dir')];
      return toFlow('div', { lang: name, dir }, flowOf(state, node));
    },
    'beyt-poem': (_, node) => {
      const couplets = node.children.filter((child) => isElement(child));
      const beyts = couplets.map((c) => toFlow('Beyt', { a: readAttribute(c, 'a'), b: readAttribute(c, 'b') }));
      return toFlow('Poem', { lang: lang === 'fa' ? undefined : 'fa' }, beyts);
    },
    'beyt-note-ref': (_, node) => {
      const id = readAttribute(node, 'id');
      return { type: 'footnoteReference', identifier: id, label: id };
    },
    'beyt-note': (state, node) => {
      const id = readAttribute(node, 'id');
      return { type: 'footnoteDefinition', identifier: id, label: id, children: flowOf(state, node) as never };
    },
    'beyt-place': (state, node) => {
      const children = state.all(node) as PhrasingContent[];
      const slug = places.get(decodeId(readAttribute(node, 'id')));
      return slug === undefined ? children : { type: 'link', url: `#${slug}`, children };
    },
    // An image in a sentence; others are beyt-figure.
    img: defaultHandlers.img as Handle,
  };
}

function decodeId(id: string): string {
  try {
    return decodeURIComponent(id);
  } catch {
    return id;
  }
}

/** Old id → new place, of headings. */
function findPlaces(tree: Root): Map<string, string> {
  const places = new Map<string, string>();
  const taken: { slug: string }[] = [];
  for (const node of listElements(tree)) {
    if (!/^h[1-6]$/.test(node.tagName)) continue;
    const slug = slugifyHeading(readText(node), taken);
    taken.push({ slug });
    for (const inner of [node, ...listElements(node)]) {
      const id = readAttribute(inner, 'id') || readAttribute(inner, 'name');
      if (id) places.set(id, slug);
    }
  }
  return places;
}

/** To be read before `cleanTree` takes ids away. */
export const readPlaces = findPlaces;

/** The article's title is its first heading. */
function lowerHeadings(tree: MdastRoot): void {
  const visit = (node: Nodes, by: number): void => {
    if (node.type === 'heading') node.depth = Math.min(6, node.depth + by) as 1;
    if ('children' in node) for (const child of node.children) visit(child, by);
  };
  const hasTitle = (node: Nodes): boolean =>
    (node.type === 'heading' && node.depth === 1) || ('children' in node && node.children.some(hasTitle));
  if (hasTitle(tree)) visit(tree, 1);
}

function plainHeadings(tree: MdastRoot): void {
  const visit = (node: Nodes): void => {
    if (node.type === 'heading')
      while (node.children.length === 1 && node.children[0]!.type === 'strong')
        node.children = node.children[0]!.children;
    if ('children' in node) for (const child of node.children) visit(child);
  };
  visit(tree);
}

export function toArticle(tree: Root, lang: Lang, places: ReadonlyMap<string, string>): MdastRoot {
  const article = toMdast(tree, {
    document: true,
    quotes: lang === 'fa' ? ['«»', '‹›'] : ['“”', '‘’'],
    handlers: createHandlers(lang, places),
  }) as MdastRoot;
  lowerHeadings(article);
  plainHeadings(article);
  liftPictures(article);
  return article;
}

function liftPictures(tree: { children: RootContent[] }): void {
  tree.children = tree.children.flatMap((node): RootContent[] => {
    if (node.type !== 'paragraph') {
      if ('children' in node) liftPictures(node as { children: RootContent[] });
      return [node];
    }
    const isFlow = ({ type }: RootContent) => type === 'mdxJsxFlowElement' || type === 'mdxFlowExpression';
    if (!(node.children as RootContent[]).some(isFlow)) return [node];
    const parts: RootContent[] = [];
    let line: PhrasingContent[] = [];
    const end = () => {
      if (line.some((child) => child.type !== 'text' || child.value.trim() !== ''))
        parts.push({ type: 'paragraph', children: line });
      line = [];
    };
    for (const child of node.children as (RootContent & PhrasingContent)[]) {
      if (!isFlow(child)) line.push(child);
      else {
        end();
        parts.push(child);
      }
    }
    end();
    return parts;
  });
}

/** Escapes `{` and `<` where they are only signs. */
export function writeMdx(tree: MdastRoot): string {
  return toMarkdown(tree, {
    bullet: '-',
    emphasis: '*',
    rule: '-',
    listItemIndent: 'one',
    resourceLink: true,
    extensions: [gfmToMarkdown({ tablePipeAlign: false }), mdxToMarkdown({ printWidth: 120 })],
  });
}

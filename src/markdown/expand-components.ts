import type { Element, ElementContent, Root } from 'hast';
import type { HastPluginDefinition, HastVisitorContext } from 'satteri';
import { listComma } from '../base/list-comma.ts';
import { createFinding } from '../errors.ts';
import { cutAddress, findAddresses } from './addresses-in-text.ts';
import type { Lang } from './block.ts';
import { visitedTags } from './classify-block.ts';
import type { Collector } from './collector.ts';
import { expandComponent } from './components.ts';
import { formatAt, groupPhrasing, h, hasLoosePhrasing, isMixed, type Jsx, readAt, text, textOf } from './hast-nodes.ts';
import { reportLeftOut } from './left-out.ts';
import { createMarkupGuard, type MarkupGuard } from './refuse-markup.ts';
import { voidTags } from './render-jsx.ts';
import { showTarget } from './useless-links.ts';

/** They may hold blocks and loose words side by side. */
const containers = [
  ...['li', 'dd', 'div', 'section', 'aside', 'article', 'header', 'footer', 'main', 'nav', 'blockquote', 'details'],
  ...['center', 'figure', 'figcaption', 'form', 'fieldset'],
];

const isKey = (node: ElementContent | Jsx) =>
  ('tagName' in node && node.tagName === 'kbd') || ('name' in node && node.name === 'kbd');

/** No line breaks a word or two, a number, a date, a pattern or the names of keys. */
function isWhole(children: readonly ElementContent[]): boolean {
  const words = textOf(children);
  if (words.length > 32) return false;
  return words.length <= 10 || /\p{Nd}/u.test(words) || /^[^\p{L}]+$/u.test(words) || children.some(isKey);
}

/** Two lines on a phone, or the weekday would take the room of what happened on it. */
const weekdayAndDate = /^(\p{L}[\p{L}\u200c]+ )(\p{Nd}+ \p{L}[^\n]*)$/u;

/** Lowercase JSX with plain attributes is HTML; `null` when it holds an expression. */
function toElement(node: Jsx, dataAt: string): Element | null {
  const properties: Element['properties'] = {};
  for (const attribute of node.attributes) {
    if (attribute.type !== 'mdxJsxAttribute' || (typeof attribute.value === 'object' && attribute.value !== null))
      return null;
    properties[attribute.name] = attribute.value ?? true;
  }
  const mixed = containers.includes(node.name!) && isMixed(node.children);
  const children = mixed ? groupPhrasing(node.children, dataAt) : node.children;
  return h(node.name!, visitedTags.includes(node.name!) ? { ...properties, dataAt } : properties, children);
}

function nameTable(table: Readonly<Element>, lang: Lang): string {
  const find = (node: Readonly<Element>, tag: string): Element[] =>
    node.children.flatMap((child) =>
      child.type === 'element' ? (child.tagName === tag ? [child] : find(child, tag)) : [],
    );
  const heads = find(table, 'th').map(({ children }) => textOf(children).trim());
  return heads.filter((head) => head !== '').join(listComma(lang));
}

/** The sentence gets back what a link made of a bare address took with it; undefined where that is nothing. */
function endBareAddress({ properties, children, position }: Readonly<Element>): ElementContent[] | undefined {
  const [only, ...others] = children;
  const { href } = properties;
  if (only?.type !== 'text' || others.length || typeof href !== 'string') return undefined;
  const address = cutAddress(only.value);
  if (!address || address === only.value) return undefined;
  if (showTarget(href) !== showTarget(addScheme(only.value))) return undefined;
  const out: ElementContent[] = [];
  let last = 0;
  // Others may follow without a space between, as in `https://a.example/،https://b.example/`.
  for (const [start, end] of findAddresses(only.value)) {
    const found = only.value.slice(start, end);
    if (!/^(?:https?:\/\/|www\.)/i.test(found)) continue;
    if (start > last) out.push(text(only.value.slice(last, start)));
    const link = h('a', { ...properties, href: encodeURI(showTarget(addScheme(found))) }, [text(found)]);
    out.push(position ? { ...link, position } : link);
    last = end;
  }
  return last < only.value.length ? [...out, text(only.value.slice(last))] : out;
}

const addScheme = (address: string) => (/^www\./i.test(address) ? `http://${address}` : address);

function expandJsx(node: Readonly<Jsx>, collector: Collector, guard: MarkupGuard): Element | undefined {
  const name = node.name;
  if (!name) return undefined;
  const at = { line: node.position?.start.line ?? 1, column: node.position?.start.column ?? 1 };
  if (/^[a-z]/.test(name)) {
    const element = toElement(node, formatAt(at)) ?? undefined;
    if (element) guard(element, at);
    if (voidTags.test(name))
      reportLeftOut({ name, content: node.children, limit: 'holds nothing between its tags', at }, [], collector);
    return element;
  }
  // An author's own component may bear the name of one of ours.
  if (new RegExp(`\\b${name.split('.')[0]}\\b`).test(collector.ownNames)) return undefined;
  const element = expandComponent(node, collector, at);
  if (!element) collector.findings.push(createFinding('ComponentUnknown', { file: collector.file, ...at }, { name }));
  return element ?? undefined;
}

/** Lines and columns count from the beginning of the code. */
function findModules(code: string): { target: string; line: number; column: number }[] {
  return [...code.matchAll(/^\s*(?:import|export)\b(?:[^'"]*\bfrom)?\s*(['"])(\.{1,2}\/[^'"\n]+)\1/gm)].map((match) => {
    const before = code.slice(0, match.index + match[0].length - match[2]!.length - 1).split('\n');
    return { target: match[2]!, line: before.length - 1, column: before.at(-1)!.length };
  });
}

/** First pass: the second one, which decides what a block is, sees only HTML. */
export function expandComponents(collector: Collector): HastPluginDefinition {
  const guard = createMarkupGuard(collector);
  const visit = (node: Readonly<Jsx>) => expandJsx(node, collector, guard);
  return {
    name: 'beyt-expand-components',
    options: { position: true },
    before(root: Readonly<Root>, ctx: HastVisitorContext) {
      const children = root.children as ElementContent[];
      if (hasLoosePhrasing(children)) ctx.replaceNode(root, { type: 'root', children: groupPhrasing(children) });
    },
    mdxjsEsm(node) {
      collector.ownNames += ` ${node.value}`;
      for (const { target, line, column } of findModules(node.value)) {
        collector.modules.push(target);
        const start = node.position?.start ?? { line: 1, column: 1 };
        collector.places.modules.push({ line: start.line + line, column: line ? column + 1 : start.column + column });
      }
      if (/^\s*import\b|^\s*export\b[^'"]*\bfrom\b/m.test(node.value)) collector.imports = true;
    },
    mdxJsxFlowElement: { filter: [], visit: visit as never },
    mdxJsxTextElement: { filter: [], visit: visit as never },
    element: [
      {
        filter: ['a'],
        visit(node, ctx) {
          const parts = endBareAddress(node);
          if (parts) ctx.replaceNode(node, parts as never);
        },
      },
      {
        // As authors wrote them: elements that components make come later.
        filter: [],
        visit(node) {
          const [line = 1, column = 1] = readAt(node)?.split(':').map(Number) ?? [];
          guard(node, { line, column });
        },
      },
      {
        filter: containers,
        visit(node) {
          if (!isMixed(node.children)) return undefined;
          const children = groupPhrasing(node.children, readAt(node));
          return { ...h(node.tagName, node.properties, children), position: node.position };
        },
      },
      {
        // Ours alone: an author's would be taken for places to fill in.
        filter: ['b-t', 'b-s'],
        visit: (node, ctx) => ctx.removeNode(node),
      },
      {
        filter: ['td'],
        visit(node, ctx) {
          if (node.properties.className || !isWhole(node.children)) return undefined;
          const className = ['b-whole'];
          const [only, ...others] = node.children;
          const [, weekday, date] = (only?.type === 'text' && !others.length && weekdayAndDate.exec(only.value)) || [];
          if (date)
            return {
              ...h('td', { ...node.properties, className }, [text(weekday!), h('span', {}, [text(date)])]),
              position: node.position,
            };
          ctx.setProperty(node, 'className', className);
          return undefined;
        },
      },
      {
        filter: ['table'],
        visit(node, ctx) {
          // It scrolls sideways, by key too; a reader who cannot see it hears what it is by its columns.
          const ariaLabel = nameTable(node, collector.lang);
          const name = ariaLabel ? { role: 'group', ariaLabel } : {};
          ctx.wrapNode(node, h('div', { className: ['b-table'], tabIndex: 0, ...name }));
        },
      },
    ],
  };
}

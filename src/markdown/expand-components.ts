import type { Element, ElementContent, Nodes } from 'hast';
import type { HastPluginDefinition, HastVisitorContext, MdxJsxFlowElementHast, MdxJsxTextElementHast } from 'satteri';
import { createFinding } from '../errors.ts';
import { locales, otherLang } from '../locales.ts';
import { findTerm } from '../works/glossary.ts';
import type { Collector } from './collector.ts';

type Jsx = MdxJsxFlowElementHast | MdxJsxTextElementHast;
type Props = Record<string, string | true>;
type Properties = Element['properties'];

export function h(tagName: string, properties: Properties, children: readonly ElementContent[] = []): Element {
  return { type: 'element', tagName, properties, children: [...children] };
}
const text = (value: string): ElementContent => ({ type: 'text', value });

const blockTags =
  /^(p|h[1-6]|ul|ol|dl|dt|dd|li|blockquote|pre|table|figure|div|section|aside|hr|img|details|iframe|video)$/;
function isBlockLevel(node: Nodes): boolean {
  return (node.type === 'element' && blockTags.test(node.tagName)) || node.type === 'mdxJsxFlowElement';
}

/** Puts loose phrasing between block-level children into paragraphs of its own, so that each block has an element. */
export function groupPhrasing(children: readonly ElementContent[]): ElementContent[] {
  const out: ElementContent[] = [];
  let run: ElementContent[] = [];
  const close = () => {
    if (run.some((n) => !isBlank(n))) {
      const start = run.find((n) => n.position && !isBlank(n))?.position?.start;
      const dataAt = start ? { dataAt: `${start.line}:${start.column}` } : {};
      out.push(h('p', { className: ['tight'], ...dataAt }, run));
    }
    run = [];
  };
  for (const child of children) {
    if (isBlockLevel(child)) {
      close();
      out.push(child);
    } else run.push(child);
  }
  close();
  return out;
}

function readProps(node: Jsx, collector: Collector, at: { line: number; column: number }): Props {
  const props: Props = {};
  for (const attribute of node.attributes) {
    const plain = attribute.type === 'mdxJsxAttribute' ? attribute.value : undefined;
    if (attribute.type === 'mdxJsxAttribute' && (plain === null || plain === undefined)) props[attribute.name] = true;
    else if (attribute.type === 'mdxJsxAttribute' && typeof plain === 'string') props[attribute.name] = plain;
    else {
      const literal =
        typeof plain === 'object' ? /^\s*(["'`])((?:(?!\1)[^\\$])*)\1\s*$/.exec(plain?.value ?? '') : null;
      if (literal && attribute.type === 'mdxJsxAttribute') props[attribute.name] = literal[2]!;
      else {
        const reason = 'takes plain text for its properties: name="…"';
        collector.findings.push(
          createFinding('ComponentProp', { file: collector.file, ...at }, { name: node.name ?? '', reason }),
        );
      }
    }
  }
  return props;
}

type Expand = (node: Jsx, props: Props, collector: Collector, at: { line: number; column: number }) => Element;

function complain(collector: Collector, at: { line: number; column: number }, name: string, reason: string): void {
  collector.findings.push(createFinding('ComponentProp', { file: collector.file, ...at }, { name, reason }));
}
const string = (value: string | true | undefined): string => (typeof value === 'string' ? value : '');

/** The components that an author may use without importing: name → plain HTML elements. */
const registry: Readonly<Record<string, { readonly props: readonly string[]; readonly expand: Expand }>> = {
  Figure: {
    props: ['src', 'alt', 'caption', 'credit', 'width'],
    expand(node, props, collector, at) {
      if (!props.src) complain(collector, at, 'Figure', 'needs src="…"');
      if (props.alt === undefined) complain(collector, at, 'Figure', 'needs alt="…" (alt="" for a mere ornament)');
      const caption = props.caption ? [text(string(props.caption))] : node.children;
      const credit = props.credit
        ? [text(' '), h('small', { className: ['credit'] }, [text(string(props.credit))])]
        : [];
      const image = h('img', { src: string(props.src), alt: string(props.alt), dataAt: `${at.line}:${at.column}` });
      const figcaption = caption.length || credit.length ? [h('figcaption', {}, [...caption, ...credit])] : [];
      return h('figure', { className: ['figure'] }, [image, ...figcaption]);
    },
  },
  Aside: {
    props: ['title', 'kind'],
    expand(node, props, _collector, at) {
      const place = { dataAt: `${at.line}:${at.column}` };
      const title = props.title ? [h('p', { className: ['aside-title'], ...place }, [text(string(props.title))])] : [];
      const kind = string(props.kind).replace(/[^a-z-]/g, '');
      const className = kind ? ['aside', `aside-${kind}`] : ['aside'];
      return h('aside', { className }, [...title, ...groupPhrasing(node.children)]);
    },
  },
  Quote: {
    props: ['by', 'source', 'lang'],
    expand(node, props) {
      const by = string(props.by);
      const source = string(props.source);
      const credit: ElementContent[] = [];
      if (by) credit.push(text(by));
      if (by && source) credit.push(text(props.lang === 'fa' || /\p{Script=Arabic}/u.test(source) ? '، ' : ', '));
      if (source) credit.push(h('cite', {}, [text(source)]));
      return h('figure', { className: ['quote'], ...foreign(props.lang) }, [
        h('blockquote', {}, groupPhrasing(node.children)),
        ...(credit.length ? [h('figcaption', {}, credit)] : []),
      ]);
    },
  },
  Term: {
    props: ['name'],
    expand(node, props, collector, at) {
      const shown = node.children.length ? textOf(node.children) : string(props.name);
      const term = string(props.name) || shown;
      const entry = findTerm(collector.glossary, collector.lang, term);
      const children = node.children.length ? node.children : [text(shown)];
      if (!entry) {
        collector.findings.push(createFinding('TermUnknown', { file: collector.file, ...at }, { term }));
        return h('span', { className: ['term'] }, children);
      }
      if (collector.glossed.has(entry)) return h('span', { className: ['term'] }, children);
      collector.glossed.add(entry);
      const twin = otherLang(collector.lang);
      const { tag, dir } = locales[twin];
      const gloss = h('bdi', { lang: tag, dir }, [text(entry[twin][0] ?? '')]);
      return h('span', { className: ['term'] }, [
        ...children,
        h('span', { className: ['gloss'], dataGloss: '' }, [text(' ('), gloss, text(')')]),
      ]);
    },
  },
  Poem: {
    props: ['lang', 'by', 'source'],
    expand(node, props, collector) {
      const lang = props.lang ?? collector.lang;
      const credit = [string(props.by), string(props.source)].filter(Boolean).join(lang === 'fa' ? '، ' : ', ');
      const lines = node.children.filter((n) => n.type !== 'text' || n.value.trim() !== '');
      return h('figure', { className: ['poem'], ...foreign(props.lang) }, [
        ...groupPhrasing(lines),
        ...(credit ? [h('figcaption', {}, [text(credit)])] : []),
      ]);
    },
  },
  Beyt: {
    props: ['a', 'b'],
    expand(_node, props, collector, at) {
      if (!props.a || !props.b) complain(collector, at, 'Beyt', 'needs both half-lines: a="…" b="…"');
      const half = (value: string | true | undefined) => h('span', { className: ['misra'] }, [text(string(value))]);
      return h('p', { className: ['beyt'], dataAt: `${at.line}:${at.column}` }, [
        half(props.a),
        text(' '),
        half(props.b),
      ]);
    },
  },
};

function foreign(lang: string | true | undefined): Properties {
  return lang === 'fa' || lang === 'en' ? { lang: locales[lang].tag, dir: locales[lang].dir } : {};
}

function textOf(nodes: readonly ElementContent[]): string {
  return nodes
    .map((n) => (n.type === 'text' ? n.value : 'children' in n ? textOf(n.children as ElementContent[]) : ''))
    .join('')
    .trim();
}

/** Lowercase JSX with plain attributes is HTML and becomes a plain element; `null` when it holds an expression. */
function toElement(node: Jsx): Element | null {
  const properties: Properties = {};
  for (const attribute of node.attributes) {
    if (attribute.type !== 'mdxJsxAttribute' || typeof attribute.value === 'object') {
      if (attribute.type !== 'mdxJsxAttribute' || attribute.value !== null) return null;
    }
    const value = (attribute as { value?: string | null }).value;
    properties[attribute.name] = value ?? true;
  }
  const tagName = node.name!;
  const mixed =
    /^(div|section|aside|li|dd|blockquote|details|center)$/.test(tagName) && node.children.some(isBlockLevel);
  return h(tagName, properties, mixed ? groupPhrasing(node.children) : node.children);
}

function expandJsx(node: Readonly<Jsx>, ctx: HastVisitorContext, collector: Collector): Element | undefined {
  const name = node.name;
  if (!name) return undefined;
  const at = { line: node.position?.start.line ?? collector.line, column: node.position?.start.column ?? 1 };
  if (/^[a-z]/.test(name)) return toElement(node) ?? undefined;
  const own = new RegExp(`\\b${name.split('.')[0]}\\b`).test(collector.ownNames);
  const component = own || !Object.hasOwn(registry, name) ? undefined : registry[name];
  if (!component) {
    if (!own) collector.findings.push(createFinding('ComponentUnknown', { file: collector.file, ...at }, { name }));
    return undefined;
  }
  const props = readProps(node, collector, at);
  for (const prop of Object.keys(props))
    if (!component.props.includes(prop))
      complain(collector, at, name, `has no property "${prop}"; it takes ${component.props.join(', ')}`);
  void ctx;
  return component.expand(node, props, collector, at);
}

/**
 * First pass: registered components and lowercase JSX become plain elements, so that the second pass, which
 * decides what a block is, sees only HTML. Same in `.md`, in `.mdx` and in editions that Vite compiles.
 */
export function expandComponents(collector: Collector): HastPluginDefinition {
  const visit = (node: Readonly<Jsx>, ctx: HastVisitorContext) => expandJsx(node, ctx, collector);
  return {
    name: 'beyt-expand-components',
    options: { position: true },
    mdxjsEsm(node) {
      collector.ownNames += ` ${node.value}`;
      if (/^\s*import\b|^\s*export\b[^'"]*\bfrom\b/m.test(node.value)) collector.imports = true;
    },
    mdxJsxFlowElement: { filter: [], visit: visit as never },
    mdxJsxTextElement: { filter: [], visit: visit as never },
    element: [
      {
        filter: ['li', 'dd'],
        visit(node) {
          if (!node.children.some(isBlockLevel) || node.children.every((n) => isBlockLevel(n) || isBlank(n)))
            return undefined;
          return { ...h(node.tagName, node.properties, groupPhrasing(node.children)), position: node.position };
        },
      },
      {
        filter: ['table'],
        visit(node, ctx) {
          ctx.wrapNode(node, h('div', { className: ['table'], tabIndex: 0 }));
        },
      },
    ],
  };
}

function isBlank(node: Nodes): boolean {
  return node.type === 'text' && node.value.trim() === '';
}

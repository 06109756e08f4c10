import type { Element, ElementContent } from 'hast';
import { listComma } from '../base/list-comma.ts';
import { findTerm } from '../content/glossary.ts';
import { createFinding } from '../errors.ts';
import { locales, otherLang } from '../locales.ts';
import type { Lang } from './block.ts';
import type { Collector } from './collector.ts';
import {
  type Component,
  complain,
  language,
  type Props,
  picturePath,
  styleName,
  type Use,
  words,
} from './component.ts';
import { formatAt, groupPhrasing, h, isBlank, type Jsx, text, textOf } from './hast-nodes.ts';
import { reportLeftOut } from './left-out.ts';
import { mediaComponents } from './media-components.ts';
import { estimateVerseWidth } from './verse-width.ts';

function foreign(lang: string | undefined): Element['properties'] {
  return lang === 'fa' || lang === 'en' ? { lang: locales[lang].tag, dir: locales[lang].dir } : {};
}

const readLang = ({ props, collector }: Use): Lang =>
  props.lang === 'fa' || props.lang === 'en' ? props.lang : collector.lang;

const registry: Readonly<Record<string, Component>> = {
  ...mediaComponents,
  Figure: {
    props: { src: picturePath, alt: words, caption: words, credit: words },
    limit: 'takes its caption from caption="…" or from between its tags',
    expand(use) {
      const { node, props, place } = use;
      if (props.src === undefined) complain(use, 'Figure', 'needs src="…"');
      if (props.alt === undefined) complain(use, 'Figure', 'needs alt="…" (alt="" for a mere ornament)');
      const caption = props.caption ? [text(props.caption)] : node.children.filter((n) => !isBlank(n));
      const credit = props.credit ? [text(' '), h('small', { className: ['b-credit'] }, [text(props.credit)])] : [];
      const image = h('img', { src: props.src ?? '', alt: props.alt ?? '', ...place });
      const figcaption = caption.length || credit.length ? [h('figcaption', place, [...caption, ...credit])] : [];
      return h('figure', { className: ['b-figure'], ...place }, [image, ...figcaption]);
    },
  },
  Aside: {
    props: { title: words, kind: styleName },
    expand({ node, props, place }) {
      const title = props.title ? [h('p', { className: ['b-aside-title'], ...place }, [text(props.title)])] : [];
      const className = props.kind ? ['b-aside', `b-aside-${props.kind}`] : ['b-aside'];
      return h('div', { className, role: 'note', ...place }, [...title, ...groupPhrasing(node.children, place.dataAt)]);
    },
  },
  Quote: {
    props: { by: words, source: words, lang: language },
    expand(use) {
      const { node, props, place } = use;
      const { by, source = '' } = props;
      const credit: ElementContent[] = [];
      if (by) credit.push(text(by));
      const lang = /\p{Script=Arabic}/u.test(source) ? 'fa' : readLang(use);
      if (by && source) credit.push(text(listComma(lang)));
      if (source) credit.push(h('cite', {}, [text(source)]));
      return h('figure', { className: ['b-quote'], ...foreign(props.lang), ...place }, [
        h('blockquote', place, groupPhrasing(node.children, place.dataAt)),
        ...(credit.length ? [h('figcaption', place, credit)] : []),
      ]);
    },
  },
  Term: {
    props: { name: words },
    expand({ node, props, collector, at }) {
      const shown = node.children.length ? textOf(node.children) : (props.name ?? '');
      const term = props.name || shown;
      const entry = findTerm(collector.glossary, collector.lang, term);
      const children = node.children.length ? node.children : [text(shown)];
      if (!entry) {
        collector.findings.push(createFinding('TermUnknown', { file: collector.file, ...at }, { term }));
        return h('span', { className: ['b-term'] }, children);
      }
      if (collector.glossed.has(entry)) return h('span', { className: ['b-term'] }, children);
      collector.glossed.add(entry);
      const twin = otherLang(collector.lang);
      const { tag, dir } = locales[twin];
      const gloss = h('bdi', { lang: tag, dir }, [text(entry[twin][0] ?? '')]);
      return h('span', { className: ['b-term'] }, [
        ...children,
        h('span', { className: ['b-gloss'], dataGloss: '' }, [text(' ('), gloss, text(')')]),
      ]);
    },
  },
  Poem: {
    props: { lang: language, by: words, source: words },
    expand(use) {
      const { node, props, place } = use;
      const credit = [props.by, props.source].filter(Boolean).join(listComma(readLang(use)));
      return h(
        'figure',
        { className: ['b-poem'], dataHalf: roundWidth(['', ...listHalves(node)]), ...foreign(props.lang), ...place },
        [
          ...groupPhrasing(
            node.children.filter((n) => !isBlank(n)),
            place.dataAt,
          ),
          ...(credit ? [h('figcaption', place, [text(credit)])] : []),
        ],
      );
    },
  },
  Beyt: {
    props: { a: words, b: words },
    limit: 'takes its half-lines from a="…" and b="…"',
    expand(use) {
      const { props, place } = use;
      if (!props.a || !props.b) complain(use, 'Beyt', 'needs both half-lines: a="…" b="…"');
      const half = (value = '') => h('span', { className: ['b-misra'], dataHalf: roundWidth([value]) }, [text(value)]);
      return h('p', { className: ['b-beyt'], ...place }, [half(props.a), h('br', {}, []), half(props.b)]);
    },
  },
};

/** Whole em, from 9 to 24: the styles know these. */
function roundWidth(halves: readonly string[]): string {
  // The estimate may be too small by 3 %.
  const width = Math.ceil(1.03 * Math.max(...halves.map(estimateVerseWidth)));
  return String(Math.min(24, Math.max(9, width)));
}

const listHalves = ({ children }: Use['node']): string[] =>
  children.flatMap((child) =>
    'attributes' in child ? child.attributes.flatMap(({ value }) => (typeof value === 'string' ? [value] : [])) : [],
  );

/** An author may use these without importing them. */
export const componentNames: readonly string[] = Object.keys(registry);

function readProps(node: Jsx, collector: Collector, at: Use['at']): Props {
  const props: Record<string, string> = {};
  const name = node.name ?? '';
  for (const attribute of node.attributes) {
    if (attribute.type === 'mdxJsxAttribute' && attribute.name in props)
      complain({ collector, at }, name, `has ${attribute.name}="…" twice`);
    const value = attribute.type === 'mdxJsxAttribute' ? (attribute.value ?? '') : undefined;
    if (attribute.type === 'mdxJsxAttribute' && typeof value === 'string') props[attribute.name] = value;
    else {
      const literal =
        typeof value === 'object' ? /^\s*(["'`])((?:(?!\1)[^\\$])*)\1\s*$/.exec(value?.value ?? '') : null;
      if (literal && attribute.type === 'mdxJsxAttribute') props[attribute.name] = literal[2]!;
      else complain({ collector, at }, name, 'takes plain text for its properties: name="…"');
    }
  }
  return props;
}

function checkProps(name: string, known: Component['props'], use: Pick<Use, 'props' | 'collector' | 'at'>): void {
  for (const [prop, value] of Object.entries(use.props)) {
    const property = Object.hasOwn(known, prop) ? known[prop] : undefined;
    if (!property) complain(use, name, `has no property "${prop}"; it takes ${Object.keys(known).join(', ')}`);
    else if (!property.fits.test(value))
      complain(use, name, `takes ${property.takes} for ${prop}="…", which is "${value}"`);
  }
}

export function expandComponent(node: Jsx, collector: Collector, at: Use['at']): Element | null {
  const name = node.name ?? '';
  const component = Object.hasOwn(registry, name) ? registry[name] : undefined;
  if (!component) return null;
  const { limit = 'does not show all that is between its tags' } = component;
  const props = readProps(node, collector, at);
  checkProps(name, component.props, { props, collector, at });
  const shown = component.expand({ node, props, collector, at, place: { dataAt: formatAt(at) } });
  reportLeftOut({ name, limit, content: node.children, at }, [shown], collector);
  return shown;
}

import type { Element, ElementContent, Nodes, Root } from 'hast';
import type { HastPluginDefinition } from 'satteri';
import { escapeHtml } from '../base/escape-html.ts';
import { locales } from '../locales.ts';
import type { Lang } from './block.ts';
import { type ForeignRun, findForeignRuns, hasForeign, textBreak } from './foreign-runs.ts';
import { inlineObject } from './foreign-segment.ts';
import { h, isBlockLevel, text } from './hast-nodes.ts';

const firstStrongIsolate = '\u2068';
const popIsolate = '\u2069';
const isolates = { ltr: '\u2066', rtl: '\u2067' } as const;

/** A run is isolated by its first strong letter, unless that is none or of the other direction. */
function openIsolate(run: string, dir: ForeignRun['dir']): string {
  const strong = /\p{L}/u.exec(run)?.[0];
  const found = strong && (/\p{Script=Arabic}/u.test(strong) ? 'rtl' : 'ltr');
  return (found ?? 'ltr') === dir ? firstStrongIsolate : isolates[dir];
}

function mapRuns(
  text: string,
  lang: Lang,
  plain: (text: string) => string,
  run: (text: string, run: ForeignRun) => string,
): string {
  let out = '';
  let last = 0;
  for (const found of findForeignRuns(text, lang)) {
    out += plain(text.slice(last, found.start)) + run(text.slice(found.start, found.end), found);
    last = found.end;
  }
  return out + plain(text.slice(last));
}

/** Puts foreign runs between U+2068 and U+2069, for places without markup: `<title>`, `alt`, descriptions. */
export function isolatePlain(text: string, lang: Lang): string {
  return mapRuns(
    text,
    lang,
    (plain) => plain,
    (run, { dir }) => openIsolate(run, dir) + (dir === 'rtl' ? isolatePlain(run, 'fa') : run) + popIsolate,
  );
}

/** Escapes a text, and puts `<bdi>` around foreign runs. */
export function isolateHtml(text: string, lang: Lang): string {
  return mapRuns(text, lang, escapeHtml, (run, { dir, lang: stated }) => {
    const tag = stated ? ` lang="${locales[stated].tag}"` : '';
    return `<bdi${tag} dir="${dir}">${dir === 'rtl' ? isolateHtml(run, 'fa') : escapeHtml(run)}</bdi>`;
  });
}

const transparent =
  /^(?:a|abbr|b|big|cite|data|del|dfn|em|font|i|ins|label|mark|q|s|small|span|strike|strong|sub|sup|time|tt|u|var)$/;

function isTransparent(node: Nodes): boolean {
  return (
    node.type === 'element' &&
    transparent.test(node.tagName) &&
    !('lang' in node.properties) &&
    !('dir' in node.properties) &&
    !('dataFootnoteRef' in node.properties)
  );
}

function flatten(node: Nodes): string {
  if (node.type === 'text') return node.value;
  if (isTransparent(node)) return (node as Element).children.map(flatten).join('');
  if (node.type === 'comment') return '';
  if (node.type === 'element' && node.tagName !== 'br' && node.tagName !== 'b-t' && !isBlockLevel(node))
    return inlineObject;
  return node.type === 'mdxTextExpression' || (node as { type: string }).type === 'mdxJsxTextElement'
    ? inlineObject
    : textBreak;
}

const opaque = /^(?:code|pre|kbd|samp|bdi|bdo|script|style|title|textarea|svg|math|b-t)$/;

function readLang({ properties: { lang, xmlLang } }: Element, around: Lang): Lang {
  const tag = lang ?? xmlLang;
  return typeof tag === 'string' ? (/^(?:fa|prs|ps|ar|ur)\b/i.test(tag) ? 'fa' : 'en') : around;
}

/** Whether a run begins or ends within an element and goes on beyond it. */
function isCut(run: ForeignRun, nodes: readonly ElementContent[], from: number): boolean {
  let at = from;
  for (const node of nodes) {
    const start = at;
    at += flatten(node as Nodes).length;
    if (run.start >= at || run.end <= start || !isTransparent(node as Nodes)) continue;
    if (run.start <= start && run.end >= at) continue;
    if (run.start < start || run.end > at) return true;
    return isCut(run, (node as Element).children, start);
  }
  return false;
}

/**
 * A cut run would be isolated part by part, which loses its order and the spaces between the parts: U+2066 or U+2067 and
 * U+2069 work across elements (UAX #9), and its parts only have their language.
 */
function wrapRuns(
  nodes: readonly ElementContent[],
  from: number,
  runs: readonly ForeignRun[],
  cut: ReadonlySet<ForeignRun>,
  lang: Lang,
): ElementContent[] {
  const out: ElementContent[] = [];
  let open: { readonly run: ForeignRun; readonly children: ElementContent[] } | undefined;
  let at = from;
  const putPart = (node: ElementContent, run: ForeignRun, start: number, end: number): void => {
    const tag = run.lang && locales[run.lang].tag;
    const isWhole = !cut.has(run);
    if (!isWhole && start === run.start && end > start) out.push(text(isolates[run.dir]));
    if (open?.run !== run) {
      const part = isWhole ? h('bdi', { ...(tag && { lang: tag }), dir: run.dir }) : tag && h('span', { lang: tag });
      if (part) out.push(part);
      open = { run, children: part ? part.children : out };
    }
    open.children.push(node);
    if (!isWhole && end === run.end && end > start) out.push(text(popIsolate));
  };
  const put = (node: ElementContent): void => {
    open = undefined;
    out.push(node);
  };
  for (const node of nodes) {
    const length = flatten(node as Nodes).length;
    const end = at + length;
    const within = runs.filter((run) => run.start < end && run.end > at);
    const around = length ? within.find((run) => run.start <= at && run.end >= end) : open?.run;
    if (node.type === 'text') {
      let done = at;
      for (const run of within) {
        const [start, stop] = [Math.max(run.start, at), Math.min(run.end, end)];
        if (start > done) put(text(node.value.slice(done - at, start - at)));
        putPart(text(node.value.slice(start - at, stop - at)), run, start, stop);
        done = stop;
      }
      if (done < end) put(text(node.value.slice(done - at)));
    } else if (isTransparent(node as Nodes) && !around && within.length) {
      const { tagName, properties, children } = node as Element;
      put(h(tagName, listSet(properties), wrapRuns(children, at, within, cut, lang)));
    } else if (around) putPart(isolateWithin(node, lang), around, at, end);
    else put(isolateWithin(node, lang));
    at = end;
  }
  return out;
}

/** Sätteri gives back as empty the properties that an earlier pass took away. */
function listSet(properties: Element['properties']): Element['properties'] {
  return Object.fromEntries(
    Object.entries(properties).filter(
      ([name, value]) =>
        value !== null &&
        value !== undefined &&
        !/^data-?[aA]t$/.test(name) &&
        !(value === '' && /^(?:style|align)$/.test(name)),
    ),
  );
}

function isolateWithin(node: ElementContent, lang: Lang): ElementContent {
  if (node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement') {
    const { type, name, attributes } = node;
    const inner = isolateInline(node.children as ElementContent[], lang);
    return inner ? ({ type, name, attributes, children: inner } as unknown as ElementContent) : node;
  }
  if (node.type !== 'element' || opaque.test(node.tagName) || isTransparent(node as Nodes)) return node;
  const children = isolateInline(node.children, readLang(node, lang));
  return children ? h(node.tagName, listSet(node.properties), children) : node;
}

function mayHold(node: Nodes, lang: Lang): boolean {
  if (node.type === 'text') return hasForeign(node.value, lang);
  if (!('children' in node) || (node.type === 'element' && opaque.test(node.tagName))) return false;
  const inner = node.type === 'element' ? readLang(node, lang) : lang;
  return node.children.some((child) => mayHold(child as Nodes, inner));
}

/** A run may begin or end within emphasis or a link. Null where there is no run. */
export function isolateInline(children: readonly ElementContent[], lang: Lang): ElementContent[] | null {
  if (!children.some((node) => mayHold(node as Nodes, lang))) return null;
  const runs = findForeignRuns(children.map((node) => flatten(node as Nodes)).join(''), lang);
  const cut = new Set(runs.filter((run) => isCut(run, children, 0)));
  return wrapRuns(children, 0, runs, cut, lang);
}

export function isolateBlocks(lang: Lang): HastPluginDefinition {
  return {
    name: 'beyt-isolate-foreign',
    before(root: Readonly<Root>, ctx) {
      const children = isolateInline(root.children as ElementContent[], lang);
      if (children) ctx.replaceNode(root, { type: 'root', children });
    },
  };
}

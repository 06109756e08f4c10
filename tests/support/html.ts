export interface HtmlElement {
  readonly tag: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: (HtmlElement | string)[];
  readonly parent: HtmlElement | null;
}

const voidTags = /^(area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr|!doctype)$/i;
const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: '\u00a0' };

export function decodeEntities(text: string): string {
  return text.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (match, hex, decimal, name) => {
    if (hex) return String.fromCodePoint(Number.parseInt(hex, 16));
    return decimal ? String.fromCodePoint(Number(decimal)) : (named[name] ?? match);
  });
}

const token =
  /<!--[\s\S]*?-->|<(script|style)\b((?:[^<>"]|"[^"]*")*)>([\s\S]*?)<\/\1>|<(\/?)([a-z!][\w-]*)((?:[^<>"']|"[^"]*"|'[^']*')*)>|([^<]+)/gi;

function readAttributes(text: string): Record<string, string> {
  const found: Record<string, string> = {};
  for (const [, name, double, single, bare] of text.matchAll(
    /([^\s"'=<>/]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?/g,
  )) {
    if (name! in found) throw new Error(`attribute ${name} twice in <${text.trim()}>`);
    found[name!] = decodeEntities(double ?? single ?? bare ?? '');
  }
  return found;
}

/** Throws where a page does not close its tags. */
export function parseHtml(source: string): HtmlElement {
  const root: HtmlElement = { tag: '#root', attributes: {}, children: [], parent: null };
  let at = root;
  for (const [, raw, rawAttributes, rawText, close, name, attributes, text] of source.matchAll(token)) {
    const open = (tag: string, written: string): HtmlElement => {
      const element: HtmlElement = { tag, attributes: readAttributes(written), children: [], parent: at };
      at.children.push(element);
      return element;
    };
    if (text !== undefined) at.children.push(decodeEntities(text));
    else if (raw) open(raw, rawAttributes ?? '').children.push(rawText ?? '');
    else if (close) {
      if (at.tag !== name) throw new Error(`</${name}> closes <${at.tag}>`);
      at = at.parent!;
    } else if (name) {
      const element = open(name, attributes ?? '');
      if (!voidTags.test(name) && !/\/\s*$/.test(attributes ?? '')) at = element;
    }
  }
  if (at !== root) throw new Error(`<${at.tag}> is not closed`);
  return root;
}

export function listElements(root: HtmlElement): HtmlElement[] {
  return root.children.flatMap((child) => (typeof child === 'string' ? [] : [child, ...listElements(child)]));
}

/** By tag name, or an attribute written `[name]`. */
export function findAll(root: HtmlElement, ...selectors: readonly string[]): HtmlElement[] {
  return listElements(root).filter((e) =>
    selectors.some((s) => (s.startsWith('[') ? s.slice(1, -1) in e.attributes : e.tag === s)),
  );
}

export function textOf(node: HtmlElement | string): string {
  return typeof node === 'string' ? node : node.children.map(textOf).join('');
}

/** Nearest first. */
export function ancestors(element: HtmlElement): HtmlElement[] {
  return element.parent ? [element.parent, ...ancestors(element.parent)] : [];
}

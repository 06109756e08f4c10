import { escapeHtml } from '../base/escape-html.ts';
import { watcherName } from './watch-expressions.ts';

class Markup {
  readonly html: string;
  constructor(html: string) {
    this.html = html;
  }
}

type Props = Record<string, unknown> & { children?: unknown };
type Component = (props: Props) => unknown;

export const voidTags = /^(area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr)$/;

const htmlNames: Readonly<Record<string, string>> = { className: 'class', htmlFor: 'for', tabIndex: 'tabindex' };

/** `{fontSize: '2em'}` as `font-size:2em`. */
function formatValue(value: unknown): string {
  if (typeof value !== 'object' || value === null) return String(value);
  return Object.entries(value)
    .map(([name, v]) => `${name.replace(/[A-Z]/g, (c) => `-${c.toLowerCase()}`)}:${v}`)
    .join(';');
}

function toHtml(value: unknown): string {
  if (value === null || value === undefined || typeof value === 'boolean') return '';
  if (value instanceof Markup) return value.html;
  if (Array.isArray(value)) return value.map(toHtml).join('');
  return escapeHtml(String(value));
}

function jsx(type: string | Component, props: Props): Markup {
  if (typeof type !== 'string') return new Markup(toHtml(type(props)));
  let attributes = '';
  for (const [name, value] of Object.entries(props)) {
    if (name === 'children' || value === false || value === null || value === undefined) continue;
    const written = htmlNames[name] ?? name;
    attributes += value === true ? ` ${written}` : ` ${written}="${escapeHtml(formatValue(value))}"`;
  }
  return new Markup(
    voidTags.test(type) ? `<${type}${attributes}>` : `<${type}${attributes}>${toHtml(props.children)}</${type}>`,
  );
}

function Fragment(props: Props): Markup {
  const html = props['set:html'];
  return new Markup(typeof html === 'string' ? html : toHtml(props.children));
}

/** Whatever an edition imports, called or not, shows nothing. */
const imported: unknown = new Proxy(() => imported, {
  get: (_, name) => (name === Symbol.toPrimitive ? () => '' : name === Symbol.iterator ? () => [].values() : imported),
});

/**
 * Content is code: an expression can do what the build can (docs/deploying.md, "Trust"). What it imports is not loaded.
 * @param code a function body that Sätteri compiled
 * @param at told where the code is that is about to run, if `watchExpressions` went through it
 */
export function evaluateEdition(code: string, at: (line: number, column: number) => void = () => {}): string {
  // Sätteri takes imports from the same object.
  const runtime = new Proxy({ Fragment, jsx, jsxs: jsx } as Record<string | symbol, unknown>, {
    get: (values, name) => values[name] ?? imported,
  });
  const module = new Function('runtime', watcherName, code)(runtime, at) as { default: Component };
  return toHtml(module.default({ components: { Fragment } }));
}

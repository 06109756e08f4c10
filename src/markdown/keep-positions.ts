import type { HastPluginDefinition, MdastPluginDefinition } from 'satteri';
import { mapTags } from '../base/html-tags.ts';
import type { Point } from './block.ts';
import { formatAt } from './hast-nodes.ts';
import { voidTags } from './render-jsx.ts';
import { type RawHtml, readRawHtml } from './unclosed-markup.ts';

interface Marked {
  readonly position?: { readonly start: Place; readonly end: Place };
}
interface Place extends Point {
  readonly offset: number;
}
interface Context {
  readonly source: string;
  setProperty(node: never, key: string, value: unknown): void;
}

const skipped = /<!--[\s\S]*?(?:-->|$)|<(script|style)\b[\s\S]*?(?:<\/\1\s*>|$)/gi;
const openTag = /<([a-z][a-z0-9-]*)(?=[\s/>])/gi;

const selfClosed = /^<([a-z][a-z0-9-]*)(?:(?=\/)|.*[\s"'])\/>$/is;

/** HTML would take the rest of the article into `<a name="two"/>`. */
function closeEmpty(html: string): string {
  if (!html.includes('/>')) return html;
  return mapTags(html, (tag) => {
    const name = selfClosed.exec(tag)?.[1];
    return name === undefined || voidTags.test(name.toLowerCase()) ? tag : `${tag.slice(0, -2)}></${name}>`;
  });
}

function annotateTags(html: string, start: Point): string {
  const hidden = [...html.matchAll(skipped)].map((m) => [m.index, m.index + m[0].length] as const);
  return html.replace(openTag, (tag, _name, offset: number) => {
    if (hidden.some(([from, to]) => offset >= from && offset < to)) return tag;
    const before = html.slice(0, offset).split('\n');
    const line = start.line + before.length - 1;
    const column = before.length === 1 ? start.column + offset : before.at(-1)!.length + 1;
    return `${tag} data-at="${formatAt({ line, column })}"`;
  });
}

/**
 * Raw HTML makes Sätteri lose positions: `data-at` carries them, but not those of table rows, which go to `rows`. What
 * is raw goes to `pieces`.
 */
export function keepPositions(rows: Point[], pieces: RawHtml[]): MdastPluginDefinition {
  const mark = (node: never, context: Context) => {
    const start = (node as Marked).position?.start;
    if (start) context.setProperty(node, 'data', { hProperties: { dataAt: formatAt(start) } });
  };
  const plugin = {
    name: 'beyt-keep-positions',
    options: { position: true },
    paragraph: mark,
    heading: mark,
    listItem: mark,
    code: mark,
    image: mark,
    link: mark,
    tableRow(node: Marked) {
      if (node.position) rows.push(node.position.start);
    },
    html(node: never, context: Context) {
      const { value, position } = node as Marked & { value: string };
      if (!position) return;
      const { start, end } = position;
      pieces.push(readRawHtml(start.offset, context.source.slice(start.offset, end.offset), value));
      context.setProperty(node, 'value', closeEmpty(annotateTags(value, start)));
    },
  };
  return plugin as unknown as MdastPluginDefinition;
}

export const dropPositions: HastPluginDefinition = {
  name: 'beyt-drop-positions',
  element: {
    filter: [],
    visit(node, ctx) {
      if ('dataAt' in node.properties) ctx.setProperty(node, 'dataAt', null);
    },
  },
};

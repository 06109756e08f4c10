import type { Element, Nodes, Properties } from 'hast';
import { escapeHtml } from '../base/escape-html.ts';
import { addressMark, type OpenHtml, type Place, rowPlace } from './open-html.ts';
import { voidTags } from './render-jsx.ts';

/** `data…` and `aria…` follow a rule of their own. */
const names: Readonly<Record<string, string>> = {
  className: 'class',
  htmlFor: 'for',
  tabIndex: 'tabindex',
  hrefLang: 'hreflang',
  colSpan: 'colspan',
  rowSpan: 'rowspan',
  srcSet: 'srcset',
  srcLang: 'srclang',
  playsInline: 'playsinline',
  dateTime: 'datetime',
};

const mediaTags = new Set(['audio', 'video', 'source', 'track']);

const known = new Map<string, string>();

function formatName(property: string): string {
  const name = known.get(property) ?? spellName(property);
  // Authors may write any name.
  if (known.size < 500) known.set(property, name);
  return name;
}

function spellName(property: string): string {
  return (
    names[property] ??
    property.replace(/^(data|aria)([A-Z].*)$/, (_, group: string, rest: string) =>
      group === 'aria' ? `aria-${rest.toLowerCase()}` : group + rest.replace(/[A-Z]/g, (c) => `-${c.toLowerCase()}`),
    )
  );
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };
const special = /[&<>]/;

function escapeText(text: string): string {
  return special.test(text) ? text.replace(/[&<>]/g, (c) => entities[c]!) : text;
}

const comment = /^\s*(?:\/\*[\s\S]*?\*\/\s*)*$/;

export interface FormattedHtml {
  readonly html: OpenHtml;
  readonly ids: readonly string[];
}

/** `null` where the tree holds an expression or a component of the author's own, which only runs. */
export function formatHtml(root: Nodes): FormattedHtml | null {
  const html: (string | Place)[] = [];
  const ids: string[] = [];
  let text = '';
  const leave = (place: Place): void => {
    if (text) html.push(text);
    text = '';
    html.push(place);
  };
  const writeAttributes = (tagName: string, properties: Properties): void => {
    for (const name in properties) {
      const value = properties[name];
      if (value === null || value === undefined || value === false) continue;
      if (name === 'data-b') leave({ kind: 'block', index: Number(value) });
      else if (value === true) text += ` ${formatName(name)}`;
      else {
        const written = Array.isArray(value) ? value.join(' ') : String(value);
        if (name === 'id') ids.push(written);
        const kind = addressKind(tagName, name);
        const index = kind && readMarked(written);
        if (kind === 'link' && index !== undefined) leave({ kind, index });
        else {
          text += ` ${formatName(name)}="`;
          if (kind === undefined || index === undefined) text += escapeHtml(written);
          else leave({ kind, index });
          text += '"';
        }
      }
    }
  };
  const writeImage = (index: number, { src: _, ...others }: Properties): void => {
    const before = text;
    text = '';
    writeAttributes('img', others);
    const attributes = text.trim();
    text = before;
    leave({ kind: 'image', index, attributes });
  };
  const writeElement = ({ tagName, properties, children }: Element): boolean => {
    const image = tagName === 'img' ? readMarked(properties.src) : undefined;
    if (image !== undefined) writeImage(image, properties);
    else if (tagName === 'b-s') leave(rowPlace);
    else if (tagName === 'b-t') leave({ kind: 'twin', index: Number(properties.n), bare: 'bare' in properties });
    else {
      text += `<${tagName}`;
      writeAttributes(tagName, properties);
      text += '>';
      if (children.length === 0 && voidTags.test(tagName)) return true;
      if (!children.every(write)) return false;
      text += `</${tagName}>`;
    }
    return true;
  };
  const write = (node: Nodes): boolean => {
    switch (node.type as string) {
      case 'text':
        text += escapeText((node as { value: string }).value);
        return true;
      case 'element':
        return writeElement(node as Element);
      case 'root':
        return (node as Element).children.every(write);
      case 'mdxFlowExpression':
      case 'mdxTextExpression':
        return comment.test((node as unknown as { value: string }).value);
      default:
        return false;
    }
  };
  if (!write(root)) return null;
  if (text) html.push(text);
  return { html, ids };
}

function addressKind(tagName: string, name: string): 'link' | 'file' | undefined {
  if (tagName === 'a') return name === 'href' ? 'link' : undefined;
  return mediaTags.has(tagName) && (name === 'src' || name === 'poster') ? 'file' : undefined;
}

function readMarked(value: unknown): number | undefined {
  return typeof value === 'string' && value.startsWith(addressMark)
    ? Number(value.slice(addressMark.length))
    : undefined;
}

import type { Element, Nodes, Properties } from 'hast';
import { escapeHtml, voidTags } from './render-jsx.ts';

/** HTML names of the properties that HAST spells otherwise; `data…` and `aria…` follow a rule of their own. */
const names: Readonly<Record<string, string>> = {
  className: 'class',
  htmlFor: 'for',
  tabIndex: 'tabindex',
  hrefLang: 'hreflang',
  colSpan: 'colspan',
  rowSpan: 'rowspan',
  srcSet: 'srcset',
  dateTime: 'datetime',
};

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

function formatAttributes(properties: Properties): string {
  let out = '';
  for (const name in properties) {
    const value = properties[name];
    if (value === null || value === undefined || value === false) continue;
    if (value === true) out += ` ${formatName(name)}`;
    else out += ` ${formatName(name)}="${escapeHtml(Array.isArray(value) ? value.join(' ') : String(value))}"`;
  }
  return out;
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };
const special = /[&<>]/;

function escapeText(text: string): string {
  return special.test(text) ? text.replace(/[&<>]/g, (c) => entities[c]!) : text;
}

/** An MDX expression that is a comment and nothing else. */
const comment = /^\s*(?:\/\*[\s\S]*?\*\/\s*)*$/;

/** HTML of a tree; `null` where it holds something that only runs: an expression, a component of the author's own. */
export function formatHtml(node: Nodes): string | null {
  let out = '';
  const write = (one: Nodes): boolean => {
    switch (one.type as string) {
      case 'text':
        out += escapeText((one as { value: string }).value);
        return true;
      case 'element': {
        const { tagName, properties, children } = one as Element;
        out += `<${tagName}${formatAttributes(properties)}>`;
        if (children.length === 0 && voidTags.test(tagName)) return true;
        for (const child of children) if (!write(child)) return false;
        out += `</${tagName}>`;
        return true;
      }
      case 'root':
        for (const child of (one as Element).children) if (!write(child)) return false;
        return true;
      case 'mdxFlowExpression':
      case 'mdxTextExpression':
        return comment.test((one as unknown as { value: string }).value);
      default:
        return false;
    }
  };
  return write(node) ? out : null;
}

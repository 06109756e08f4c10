import { escapeHtml } from '../base/escape-html.ts';
import type { Snippet } from '../settings/outside.ts';

export function formatSnippet({ tag, attributes, content = '' }: Snippet): string {
  const written = Object.entries(attributes).map(([name, value]) =>
    value === true ? ` ${name}` : ` ${name}="${escapeHtml(value)}"`,
  );
  const open = `<${tag}${written.join('')}>`;
  return tag === 'link' || tag === 'meta' ? open : `${open}${content}</${tag}>`;
}

import { escapeHtml } from '../markdown/render-jsx.ts';

/** HTML that needs no more escaping. */
export class Html {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
  toString(): string {
    return this.text;
  }
}

/** What a template shows: text is escaped, lists are joined, `null`, `undefined` and `false` are left out. */
export type Shown = Html | string | number | null | undefined | false | readonly Shown[];

function show(value: Shown): string {
  if (typeof value === 'string') return escapeHtml(value);
  if (value instanceof Html) return value.text;
  if (value === null || value === undefined || value === false) return '';
  if (typeof value === 'number') return String(value);
  let out = '';
  for (const one of value) out += show(one);
  return out;
}

/** A template of HTML. Values may stand in text and between the quotation marks of attributes. */
export function html(strings: TemplateStringsArray, ...values: readonly Shown[]): Html {
  let out = strings[0]!;
  for (let i = 0; i < values.length; i++) out += show(values[i]) + strings[i + 1]!;
  return new Html(out);
}

/** Takes HTML that something else has made as it is. */
export const raw = (text: string | undefined): Html => new Html(text ?? '');

/** ` name="value"`, or nothing where there is no value. */
export function attribute(name: string, value: string | undefined | null | false): Html {
  return new Html(typeof value === 'string' ? ` ${name}="${escapeHtml(value)}"` : '');
}

export interface PageData {
  readonly text: Readonly<Record<string, string>>;
  readonly work?: WorkData;
}

/** Foreign words are isolated; a side is missing where the edition is. */
export interface WorkData {
  readonly id: string;
  readonly title: Sides<string>;
  readonly authors: Sides<readonly string[]>;
  readonly translators: Sides<readonly string[]>;
  /** ISO day. */
  readonly date: string;
  /** Each side in its own calendar. */
  readonly dates: Sides<string>;
  readonly site: Sides<string>;
}

export type Sides<T> = { readonly [side in 'en' | 'fa']?: T };

let data: PageData | undefined;

export function pageData(): PageData {
  data ??= JSON.parse(document.getElementById('page-data')?.textContent || '{"text":{}}') as PageData;
  return data;
}

export function text(key: string): string {
  return pageData().text[key] ?? key;
}

export function element<K extends keyof HTMLElementTagNameMap>(
  name: K,
  attributes: Readonly<Record<string, string>> = {},
  ...children: (Node | string)[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
}

export function button(label: string, onClick: (event: MouseEvent) => unknown): HTMLButtonElement {
  const made = element('button', { type: 'button' }, label);
  made.addEventListener('click', onClick);
  return made;
}

/** Interface texts that the layout hands over: by key, plural endings attached, `{{…}}` where values go. */
export type SearchTexts = Readonly<Record<string, string>>;

/** What a form tells its script: addresses relative to the page, and texts in the page's language. */
export interface SearchSettings {
  /** The site's root. */
  readonly root: string;
  /** Where the search page is. */
  readonly page: string;
  readonly texts: SearchTexts;
  /** BCP 47 tags of the two languages. */
  readonly tags: Readonly<Record<'en' | 'fa', string>>;
  /** The page's own language. */
  readonly lang: 'en' | 'fa';
}

/** Reads the settings from the form that carries them. */
export function readSettings(form: HTMLElement): SearchSettings {
  return JSON.parse(form.dataset.settings || '{}') as SearchSettings;
}

/** A number in the page's digits. */
export function formatCount(count: number): string {
  // ICU puts direction marks beside some numbers; the markup around them does that work here.
  return new Intl.NumberFormat(document.documentElement.lang).format(count).replace(/[\u200e\u200f]/g, '');
}

/** The text for `key`; with a `count`, the plural form that both languages use here: none, one, or more. */
export function fill(texts: SearchTexts, key: string, values: Readonly<Record<string, string | number>> = {}): string {
  const { count } = values;
  const plural = count === 0 ? '_zero' : count === 1 ? '_one' : '_other';
  const template = texts[typeof count === 'number' ? key + plural : key] ?? texts[key] ?? key;
  return template.replace(/\{\{(\w+)\}\}/g, (_, name: string) => {
    const value = values[name] ?? '';
    return typeof value === 'number' ? formatCount(value) : value;
  });
}

import { search as en } from '../i18n/en.json';
import { search as fa } from '../i18n/fa.json';
import { locales } from '../locales.ts';
import type { Lang } from '../markdown/block.ts';

/** Letters of a query: hosts refuse much longer addresses. */
export const LONGEST = 200;

export interface SearchSettings {
  readonly root: string;
  readonly lang: Lang;
}

export function readSettings(holder: HTMLElement): SearchSettings {
  return { root: holder.dataset.root ?? '', lang: document.documentElement.lang.startsWith('fa') ? 'fa' : 'en' };
}

export function searchPage({ root, lang }: SearchSettings): string {
  return `${root}${lang}/search.html`;
}

const texts: Readonly<Record<Lang, Readonly<Record<string, string>>>> = { en, fa };

function formatCount(lang: Lang, count: number): string {
  const { tag, digits } = locales[lang];
  // ICU puts direction marks beside some numbers; the markup around them does that work here.
  return new Intl.NumberFormat(`${tag}-u-nu-${digits}`).format(count).replace(/[\u200e\u200f]/g, '');
}

/** `count` chooses the form: none, one, or more. */
export function fill(lang: Lang, key: string, values: Readonly<Record<string, string | number>> = {}): string {
  const { count } = values;
  const plural = count === undefined ? '' : count === 0 ? '_zero' : count === 1 ? '_one' : '_other';
  return (texts[lang][key + plural] ?? key).replace(/\{\{(\w+)\}\}/g, (_, name: string) => {
    const value = values[name] ?? '';
    return typeof value === 'number' ? formatCount(lang, value) : value;
  });
}

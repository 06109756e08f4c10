import type { Lang } from './markdown/block.ts';
import { settings } from './settings/current.ts';

export interface Locale {
  readonly lang: Lang;
  /** BCP 47 tag: in `lang`, `hreflang` and for `Intl`. */
  readonly tag: string;
  readonly dir: 'ltr' | 'rtl';
  /** The language's own name, for switches. */
  readonly name: string;
  readonly calendar: 'gregory' | 'persian';
  readonly digits: 'latn' | 'arabext';
  /** Tag to collate by: `fa-AF` has no collation of its own. */
  readonly collation: string;
  readonly openGraph: string;
}

/** Open Graph needs a territory: this one where the tag names none. */
const territories = { en: 'GB', fa: 'IR' } as const;

function createLocale(lang: Lang, dir: Locale['dir'], name: string): Locale {
  const { tag } = settings.languages[lang];
  const territory = /-([A-Z]{2})$/.exec(tag)?.[1] ?? territories[lang];
  return { lang, dir, name, ...settings.languages[lang], collation: lang, openGraph: `${lang}_${territory}` };
}

export const locales: Readonly<Record<Lang, Locale>> = {
  en: createLocale('en', 'ltr', 'English'),
  fa: createLocale('fa', 'rtl', 'فارسی'),
};

export const langs: readonly Lang[] = ['en', 'fa'];

export function otherLang(lang: Lang): Lang {
  return lang === 'en' ? 'fa' : 'en';
}

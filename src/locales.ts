import type { Lang } from './works/block.ts';

/** How one language is tagged, set and dated. A newsroom that writes for Iran sets `tag: 'fa-IR'`. */
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

export const locales: Readonly<Record<Lang, Locale>> = {
  en: {
    lang: 'en',
    tag: 'en',
    dir: 'ltr',
    name: 'English',
    calendar: 'gregory',
    digits: 'latn',
    collation: 'en',
    openGraph: 'en_GB',
  },
  fa: {
    lang: 'fa',
    tag: 'fa-AF',
    dir: 'rtl',
    name: 'فارسی',
    calendar: 'persian',
    digits: 'arabext',
    collation: 'fa',
    openGraph: 'fa_AF',
  },
};

export const langs: readonly Lang[] = ['en', 'fa'];

/** The twin language. */
export function otherLang(lang: Lang): Lang {
  return lang === 'en' ? 'fa' : 'en';
}

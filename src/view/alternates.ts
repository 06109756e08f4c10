import { addresses } from '../content/addresses.ts';
import { langs, locales, otherLang } from '../locales.ts';
import type { PageProps } from './page-props.ts';

/**
 * Every page of a group names all of it, itself included, and a default. @see
 * https://developers.google.com/search/docs/specialty/international/localized-versions
 */
export function listAlternates({ lang, path, twin, paired = true }: PageProps): (readonly [string, string])[] {
  const tag = (of: typeof lang) => locales[of].tag;
  if (path === addresses.root || path === addresses.front(lang))
    return [...langs.map((l) => [tag(l), addresses.front(l)] as const), ['x-default', addresses.root]];
  if (!paired || twin === undefined) return [];
  const paths = { [lang]: path, [otherLang(lang)]: twin } as Record<typeof lang, string>;
  return [...langs.map((l) => [tag(l), paths[l]] as const), ['x-default', paths.en]];
}

import { addresses } from '../../content/addresses.ts';
import { listOldAddresses } from '../../content/redirects.ts';
import type { Incoming } from '../incoming.ts';

/** The aliases that a text gets, and the old addresses that another page has today. */
export interface ChosenAliases {
  readonly aliases: readonly string[];
  readonly taken: readonly string[];
}

/**
 * Chooses the aliases of all texts: no old address may be that of a page of the new site, and each leads to one text
 * only, the first that had it.
 * @param slugs names in the new site, by key
 * @param known paths below `dist/` of the pages that the site has beside those of the texts
 */
export function chooseAliases(
  texts: readonly Incoming[],
  slugs: ReadonlyMap<string, string>,
  twins: ReadonlyMap<string, string>,
  known: Iterable<string>,
): Map<string, ChosenAliases> {
  const pages = new Set(known);
  for (const { key, lang } of texts) {
    pages.add(addresses.article(lang, slugs.get(key)!));
    if (twins.has(key)) pages.add(addresses.facing(slugs.get(key)!));
  }
  const claimed = new Map<string, string>();
  const chosen = new Map<string, ChosenAliases>();
  for (const { key, lang, aliases } of texts) {
    const slug = slugs.get(key)!;
    const paths = new Set<string>();
    const taken: string[] = [];
    // The two texts of a work share a facing page, and with it what it was called.
    const work = [key, twins.get(key) ?? key].sort()[0]!;
    for (const alias of aliases) {
      const page = listOldAddresses(lang, alias, twins.has(key)).map((one) => one!.page ?? one!.from);
      if (page[0] === addresses.article(lang, slug)) continue;
      const isFree = page.every((one, n) => {
        const owner = claimed.get(one);
        return (owner === undefined || owner === (n === 0 ? key : work)) && !(n === 0 && pages.has(one));
      });
      if (!isFree) {
        taken.push(alias);
        continue;
      }
      for (const [n, one] of page.entries()) claimed.set(one, n === 0 ? key : work);
      paths.add(alias);
    }
    chosen.set(key, { aliases: [...paths], taken });
  }
  return chosen;
}

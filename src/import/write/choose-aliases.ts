import { addresses } from '../../content/addresses.ts';
import { decodeTarget } from '../../content/links.ts';
import { pageOf } from '../../content/redirects.ts';
import { langs } from '../../locales.ts';
import type { Incoming } from '../incoming.ts';

/** The aliases that a text gets, and the old addresses that another page has today. */
export interface ChosenAliases {
  readonly aliases: readonly string[];
  readonly taken: readonly string[];
}

/** Pages that every site has, beside those of its texts. */
const OWN = [
  addresses.root,
  '404.html',
  ...langs.flatMap((lang) => [
    addresses.front(lang),
    addresses.search(lang),
    addresses.archive(lang, 1),
    addresses.topics(lang),
    addresses.people(lang),
    addresses.corrections(lang),
  ]),
];

/**
 * Chooses the aliases of all texts: no old address may be that of a page of the new site, and each leads to one text
 * only, the first that had it.
 * @param slugs names in the new site, by key
 * @param others language and slug of editions that no import wrote
 */
export function chooseAliases(
  texts: readonly Incoming[],
  slugs: ReadonlyMap<string, string>,
  twins: ReadonlyMap<string, string>,
  others: Iterable<string>,
): Map<string, ChosenAliases> {
  const pages = new Set([...OWN, ...[...others].map((place) => `${place}.html`)]);
  for (const { key, lang } of texts) {
    pages.add(addresses.article(lang, slugs.get(key)!));
    if (twins.has(key)) pages.add(addresses.facing(slugs.get(key)!));
  }
  const claimed = new Map<string, string>();
  const chosen = new Map<string, ChosenAliases>();
  for (const text of texts) {
    const { key, lang, aliases } = text;
    const slug = slugs.get(key)!;
    const own = new Set<string>();
    const taken: string[] = [];
    // The two texts of a work share a facing page, and with it what it was called.
    const work = [key, twins.get(key) ?? key].sort()[0]!;
    for (const alias of aliases) {
      const page = findPages(text, alias, twins.has(key));
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
      own.add(alias);
    }
    chosen.set(key, { aliases: [...own], taken });
  }
  return chosen;
}

/** The pages that an alias makes, first that of the edition; the whole address where it has a query. */
function findPages({ lang }: Incoming, alias: string, hasTwin: boolean): [string, ...string[]] {
  if (alias.startsWith('/')) {
    const address = decodeTarget(alias).normalize('NFC');
    return [pageOf(address) ?? address];
  }
  const old = alias.normalize('NFC').replace(/\.(?:mdx?|html)$/, '');
  return hasTwin ? [addresses.article(lang, old), addresses.facing(old)] : [addresses.article(lang, old)];
}

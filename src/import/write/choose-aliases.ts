import { addresses } from '../../content/addresses.ts';
import { listOldAddresses } from '../../content/redirects.ts';
import type { Incoming } from '../incoming.ts';

export interface ChosenAliases {
  readonly aliases: readonly string[];
  readonly taken: readonly { readonly address: string; readonly taken: string }[];
}

/**
 * No alias may be a page of the new site, and each goes to the first text that had it.
 * @param slugs in the new site, by key
 * @param known paths below `dist/` of pages beside those of the texts
 * @param claims of other editions: path below `dist/`, or the address where it has a query → what claims it, in words
 */
export function chooseAliases(
  texts: readonly Incoming[],
  slugs: ReadonlyMap<string, string>,
  twins: ReadonlyMap<string, string>,
  known: Iterable<string>,
  claims: ReadonlyMap<string, string>,
): Map<string, ChosenAliases> {
  const pages = new Set(known);
  for (const { key, lang } of texts) {
    pages.add(addresses.article(lang, slugs.get(key)!));
    if (twins.has(key)) pages.add(addresses.facing(slugs.get(key)!));
  }
  const claimed = new Map<string, { owner: string; label: string }>();
  for (const [address, label] of claims) claimed.set(address, { owner: `other ${label}`, label });
  const chosen = new Map<string, ChosenAliases>();
  for (const { key, lang, title, aliases } of texts) {
    const slug = slugs.get(key)!;
    const paths = new Set<string>();
    const taken: { address: string; taken: string }[] = [];
    // Both texts of a work share the facing page and its old addresses.
    const work = [key, twins.get(key) ?? key].sort()[0]!;
    for (const alias of aliases) {
      const page = listOldAddresses(lang, alias, twins.has(key)).map((one) => one!.page ?? one!.from);
      if (page[0] === addresses.article(lang, slug)) continue;
      if (pages.has(page[0]!)) {
        taken.push({ address: alias, taken: 'the address of a page today' });
        continue;
      }
      const ownerOf = (n: number) => (n === 0 ? key : work);
      const other = page
        .map((one, n) => ({ n, ...claimed.get(one) }))
        .find(({ n, owner }) => owner && owner !== ownerOf(n));
      if (other) {
        taken.push({ address: alias, taken: `${other.label} already` });
        continue;
      }
      for (const [n, one] of page.entries()) claimed.set(one, { owner: ownerOf(n), label: `an alias of "${title}"` });
      paths.add(alias);
    }
    chosen.set(key, { aliases: [...paths], taken });
  }
  return chosen;
}

import { addAlias } from './add-alias.ts';
import { editEdition } from './edit-edition.ts';
import { listRenamed } from './keep-addresses.ts';
import type { LostPair } from './lost-pairs.ts';
import type { OpenSite } from './open-site.ts';
import type { RenamedEdition } from './renamed-editions.ts';
import { setTranslationOf } from './set-translation-of.ts';

export interface KeptPair {
  readonly pair: LostPair;
  readonly renamed: readonly RenamedEdition[];
}

/** The translation names the original; what was renamed keeps its old address. Then the site has to be opened anew. */
export function keepPairs(site: OpenSite, isWanted: (work: string) => boolean): KeptPair[] {
  const { root } = site.content;
  return site.lostPairs
    .filter(({ canKeep }) => canKeep)
    .flatMap((pair): KeptPair[] => {
      const { name, record, original, translation } = pair;
      if (![name, original.slug, translation.slug].some(isWanted)) return [];
      const editions = { [original.lang]: original, [translation.lang]: translation };
      const found = listRenamed(site, { name: original.slug, editions }, { ...record, work: name });
      const addOld = (edition: typeof original, source: string) => {
        const old = found.find((one) => one.edition === edition);
        return old ? addAlias(source, old.oldSlug) : source;
      };
      const join = (source: string) => addOld(translation, setTranslationOf(source, original.slug));
      if (!editEdition(root, translation, join)) return [];
      const renamed = found.filter(
        ({ edition }) => edition === translation || editEdition(root, edition, (source) => addOld(edition, source)),
      );
      return [{ pair, renamed }];
    });
}

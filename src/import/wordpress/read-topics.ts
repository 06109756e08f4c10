import type { Lang } from '../../markdown/block.ts';
import type { IncomingLabel } from '../incoming.ts';
import { guessLanguage, repairLine, startRepairs } from '../markdown/repair-text.ts';
import { readPolylangGroups } from './read-groups.ts';
import { readMeta, type WxrItem, type WxrSite } from './wxr.ts';

export interface Topics {
  /** @param asSection the post's main category is its section, and only the rest are topics */
  readonly find: (item: WxrItem, asSection: boolean) => { topics: readonly string[]; section?: string | undefined };
  readonly idOf: (slug: string) => string | undefined;
  readonly listPaired: () => readonly IncomingLabel[];
}

const NOTHING = /^(?:uncategori[sz]ed|unkategorisiert|دسته.?بندی.?نشده)/i;

const repairName = (name: string) => repairLine(name, guessLanguage(name) ?? 'en', startRepairs());

/** As Polylang groups them, or by slugs that differ only in `-en` or `-fa` at the end. */
export function readTopics(sites: readonly WxrSite[]): Topics {
  const labels = new Map<string, IncomingLabel | string>();
  const paired = new Map<string, IncomingLabel>();
  for (const site of sites) {
    const terms = site.terms
      .filter(({ taxonomy }) => taxonomy === 'category' || taxonomy === 'post_tag')
      .map((term) => ({ ...term, name: repairName(term.name) }));
    const groups = readPolylangGroups(site.terms, 'term_translations');
    const bundles = Map.groupBy(
      terms,
      (term) => groups.get(term.id) ?? `slug:${term.slug.replace(/-(?:en|fa|2)$/, '')}`,
    );
    for (const bundle of bundles.values()) {
      const of = (lang: Lang) => bundle.find(({ name }) => guessLanguage(name) === lang);
      const [en, fa] = [of('en'), of('fa')];
      if (!en || !fa) {
        for (const { slug, name } of bundle) if (!labels.has(slug)) labels.set(slug, name);
        continue;
      }
      const latin = [en.slug, fa.slug].find((slug) => /^[a-z0-9-]+$/.test(slug));
      const id = (latin ?? en.name.toLowerCase().replace(/[^a-z0-9]+/g, '-')).replace(/-(?:en|fa)$/, '');
      const label = paired.get(id) ?? { id, en: en.name, fa: fa.name };
      paired.set(id, label);
      for (const { slug } of bundle) labels.set(slug, label);
    }
  }
  const nameOf = (slug: string, name: string) => {
    const label = labels.get(slug) ?? repairName(name);
    return typeof label === 'string' ? label : label.id;
  };
  return {
    idOf: (slug) => (labels.has(slug) ? nameOf(slug, slug) : undefined),
    listPaired: () => [...paired.values()],
    find: (item, asSection) => {
      const main = Number(readMeta(item, '_yoast_wpseo_primary_category', 'rank_math_primary_category'));
      const mainSlug = sites
        .flatMap(({ terms }) => terms)
        .find(({ id, taxonomy }) => id === main && taxonomy === 'category')?.slug;
      const categories = item.terms.filter(
        ({ domain, nicename, name }) => domain === 'category' && !NOTHING.test(nicename) && !NOTHING.test(name),
      );
      const first = categories.find(({ nicename }) => nicename === mainSlug) ?? categories[0];
      const section = asSection && first && typeof labels.get(first.nicename) === 'object' ? first : undefined;
      const tags = item.terms.filter(({ domain }) => domain === 'post_tag' || domain === 'tag');
      const topics = [...categories.filter((term) => term !== section), ...tags].map(({ nicename, name }) =>
        nameOf(nicename, name),
      );
      return {
        topics: [...new Set(topics)].filter(Boolean),
        section: section && nameOf(section.nicename, section.name),
      };
    },
  };
}

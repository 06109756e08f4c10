import { unserialize } from 'php-serialize';
import { readMeta, type WxrItem, type WxrTerm } from './wxr.ts';

/** Id → name of the group of translations. */
export type Groups = ReadonlyMap<number, string>;

/** Polylang keeps a group in the description of a term: a PHP map, language → id. @param taxonomy of posts or terms */
export function readPolylangGroups(terms: readonly WxrTerm[], taxonomy: string): Groups {
  const groups = new Map<number, string>();
  for (const term of terms) {
    if (term.taxonomy !== taxonomy) continue;
    for (const id of readIds(term.description)) groups.set(id, term.slug);
  }
  return groups;
}

function readIds(serialized: string): number[] {
  try {
    const map: unknown = unserialize(serialized);
    return typeof map === 'object' && map !== null
      ? Object.values(map)
          .map(Number)
          .filter((id) => id > 0)
      : [];
  } catch {
    // Exports change the lengths that PHP writes before a text.
    return [...serialized.matchAll(/[:;]i:(\d+);/g)].map(([, id]) => Number(id)).filter((id) => id > 0);
  }
}

export function readGroup(item: WxrItem, polylang: Groups): { by: string; id: string } | undefined {
  const term = item.terms.find(({ domain }) => domain === 'post_translations')?.nicename;
  const group = term ?? polylang.get(item.id);
  if (group) return { by: 'Polylang', id: `polylang:${group}` };
  const trid = readMeta(item, 'trid', '_icl_trid', 'icl_trid', '_wpml_trid', 'wpml_trid');
  if (/^\d+$/.test(trid) && trid !== '0') return { by: 'WPML', id: `trid:${trid}` };
  const original = readMeta(
    item,
    '_icl_lang_duplicate_of',
    '_icl_translation_of',
    'icl_translation_of',
    '_wpml_original_post_id',
  );
  if (/^\d+$/.test(original) && original !== '0') return { by: 'WPML', id: `original:${original}` };
  return undefined;
}

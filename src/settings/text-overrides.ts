import { z } from 'astro/zod';
import { findNearest } from '../base/nearest-name.ts';
import en from '../i18n/en.json' with { type: 'json' };
import fa from '../i18n/fa.json' with { type: 'json' };

type Tree = { readonly [key: string]: string | Tree };

/** By whole keys: `nav.about`. */
export function flattenTexts(tree: Tree, prefix = ''): Map<string, string> {
  const texts = new Map<string, string>();
  for (const [key, value] of Object.entries(tree)) {
    if (typeof value === 'string') texts.set(prefix + key, value);
    else for (const entry of flattenTexts(value, `${prefix}${key}.`)) texts.set(...entry);
  }
  return texts;
}

const listValues = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([value]) => value).sort();

function overrides(defaults: Tree) {
  const known = flattenTexts(defaults);
  return z
    .record(z.string(), z.string(), { error: 'must be texts by their keys: { "nav.about": "About us" }' })
    .superRefine((texts, context) => {
      for (const [key, text] of Object.entries(texts)) {
        const usual = known.get(key);
        const report = (message: string) => context.addIssue({ code: 'custom', path: [key], message });
        if (usual === undefined) {
          const near = findNearest(key, known.keys());
          report(
            `is no text of the interface${near ? ` (did you mean "${near}"?)` : '; src/i18n/en.json has them all'}`,
          );
        } else {
          const strange = listValues(text).find((value) => !listValues(usual).includes(value));
          if (strange) report(`must not hold ${strange}, which this text is not given`);
        }
      }
    })
    .default({});
}

export const textFields = {
  /**
   * Texts of the interface in your own words, by their keys in `src/i18n/en.json`.
   * @example texts: { en: { 'list.latest': 'New' }, fa: { 'list.latest': 'تازه‌ها' } }
   */
  texts: z.strictObject({ en: overrides(en), fa: overrides(fa) }).prefault({}),
};

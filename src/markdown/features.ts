import type { Features } from 'satteri';
import { translate } from '../i18n/translate.ts';
import type { Lang } from './block.ts';

/** One set for every way in which an edition is compiled. */
export function markdownFeatures(lang: Lang): Features {
  const t = (key: 'footnotes.label' | 'footnotes.back') => translate(lang, key);
  return {
    gfm: {
      footnotes: { label: t('footnotes.label'), backLabel: t('footnotes.back'), clobberPrefix: `${lang}-` },
    },
    smartPunctuation: false,
    definitionList: false,
  };
}

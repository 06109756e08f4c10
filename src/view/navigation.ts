import { translator } from '../i18n/translate.ts';
import { addresses } from '../works/addresses.ts';
import type { Lang } from '../works/block.ts';

/** The pages that the bar and the foot of every page link to: path below `dist/` and label. */
export function listNavigation(lang: Lang): { to: string; label: string }[] {
  const t = translator(lang);
  return [
    { to: addresses.archive(lang, 1), label: t('nav.works') },
    { to: addresses.topics(lang), label: t('nav.topics') },
    { to: addresses.people(lang), label: t('nav.people') },
    { to: addresses.about(lang), label: t('nav.about') },
  ];
}

import { translator } from '../i18n/translate.ts';
import { otherLang } from '../locales.ts';
import type { Lang } from '../markdown/block.ts';
import type { PreparedWork } from '../works/prepared.ts';
import { listGaps } from './gaps.ts';

/** What is said above a text about its translation: that there is none, that it is not whole, that parts are out of date. */
export function listNotices(prepared: PreparedWork, lang: Lang): string[] {
  const { work, alignment, editions } = prepared;
  const t = translator(lang);
  const isOriginal = lang === work.original;
  if (!editions[otherLang(lang)]) return [t('article.noTranslation')];
  const isPartial = listGaps(prepared, work.original).some(({ lacking }) => lacking !== work.original);
  const isBehind = alignment.units.some(
    ({ state, stale }) => state === 'stale' && (stale!.apart || stale!.moved !== lang),
  );
  const behind = isOriginal
    ? t('article.originalBehind', { language: t(`language.${otherLang(lang)}`) })
    : t('article.behind');
  return [...(isPartial ? [t(isOriginal ? 'gaps.twinPartial' : 'gaps.partial')] : []), ...(isBehind ? [behind] : [])];
}

import type { Lang } from '../markdown/block.ts';
import { translator } from './translate.ts';

export function scriptTexts(lang: Lang, kind: 'article' | 'facing' | 'other'): Record<string, string> {
  const t = translator(lang);
  const keys = {
    keys: t('keys.title'),
    keysOff: t('keys.off'),
    keysOn: t('keys.on'),
    close: t('keys.close'),
    switchKey: t('keys.switch'),
    searchKey: t('keys.search'),
  };
  if (kind === 'other') return keys;
  if (kind === 'facing') {
    return {
      ...keys,
      show: t('facing.show'),
      width: t('facing.width'),
      nextRowKey: t('keys.nextRow'),
      previousRowKey: t('keys.previousRow'),
      swapKey: t('keys.swap'),
      articleKey: t('keys.article'),
      note: t('reader.note'),
    };
  }
  return {
    ...keys,
    peekKey: t('keys.peek'),
    peekAllKey: t('keys.peekAll'),
    closeKey: t('keys.closePeek'),
    facingKey: t('keys.facing'),
    peek: t('reader.peek'),
    twin: t('reader.twin'),
    menu: t('reader.menu'),
    link: t('reader.link'),
    thisPage: t('reader.thisPage'),
    facing: t('reader.facing'),
    text: t('reader.text'),
    english: t('language.en'),
    persian: t('language.fa'),
    both: t('reader.both'),
    format: t('reader.format'),
    plain: t('reader.plain'),
    markdown: t('reader.markdown'),
    html: t('reader.html'),
    cite: t('reader.cite'),
    citation: t('reader.citation'),
    bibtex: t('reader.bibtex'),
    csl: t('reader.csl'),
    share: t('reader.share'),
    copied: t('reader.copied'),
    copyFailed: t('reader.copyFailed'),
    translatedBy: t('article.translators'),
    note: t('reader.note'),
    zoom: t('reader.zoom'),
  };
}

import i18next from 'i18next';
import type { Lang } from '../markdown/block.ts';
import { formatNumber } from './format.ts';
import { interfaceTexts } from './interface-texts.ts';

type Leaves<T> = { [K in keyof T & string]: T[K] extends string ? K : `${K}.${Leaves<T[K]>}` }[keyof T & string];
type WithoutPlural<K extends string> = K extends `${infer Base}_${'zero' | 'one' | 'other'}` ? Base : K;

/** A key of `en.json` without its plural ending. */
export type TextKey = WithoutPlural<Leaves<typeof interfaceTexts.en>>;

const instance = i18next.createInstance();
instance.init({
  resources: { en: { translation: interfaceTexts.en }, fa: { translation: interfaceTexts.fa } },
  initAsync: false,
  fallbackLng: false,
  interpolation: { escapeValue: false },
  returnNull: false,
});
const fixed = { en: instance.getFixedT('en'), fa: instance.getFixedT('fa') };

const known = { en: new Map<string, string>(), fa: new Map<string, string>() };

type Values = { count?: number } & Record<string, string | number>;

/** `count` chooses the plural (Persian has its own text for 0); other values are escaped where the page is made. */
export function translate(lang: Lang, key: TextKey, values?: Values): string {
  const asked = values ? nameCount(key, values) : key;
  let text = asked && known[lang].get(asked);
  if (!text) {
    text = lookUp(lang, key, values);
    if (asked) known[lang].set(asked, text);
  }
  return text;
}

/** Undefined where there are values other than a number. */
function nameCount(key: TextKey, values: Values): string | undefined {
  for (const name in values) if (name !== 'count') return undefined;
  return `${key} ${values.count}`;
}

function lookUp(lang: Lang, key: TextKey, values: Values = {}): string {
  const { count, ...rest } = values;
  if (count === undefined) return fixed[lang](key, rest);
  return fixed[lang](key, { ...rest, count, replace: { ...rest, count: formatNumber(lang, count) } });
}

export function translator(lang: Lang): (key: TextKey, values?: Parameters<typeof translate>[2]) => string {
  return (key, values) => translate(lang, key, values);
}

import i18next from 'i18next';
import type { Lang } from '../markdown/block.ts';
import { formatNumber } from './format.ts';
import { interfaceTexts } from './interface-texts.ts';

type Leaves<T> = { [K in keyof T & string]: T[K] extends string ? K : `${K}.${Leaves<T[K]>}` }[keyof T & string];
type WithoutPlural<K extends string> = K extends `${infer Base}_${'zero' | 'one' | 'other'}` ? Base : K;

/** Every interface text: a key of `en.json`, plural endings left off. */
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

/** Texts that take no values, or a number only, looked up once: every page of a build asks for the same ones. */
const known = { en: new Map<string, string>(), fa: new Map<string, string>() };

/** What a text is to show: a number that decides its plural, and others by name. */
type Values = { count?: number } & Record<string, string | number>;

/**
 * An interface text. `count` chooses the plural (Persian has its own text for 0) and is shown in the language's
 * digits; other values are put in as they are and escaped where the page is made.
 */
export function translate(lang: Lang, key: TextKey, values?: Values): string {
  const asked = values ? nameCount(key, values) : key;
  let text = asked && known[lang].get(asked);
  if (!text) {
    text = lookUp(lang, key, values);
    if (asked) known[lang].set(asked, text);
  }
  return text;
}

/** What a text with no value but a number is remembered by; nothing where it has other values. */
function nameCount(key: TextKey, values: Values): string | undefined {
  for (const name in values) if (name !== 'count') return undefined;
  return `${key} ${values.count}`;
}

function lookUp(lang: Lang, key: TextKey, values: Values = {}): string {
  const { count, ...rest } = values;
  if (count === undefined) return fixed[lang](key, rest);
  return fixed[lang](key, { ...rest, count, replace: { ...rest, count: formatNumber(lang, count) } });
}

/** `translate` for one language. */
export function translator(lang: Lang): (key: TextKey, values?: Parameters<typeof translate>[2]) => string {
  return (key, values) => translate(lang, key, values);
}

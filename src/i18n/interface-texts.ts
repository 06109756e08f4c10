import type { Lang } from '../markdown/block.ts';
import { settings } from '../settings/current.ts';
import en from './en.json' with { type: 'json' };
import fa from './fa.json' with { type: 'json' };
import iranian from './fa-IR.json' with { type: 'json' };

function overrideTexts<T extends object>(texts: T, changes: Readonly<Record<string, string>>, prefix = ''): T {
  const entries = Object.entries(texts).map(([key, value]) => [
    key,
    typeof value === 'string' ? (changes[prefix + key] ?? value) : overrideTexts(value, changes, `${prefix}${key}.`),
  ]);
  return Object.fromEntries(entries) as T;
}

const { texts, languages } = settings;
/** The interface is in Dari; `iranian` has the words that readers in Iran write otherwise. */
const persian = languages.fa.tag === 'fa-IR' ? { ...iranian, ...texts.fa } : texts.fa;

export const interfaceTexts = {
  en: overrideTexts(en, texts.en),
  fa: overrideTexts(fa, persian),
} satisfies Record<Lang, object>;

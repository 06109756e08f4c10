import type { Lang } from '../../markdown/block.ts';
import { guessLanguage } from '../markdown/repair-text.ts';
import { readMeta, type WxrItem } from './wxr.ts';

const CODES: Readonly<Record<string, Lang>> = {
  en: 'en',
  english: 'en',
  fa: 'fa',
  prs: 'fa',
  per: 'fa',
  fas: 'fa',
  dari: 'fa',
  farsi: 'fa',
  persian: 'fa',
  'fa-af': 'fa',
  'fa-ir': 'fa',
};

export function readLanguageCode(code: string): Lang | undefined {
  const plain = code.toLowerCase().replace(/_/g, '-');
  return CODES[plain] ?? CODES[plain.split('-')[0]!];
}

export interface DetectedLanguage {
  /** Undefined for a language that the site does not have; `code` says which. */
  readonly lang: Lang | undefined;
  readonly code: string;
  readonly by: 'Polylang' | 'WPML' | 'address' | 'text' | 'site';
}

/** A folder, a host of its own, or `?lang=`. */
export function readAddressLanguage(address: string): string | undefined {
  if (!URL.canParse(address)) return undefined;
  const { hostname, pathname, searchParams } = new URL(address);
  const asked = searchParams.get('lang');
  if (asked) return asked;
  const first = pathname.split('/').find(Boolean)?.toLowerCase();
  if (first && (readLanguageCode(first) || /^(?:ps|ar|ur|fr|de|es|ru|tr|uz|tg)$/.test(first))) return first;
  const host = hostname.split('.')[0]!;
  return readLanguageCode(host) && hostname.split('.').length > 2 ? host : undefined;
}

/** Pashto has letters that Persian lacks. */
function isPashto(text: string): boolean {
  const pashto = text.match(/[ټډړښڅځږڼېۍ]/g)?.length ?? 0;
  const letters = text.match(/[\u0620-\u06d3]/g)?.length ?? 0;
  return letters > 200 && pashto / letters > 0.02;
}

/** @param text title and beginning, read only where nothing else says the language */
export function detectLanguage(item: WxrItem, text: () => string, siteLanguage: string): DetectedLanguage {
  const polylang = item.terms.find(({ domain }) => domain === 'language')?.nicename;
  if (polylang) return { lang: readLanguageCode(polylang), code: polylang, by: 'Polylang' };
  const wpml = readMeta(
    item,
    '_icl_lang_code',
    'icl_lang_code',
    '_wpml_language',
    'wpml_language',
    '_wpml_lang',
    '_locale',
  );
  if (wpml) return { lang: readLanguageCode(wpml), code: wpml, by: 'WPML' };
  const inAddress = readAddressLanguage(item.link);
  if (inAddress) return { lang: readLanguageCode(inAddress), code: inAddress, by: 'address' };
  const plain = text();
  if (isPashto(plain)) return { lang: undefined, code: 'ps', by: 'text' };
  const guess = guessLanguage(plain);
  if (guess) return { lang: guess, code: guess, by: 'text' };
  return { lang: readLanguageCode(siteLanguage) ?? 'en', code: siteLanguage, by: 'site' };
}

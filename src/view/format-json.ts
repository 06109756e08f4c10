import { remember } from '../base/remember.ts';
import { scriptTexts } from '../i18n/script-texts.ts';

/** Safe in a script element. */
export function formatJson(data: unknown): string {
  return JSON.stringify(data).replace(/</g, '\\u003c');
}

const known = new Map<string, string>();

export function formatScriptTexts(...of: Parameters<typeof scriptTexts>): string {
  return remember(known, of.join(' '), () => formatJson(scriptTexts(...of)));
}

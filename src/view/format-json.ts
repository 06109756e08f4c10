import { remember } from '../base/remember.ts';
import { scriptTexts } from '../i18n/script-texts.ts';

/** JSON as it may appear in a script element. */
export function formatJson(data: unknown): string {
  return JSON.stringify(data).replace(/</g, '\\u003c');
}

const known = new Map<string, string>();

/** What the scripts of a kind of page say, as JSON: the same on all of them. */
export function formatScriptTexts(...of: Parameters<typeof scriptTexts>): string {
  return remember(known, of.join(' '), () => formatJson(scriptTexts(...of)));
}

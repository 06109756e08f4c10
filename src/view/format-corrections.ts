import { escapeHtml } from '../base/escape-html.ts';
import { correctionsOf } from '../content/corrections.ts';
import type { Edition } from '../content/edition.ts';
import { formatDate } from '../i18n/format.ts';
import { translate } from '../i18n/translate.ts';
import { locales } from '../locales.ts';
import { isolateHtml } from '../markdown/isolate-foreign.ts';

/** The corrections of an edition where it is read away from its page: in feeds and books. */
export function formatCorrections(edition: Edition): string {
  const { lang } = edition;
  const corrections = correctionsOf(edition);
  if (corrections.length === 0) return '';
  const { dir, tag } = locales[lang];
  const block = `dir="${dir}" lang="${tag}"`;
  const heading = escapeHtml(translate(lang, 'corrections.title', { count: corrections.length }));
  const items = corrections.map(
    ({ date, text }) => `<p ${block}>${escapeHtml(formatDate(lang, date))}: ${isolateHtml(text, lang)}</p>`,
  );
  return `<h2 ${block}>${heading}</h2>${items.join('')}`;
}

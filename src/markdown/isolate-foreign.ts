import type { ElementContent } from 'hast';
import { locales, otherLang } from '../locales.ts';
import type { Lang } from '../works/block.ts';

/**
 * A run of the other script inside a sentence: its letters with the digits, marks and single spaces between them,
 * ending in a letter, a digit or a closing sign of its own.
 */
const latinRun =
  /[\p{Script=Latin}][\p{Script=Latin}\p{M}\p{Nd}'’.,:/@&+_%#-]*(?: [\p{Script=Latin}\d][\p{Script=Latin}\p{M}\d'’.,:/@&+_%#-]*)*/gu;
const arabicRun =
  /[\p{Script=Arabic}][\p{Script=Arabic}\p{M}\u200c]*(?: [\p{Script=Arabic}][\p{Script=Arabic}\p{M}\u200c]*)*/gu;
const runs: Readonly<Record<Lang, RegExp>> = { en: latinRun, fa: arabicRun };
const quick: Readonly<Record<Lang, RegExp>> = { en: /\p{Script=Latin}/u, fa: /[\u0620-\u06d3]/ };

/**
 * Isolates runs of the other language in a text of `lang`: the bidi algorithm then keeps punctuation and numbers
 * around them where the sentence has them (W3C ALReq, "Inline directional changes").
 * Returns `null` when the text holds none.
 */
export function isolateForeign(text: string, lang: Lang): ElementContent[] | null {
  const other = otherLang(lang);
  if (!quick[other].test(text)) return null;
  const { tag, dir } = locales[other];
  const out: ElementContent[] = [];
  let last = 0;
  for (const match of text.matchAll(runs[other])) {
    const run = match[0].replace(/[.,:'’/]+$/, '');
    const start = match.index;
    if (start > last) out.push({ type: 'text', value: text.slice(last, start) });
    const children: ElementContent[] = [{ type: 'text', value: run }];
    out.push({ type: 'element', tagName: 'bdi', properties: { lang: tag, dir }, children });
    last = start + run.length;
  }
  if (!out.length) return null;
  if (last < text.length) out.push({ type: 'text', value: text.slice(last) });
  return out;
}

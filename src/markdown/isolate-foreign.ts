import type { ElementContent } from 'hast';
import { locales, otherLang } from '../locales.ts';
import type { Lang } from '../works/block.ts';

/**
 * A run of the other script inside a sentence: words joined by spaces or by a sign between them (`AT&T`,
 * `Telephone & Telegraph`, «سلام، دنیا»), and words in brackets that follow or stand between them, so that a pair
 * of brackets lies within one run or outside all of them.
 */
function runPattern(first: string, rest: string, joint: string, digits: string): RegExp {
  const word = `${first}${rest}*`;
  const next = `(?:${first}|${digits})${rest}*`;
  const phrase = `${next}(?:(?:${joint})${next})*`;
  return new RegExp(`${word}(?:(?:${joint})${next}| ?\\(${phrase}\\)(?:${rest}*)|\\(\\))*`, 'gu');
}

const latinRun = runPattern(
  String.raw`\p{Script=Latin}`,
  String.raw`[\p{Script=Latin}\p{M}\d'’.,:;/@&+_%#=-]`,
  ' (?:[&+–—/=-] )?|[–—]',
  String.raw`[\d$€£]`,
);
const arabicRun = runPattern(
  String.raw`\p{Script=Arabic}`,
  String.raw`[\p{Script=Arabic}\p{M}\u0640\u200c\u200d]`,
  '(?:،|؛|:)? (?:[–—-] )?|[-–—/]',
  String.raw`\d`,
);
const runs: Readonly<Record<Lang, RegExp>> = { en: latinRun, fa: arabicRun };
/** All that may be a letter of the script, and a little more: found several times as fast as by `\p{Script=…}`. */
const quick: Readonly<Record<Lang, RegExp>> = {
  en: /[A-Za-z\u00aa\u00ba\u00c0-\u02e4\u1d00-\u1eff\u2071-\u209c\u212a-\u2188\u2c60-\u2c7f\ua722-\uab69\ufb00-\ufb06\uff21-\uff5a\ud800-\udbff]/,
  fa: /[\u0620-\u06d3]/,
};

/** Marks that end the sentence around a run rather than the run; the last dot of `U.S.` is its own. */
function trimRun(run: string): string {
  return /(?:^|[^\p{L}])(?:\p{L}\.){2,}$/u.test(run) ? run : run.replace(/[.,:;'’/=،؛؟-]+$/, '');
}

/** Whether a text may hold letters of the other script. False means that it holds none. */
export function hasForeign(text: string, lang: Lang): boolean {
  return quick[otherLang(lang)].test(text);
}

/**
 * Isolates runs of the other language in a text of `lang`: the bidi algorithm then keeps punctuation and numbers
 * around them where the sentence has them (W3C ALReq, "Inline directional changes").
 * Returns `null` when the text holds none.
 */
export function isolateForeign(text: string, lang: Lang): ElementContent[] | null {
  if (!hasForeign(text, lang)) return null;
  const other = otherLang(lang);
  const { tag, dir } = locales[other];
  const out: ElementContent[] = [];
  let last = 0;
  for (const match of text.matchAll(runs[other])) {
    const run = trimRun(match[0]);
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

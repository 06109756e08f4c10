import { listComma } from '../../base/list-comma.ts';
import type { Lang } from '../../markdown/block.ts';
import { normalize } from '../words/words.ts';
import { type CheckedUnit, hasBothTexts, type NamedTerm, translationOf, type UnitCheck } from './unit-check.ts';

/** Other terms are translated as the sentence requires. */
const NAMES: ReadonlySet<string | undefined> = new Set(['group', 'place', 'person', undefined]);

export const termsCheck: UnitCheck = {
  name: 'TermOtherwise',
  find: (unit) => {
    if (!hasBothTexts(unit)) return undefined;
    const lang = translationOf(unit);
    const there = foldSpelling(unit.text[lang]).toLowerCase();
    const lost = findTerms(unit).find((term) => NAMES.has(term.kind) && !isNamed(term, lang, there));
    if (!lost) return undefined;
    return { lang, params: { term: lost[unit.original][0]!, expected: lost[lang].join(listComma(lang)) } };
  },
};

/** Of a person's name one part is enough. */
function isNamed(term: NamedTerm, lang: Lang, there: string): boolean {
  return term[lang].some((spelling) => {
    const folded = foldSpelling(spelling).toLowerCase();
    if (there.includes(folded)) return true;
    return term.kind === 'person' && folded.split(' ').some((part) => part.length > 2 && there.includes(part));
  });
}

/** In "Pakistani Taliban" there is no "Taliban". */
function findTerms({ terms, text, original }: CheckedUnit): NamedTerm[] {
  let rest = ` ${foldSpelling(text[original])} `;
  const spellings = terms.flatMap((term) =>
    term[original].map((spelling) => ({ term, folded: foldSpelling(spelling) })),
  );
  spellings.sort((a, b) => b.folded.length - a.folded.length);
  const found = new Set<NamedTerm>();
  for (const { term, folded } of spellings) {
    if (folded === '' || !rest.toLowerCase().includes(folded.toLowerCase())) continue;
    rest = rest.replace(wordPattern(folded), (word) => {
      if (!isSpelledLike(word, folded)) return word;
      found.add(term);
      return ' \u0000 ';
    });
  }
  return [...found];
}

/** Both texts without the spellings of glossary terms, whose digits are part of a name (۸صبح). */
export function hideTerms({ terms, text }: CheckedUnit): { en: string; fa: string } {
  const hide = (lang: Lang) => {
    let rest = text[lang];
    for (const term of terms)
      for (const spelling of term[lang]) if (/\p{N}/u.test(spelling)) rest = rest.replaceAll(spelling, ' ');
    return rest;
  };
  return { en: hide('en'), fa: hide('fa') };
}

function foldSpelling(text: string): string {
  return normalize(text)
    .replace(/[\u200c\s\-‐‑–]+/g, ' ')
    .trim();
}

function wordPattern(folded: string): RegExp {
  const escaped = folded.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`(?<![\\p{L}\\p{N}])${escaped}(?![\\p{L}\\p{N}$])`, 'giu');
}

/** "US" is a name, "us" is none; "Turkey" and "TURKEY" are, and "turkey" is none. */
function isSpelledLike(word: string, spelling: string): boolean {
  if (/^\p{Lu}{2,6}$/u.test(spelling)) return word === spelling;
  return !/^\p{Lu}/u.test(spelling) || /^\p{Lu}/u.test(word);
}

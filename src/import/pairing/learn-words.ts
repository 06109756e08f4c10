import { align, type GlossaryEntry } from '../../alignment/pairing/align.ts';
import type { Lexicon } from '../../alignment/words/lexicon.ts';
import { learnSiteLexicon } from '../../alignment/words/site-lexicon.ts';
import type { Block } from '../../markdown/block.ts';
import { readSeedLexicon } from '../../works/read-seed-lexicon.ts';

/** More teach hardly anything and cost time. */
const MOST_TEACHERS = 200;

export interface Teacher {
  readonly en: () => readonly Block[];
  readonly fa: () => readonly Block[];
}

export function learnWords(teachers: readonly Teacher[], glossary: readonly GlossaryEntry[]): Lexicon {
  if (teachers.length === 0) return [];
  const step = Math.max(1, Math.ceil(teachers.length / MOST_TEACHERS));
  const lexicon = readSeedLexicon();
  const works = teachers
    .filter((_, i) => i % step === 0)
    .map(({ en, fa }) => {
      const [a, b] = [en(), fa()];
      return { en: a, fa: b, pairings: align(a, b, { lexicon, glossary }) };
    });
  return [{ counts: learnSiteLexicon(works).total, weight: 1 }];
}

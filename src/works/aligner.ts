import { align } from '../alignment/pairing/align.ts';
import type { Pairing } from '../alignment/unit.ts';
import { leaveOut } from '../alignment/words/lexicon.ts';
import type { Glossary } from '../content/glossary.ts';
import type { Block } from '../markdown/block.ts';
import type { Lesson } from './lessons.ts';
import { readSeedLexicon } from './read-seed-lexicon.ts';

export type Aligner = (work: string) => (en: readonly Block[], fa: readonly Block[]) => Pairing[];

/** Each work is left out of its own lesson. @param learn called when the first text is aligned */
export function createAligner(glossary: Glossary, learn: () => Lesson): Aligner {
  let lesson: Lesson | undefined;
  return (work) => (en, fa) => {
    lesson ??= learn();
    const taught = lesson.index.get(work);
    const all = [...readSeedLexicon(), { counts: lesson.total.total, weight: 1 }];
    const lexicon = taught === undefined ? all : leaveOut(all, lesson.total.parts[taught]!);
    return align(en, fa, { lexicon, glossary: glossary.terms });
  };
}

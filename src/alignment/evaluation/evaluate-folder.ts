import { align } from '../pairing/align.ts';
import type { Pairing } from '../unit.ts';
import { type Lexicon, leaveOut } from '../words/lexicon.ts';
import { learnSiteLexicon } from '../words/site-lexicon.ts';
import type { GoldDocument } from './gold-document.ts';
import { addScores, NO_SCORE, type Score, scoreDocument } from './score.ts';

export interface EvaluatedDocument {
  readonly document: GoldDocument;
  readonly found: readonly Pairing[];
}

export interface FolderScore {
  readonly all: Score;
  readonly prose: Score;
}

/** Each document again with what the *others* have taught; `cold` stops after the first pass. Gold is not looked at. */
export function alignFolder(
  documents: readonly GoldDocument[],
  seedFor: (document: GoldDocument) => Lexicon,
  cold: boolean,
): EvaluatedDocument[] {
  const first = documents.map((document) => ({
    document,
    found: align(document.en, document.fa, { lexicon: seedFor(document) }),
  }));
  if (cold || documents.length < 2) return first;
  const site = learnSiteLexicon(first.map(({ document, found }) => ({ ...document, pairings: found })));
  return documents.map((document, index) => {
    const lexicon = leaveOut([...seedFor(document), { counts: site.total, weight: 1 }], site.parts[index]!);
    return { document, found: align(document.en, document.fa, { lexicon }) };
  });
}

const NOT_PROSE = new Set(['code', 'img', 'jsx']);

export function scoreFolder(evaluated: readonly EvaluatedDocument[]): FolderScore {
  let [all, prose] = [NO_SCORE, NO_SCORE];
  for (const { document, found } of evaluated) {
    const isProse = (en: number, fa: number): boolean =>
      !NOT_PROSE.has(document.en[en]!.type) && !NOT_PROSE.has(document.fa[fa]!.type);
    all = addScores(all, scoreDocument(found, document.gold));
    prose = addScores(prose, scoreDocument(found, document.gold, isProse));
  }
  return { all, prose };
}

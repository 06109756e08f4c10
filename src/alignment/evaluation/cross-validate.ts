import { align } from '../pairing/align.ts';
import type { Lexicon, WordCounts } from '../words/lexicon.ts';
import { type AlignedWork, learnSiteLexicon } from '../words/site-lexicon.ts';
import { drawSets } from './draw-sets.ts';
import { describeConfidence, shareLinks } from './figures.ts';
import type { GoldDocument, GoldFolder } from './gold-document.ts';
import { addScores, NO_SCORE, type Score, scoreDocument } from './score.ts';

const KINDS = {
  news: ['news-fas'],
  guides: ['md-opensource', 'real-opensource', 'stale-opensource', 'real-hfcourse'],
  stories: ['story-fa'],
  health: ['tico-fa', 'tico-prs'],
} as const;
type Kind = keyof typeof KINDS;
const allKinds = Object.keys(KINDS) as Kind[];

/** The seed is learnt from these texts, so they are aligned without it. */
const OF_SEED: Kind = 'health';

const kindOf = (folder: string): Kind | undefined =>
  allKinds.find((kind) => (KINDS[kind] as readonly string[]).includes(folder));

type Scores = Map<string, Score[]>;

export interface CrossValidation {
  readonly name: string;
  readonly kind: Kind;
  readonly scores: ReadonlyMap<string, readonly Score[]>;
}

/**
 * As on a site that publishes a kind of texts for the first time. What is learnt are the aligner's own pairs of the
 * undisturbed documents, not gold.
 * @param folders all gold; unknown kinds are left out
 */
export function crossValidate(
  folders: readonly GoldFolder[],
  draws: number,
  seeds: { readonly full: Lexicon; readonly common: Lexicon },
  report: (row: CrossValidation) => void,
): void {
  const gold = folders.filter(({ name }) => kindOf(name));
  const kinds = allKinds.filter((kind) => gold.some(({ name }) => kindOf(name) === kind));
  const pairsOf = new Map(
    kinds.map((kind): [Kind, AlignedWork[]] => {
      const documents = gold.filter(({ name }) => kindOf(name) === kind).flatMap((folder) => folder.documents);
      const pair = ({ en, fa }: GoldDocument) => ({ en, fa, pairings: align(en, fa, { lexicon: seeds.full }) });
      return [kind, documents.map(pair)];
    }),
  );
  const learn = (from: readonly Kind[]): WordCounts =>
    learnSiteLexicon(from.flatMap((kind) => pairsOf.get(kind)!)).total;
  const taught = new Map(kinds.map((kind) => [kind, learn([kind])]));
  const allSets = Array.from({ length: draws }, (_, i) => drawSets(gold, i + 1)).flat();
  for (const kind of kinds) {
    const others = kinds.filter((other) => other !== kind);
    const seed = kind === OF_SEED ? seeds.common : seeds.full;
    const lexicons = new Map<string, Lexicon>([['cold', seed]]);
    for (const other of others) lexicons.set(other, [...seed, { counts: taught.get(other)!, weight: 1 }]);
    lexicons.set('others', [...seed, { counts: learn(others), weight: 1 }]);
    const sets = new Map<string, (readonly GoldDocument[])[]>();
    for (const { name, documents } of gold) if (kindOf(name) === kind) sets.set(name, [documents]);
    for (const { name, from, documents } of allSets)
      if (kindOf(from) === kind) sets.set(name, [...(sets.get(name) ?? []), documents]);
    for (const [name, drawn] of sets) {
      const scores: Scores = new Map();
      for (const [from, lexicon] of lexicons)
        scores.set(
          from,
          drawn.map((documents) => scoreAll(documents, lexicon)),
        );
      report({ name, kind, scores });
    }
  }
}

function scoreAll(documents: readonly GoldDocument[], lexicon: Lexicon): Score {
  return documents
    .map(({ en, fa, gold }) => scoreDocument(align(en, fa, { lexicon }), gold))
    .reduce(addScores, NO_SCORE);
}

/** Mean link F1 for each teacher, with the lowest where it matters. */
export const CROSS_COLUMNS = ['draws', 'cold', ...allKinds, 'others', 'cold min', 'oth. min', 'right', 'flagged'];

export function describeCross({ scores }: CrossValidation): string[] {
  const shares = (from: string) => scores.get(from)?.map(shareLinks);
  const mean = (list: readonly number[] | undefined) =>
    list ? (list.reduce((sum, share) => sum + share, 0) / list.length).toFixed(2) : '–';
  const { right, flagged } = describeConfidence(scores.get('others')!.flatMap((score) => score.judged));
  return [
    String(scores.get('cold')!.length),
    ...['cold', ...allKinds, 'others'].map((from) => mean(shares(from))),
    ...['cold', 'others'].map((from) => Math.min(...shares(from)!).toFixed(2)),
    right,
    flagged,
  ];
}

import type { Block, Lang } from '../../markdown/block.ts';
import { SURE } from '../review/review-reasons.ts';
import type { Pairing } from '../unit.ts';
import type { Draft } from './draft.ts';
import { floorConfidence, type RecordUnit } from './record.ts';
import { readsSame } from './staleness.ts';

type Texts = Readonly<Record<Lang, readonly string[]>>;
type Aligner = (en: readonly Block[], fa: readonly Block[]) => readonly Pairing[];

const SIDES = ['en', 'fa'] as const;

/**
 * Where both editions split a text, each piece faces its own, if the text is as reviewed, and the aligner is sure of
 * every piece. The weightiest keeps the id; a unit from before a merge gets its old id back.
 */
export function partPairs(
  drafts: readonly Draft[],
  blocks: Readonly<Record<Lang, readonly Block[]>>,
  texts: Texts,
  gone: readonly RecordUnit[],
  align: Aligner,
): Draft[] {
  const former = new Map(gone.flatMap((unit) => SIDES.flatMap((side) => unit[side].map((text) => [text, unit]))));
  return drafts.flatMap((draft) => {
    if (!wasSplit(draft, texts)) return [draft];
    const pairings = align(
      draft.en.map((i) => blocks.en[i]!),
      draft.fa.map((i) => blocks.fa[i]!),
    );
    const isClear = ({ en, fa, confidence }: Pairing) => en.length > 0 && fa.length > 0 && confidence >= SURE;
    if (pairings.length < 2 || !pairings.every(isClear)) return [draft];
    return cut(draft, pairings, texts, former);
  });
}

function wasSplit(draft: Draft, texts: Texts): boolean {
  if (draft.by === 'human' || draft.relation || draft.from.length === 0) return false;
  if (draft.en.length < 2 || draft.fa.length < 2) return false;
  const reviewed = (side: Lang) => draft.from.flatMap((unit) => unit[side]);
  return (
    draft.from.every((unit) => !unit.now) &&
    SIDES.every((side) =>
      readsSame(
        reviewed(side),
        draft[side].map((i) => texts[side][i]!),
      ),
    ) &&
    SIDES.some((side) => draft[side].length > reviewed(side).length)
  );
}

function cut(draft: Draft, pairings: readonly Pairing[], texts: Texts, former: Map<string, RecordUnit>): Draft[] {
  const pieces = pairings.map((pairing) => ({
    en: pairing.en.map((i) => draft.en[i]!),
    fa: pairing.fa.map((i) => draft.fa[i]!),
    confidence: pairing.confidence,
  }));
  const weights = pieces.map((piece) =>
    SIDES.flatMap((side) => piece[side].map((i) => texts[side][i]!.length)).reduce((sum, length) => sum + length, 0),
  );
  const heir = weights.indexOf(Math.max(...weights));
  return pieces.map((piece, n): Draft => {
    if (n === heir) return { ...draft, en: piece.en, fa: piece.fa, isReviewed: true };
    const known = SIDES.flatMap((side) => piece[side].map((i) => former.get(texts[side][i]!))).find(Boolean);
    if (known) for (const side of SIDES) for (const text of known[side]) former.delete(text);
    const confidence = Math.min(draft.confidence ?? 1, floorConfidence(piece.confidence));
    return {
      id: known?.id ?? '',
      en: piece.en,
      fa: piece.fa,
      from: known ? [known] : [],
      by: 'auto',
      confidence,
      isReviewed: true,
      absent: false,
    };
  });
}

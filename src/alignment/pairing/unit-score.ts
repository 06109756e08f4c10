import type { WordModel } from '../words/word-model.ts';
import { type Band, findCell } from './band.ts';
import type { BlockReading } from './block-reading.ts';
import type { Shares } from './document-shares.ts';
import { type Extent, measureExtents, SPLIT, spanOf, TAKES } from './extents.ts';
import { compareKinds, type Kinds } from './kind-evidence.ts';
import { isFarOff, type LengthModel, scoreLength } from './length-model.ts';
import { compareMarks, compareSentences, indexMarks } from './mark-evidence.ts';
import type { OwnWords } from './own-words.ts';
import { scoreWords, type Wanted, WORD_WEIGHT } from './word-evidence.ts';

export interface ScoreModel {
  readonly en: readonly BlockReading[];
  readonly fa: readonly BlockReading[];
  readonly band: Band;
  readonly words: WordModel;
  readonly ownWords?: OwnWords | undefined;
  readonly lengths: LengthModel;
  readonly enShares: Shares;
  readonly faShares: Shares;
}

/** Blocks taken from each side, at least 1: a number, or `SPLIT`. */
export interface Shape {
  readonly en: number;
  readonly fa: number;
}

const MARK_WEIGHT = 0.7;
/** Code is copied, at most its comments are translated. */
const CODE_LENGTHS: LengthModel = { ratio: 0, spread: 0.6, background: 1 };

/** Log-likelihood ratios against unrelated blocks, by the cell of a unit's last blocks; −Infinity outside the band. */
export function scoreUnits(model: ScoreModel, shapes: readonly Shape[]): Float32Array[] {
  const enExtents = measureExtents(
    model.en,
    shapes.map((shape) => shape.en),
  );
  const faExtents = measureExtents(
    model.fa,
    shapes.map((shape) => shape.fa),
  );
  const tables = shapes.map((shape) => scoreLengths(model, shape, enExtents.get(shape.en)!, faExtents.get(shape.fa)!));
  const words = scoreWords(model.words, model.band, findWanted(model.band, shapes, tables), model.ownWords);
  const kinds = compareKinds(model.en, model.fa, model.enShares, model.faShares);
  const marks = compareMarks(model.faShares);
  const sentences = { en: compareSentences(model.enShares), fa: compareSentences(model.faShares) };
  for (const [index, shape] of shapes.entries()) {
    const table = tables[index]!;
    const [enTakes, faTakes] = [TAKES[shape.en]!, TAKES[shape.fa]!];
    const [enExtent, faExtent] = [enExtents.get(shape.en)!, faExtents.get(shape.fa)!];
    eachCell(model.band, (en, fa, cell) => {
      if (table[cell] === -Infinity) return;
      let evidence = 0;
      for (const back of faTakes) evidence += words.fa[shape.en - 1]![cell - back]!;
      for (const back of enTakes) evidence += words.en[shape.fa - 1]![findCell(model.band, en - back, fa)]!;
      table[cell]! += (WORD_WEIGHT * evidence) / 2 + scoreKinds(kinds, en, enTakes, fa, faTakes);
      if (shape.en === SPLIT || shape.fa === SPLIT) return;
      const [enCount, faCount] = [enExtent.sentences[en]!, faExtent.sentences[fa]!];
      const form =
        marks[indexMarks(enExtent.marks[en]!, faExtent.marks[fa]!)]! +
        (enTakes.length >= faTakes.length ? sentences.fa(enCount, faCount) : sentences.en(faCount, enCount));
      table[cell]! += MARK_WEIGHT * form;
    });
  }
  return tables;
}

function scoreLengths(
  { en, fa, band, lengths }: ScoreModel,
  shape: Shape,
  enExtent: Extent,
  faExtent: Extent,
): Float32Array {
  const table = new Float32Array(band.size).fill(-Infinity);
  const [a, b] = [spanOf(shape.en), spanOf(shape.fa)];
  const isTag = (block: BlockReading | undefined): boolean => block?.type === 'jsx';
  eachCell(band, (i, j, cell) => {
    if (i < a - 1 || j - b + 1 < band.low[i]! || j >= band.high[i - a + 1]!) return;
    const [enLog, faLog] = [enExtent.log[i]!, faExtent.log[j]!];
    // Nobody joins blocks into one of another length.
    if (a + b > 2 && isFarOff(lengths, enLog, enExtent.spread[i]!, faLog)) return;
    // A tag between two paragraphs belongs to what they became.
    if ((shape.en === SPLIT && isTag(en[i - 1])) || (shape.fa === SPLIT && isTag(fa[j - 1]))) return;
    const isCode = en[i]!.type === 'code' && fa[j]!.type === 'code';
    table[cell] = scoreLength(isCode ? CODE_LENGTHS : lengths, enLog, enExtent.spread[i]!, faLog);
  });
  return table;
}

function findWanted(band: Band, shapes: readonly Shape[], tables: readonly Float32Array[]): Wanted {
  const wanted = { en: new Uint32Array(band.size), fa: new Uint32Array(band.size) };
  for (const [index, shape] of shapes.entries()) {
    const table = tables[index]!;
    const [enBit, faBit] = [1 << (shape.en - 1), 1 << (shape.fa - 1)];
    eachCell(band, (en, fa, cell) => {
      if (table[cell] === -Infinity) return;
      for (const back of TAKES[shape.fa]!) wanted.fa[cell - back]! |= enBit;
      for (const back of TAKES[shape.en]!) wanted.en[findCell(band, en - back, fa)]! |= faBit;
    });
  }
  return wanted;
}

function scoreKinds(
  kinds: Kinds,
  en: number,
  enTakes: readonly number[],
  fa: number,
  faTakes: readonly number[],
): number {
  if (enTakes.length === 1 && faTakes.length === 1) return kinds.pairs[kinds.en[en]! * kinds.count + kinds.fa[fa]!]!;
  let score = 0;
  if (enTakes.length >= faTakes.length) {
    for (const back of enTakes) score += kinds.enParts[kinds.en[en - back]! * kinds.count + kinds.fa[fa]!]!;
  } else {
    for (const back of faTakes) score += kinds.faParts[kinds.en[en]! * kinds.count + kinds.fa[fa - back]!]!;
  }
  return Math.max(-6, Math.min(2, score));
}

function eachCell(band: Band, visit: (en: number, fa: number, cell: number) => void): void {
  for (let en = 0, cell = 0; en < band.low.length; en++) {
    for (let fa = band.low[en]!; fa < band.high[en]!; fa++) visit(en, fa, cell++);
  }
}

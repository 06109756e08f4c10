import type { Vocabulary } from '../words/vocabulary.ts';
import { type LearntPairs, learnPairs, type NumberedPair } from '../words/word-learning.ts';
import type { WordFacts } from '../words/word-model.ts';
import { gatherRows, type Rows } from '../words/word-rows.ts';
import { isWord } from '../words/words.ts';
import type { Step } from './lattice.ts';

/** From a document's own first pass, with each unit's share, to be left out when the unit is scored. */
export interface OwnWords {
  readonly toFa: Rows;
  readonly units: readonly NumberedPair[];
  readonly learnt: LearntPairs;
  readonly en: OwnSide;
  readonly fa: OwnSide;
}

interface OwnSide {
  readonly seen: Float64Array;
  readonly linked: Float64Array;
  /** For each block, or −1. */
  readonly unitOf: Int32Array;
}

const LEAST_SURE = 0.6;

export function learnOwnWords({ en, fa }: WordFacts, steps: readonly Step[]): OwnWords {
  const sure = steps.filter(({ bead, probability }) => bead.en && bead.fa && !bead.parts && probability > LEAST_SURE);
  const [enTaught, faTaught] = [pickRepeated(en), pickRepeated(fa)];
  const units = sure.map(
    ({ bead, en: i, fa: j, probability }): NumberedPair => ({
      en: joinWords(enTaught.slice(i, i + bead.en)),
      fa: joinWords(faTaught.slice(j, j + bead.fa)),
      weight: probability,
    }),
  );
  const learnt = learnPairs(units, en.names.length, fa.names.length);
  const ownWords = {
    toFa: toRows(learnt, en.names.length, fa.names.length),
    units,
    learnt,
    en: sumSide('en', en, units, learnt),
    fa: sumSide('fa', fa, units, learnt),
  };
  for (const [unit, { bead, en: i, fa: j }] of sure.entries()) {
    ownWords.en.unitOf.fill(unit, i, i + bead.en);
    ownWords.fa.unitOf.fill(unit, j, j + bead.fa);
  }
  return ownWords;
}

function sumSide(
  lang: 'en' | 'fa',
  { names, blocks }: Vocabulary,
  units: readonly NumberedPair[],
  learnt: LearntPairs,
): OwnSide {
  const [seen, linked] = [new Float64Array(names.length), new Float64Array(names.length)];
  for (const unit of units) for (const word of unit[lang]) seen[word]! += unit.weight;
  for (const [k, word] of learnt[lang].entries()) linked[word]! += learnt.count[k]!;
  return { seen, linked, unitOf: new Int32Array(blocks.length).fill(-1) };
}

/** A word of a single block would teach just that block, which is left out there. */
function pickRepeated({ names, blocks, spread }: Vocabulary): Int32Array[] {
  const teaches = names.map((name, id) => spread[id]! > 1 && isWord(name));
  return blocks.map((words) => words.filter((id) => teaches[id]));
}

function joinWords(blocks: readonly Int32Array[]): Int32Array {
  return blocks.length === 1 ? blocks[0]! : Int32Array.from(new Set(blocks.flatMap((words) => [...words])));
}

function toRows({ en, fa, count }: LearntPairs, enCount: number, faCount: number): Rows {
  const start = new Int32Array(enCount + 1);
  for (const word of en) start[word + 1]!++;
  for (let word = 0; word < enCount; word++) start[word + 1]! += start[word]!;
  const next = start.slice();
  const order = new Int32Array(en.length);
  for (const [k, word] of en.entries()) order[next[word]!++] = k;
  return gatherRows(enCount, faCount, 0, (word, add) => {
    for (let at = start[word]!; at < start[word + 1]!; at++) add(fa[order[at]!]!, count[order[at]!]!);
  });
}

export function selectOwnWords(ownWords: OwnWords, en: readonly number[], fa: readonly number[]): OwnWords {
  const select = (side: OwnSide, blocks: readonly number[]): OwnSide => ({
    ...side,
    unitOf: Int32Array.from(blocks, (block) => side.unitOf[block]!),
  });
  return { ...ownWords, en: select(ownWords.en, en), fa: select(ownWords.fa, fa) };
}

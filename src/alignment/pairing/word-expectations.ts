import { SHRINKAGE, type WordModel } from '../words/word-model.ts';
import { LONGEST, TAKES } from './extents.ts';
import type { OwnWords } from './own-words.ts';

/** Words that are often left untranslated weigh less: each would speak against what the others expect. */
const IDLE = 0.8;

export class WordExpectations {
  /** By recency, 0 for the last block, against each word's share in the other text. */
  readonly expected: Float64Array[];
  /** By what is taken of the last blocks: inverse of the number of words, and what unknown ones make of any word. */
  readonly inverse = new Float64Array(TAKES.length);
  readonly base = new Float64Array(TAKES.length);
  readonly #model: WordModel;
  readonly #from: 'en' | 'fa';
  readonly #ownWords: OwnWords | undefined;
  readonly #touched: number[][] = Array.from({ length: LONGEST }, () => []);
  readonly #unknown = new Array<number>(LONGEST).fill(0);
  readonly #sizes = new Array<number>(LONGEST).fill(0);
  /** How often the block's own unit has seen each word, and the last block with it. */
  readonly #ownSeen: Float64Array;
  readonly #standsIn: Int32Array;

  constructor(model: WordModel, from: 'en' | 'fa', ownWords?: OwnWords) {
    this.#model = model;
    this.#from = from;
    this.#ownWords = ownWords;
    const others = model[from === 'en' ? 'fa' : 'en'].names.length;
    this.expected = Array.from({ length: LONGEST }, () => new Float64Array(others));
    this.#ownSeen = new Float64Array(model[from].names.length);
    this.#standsIn = new Int32Array(model[from].names.length).fill(-1);
  }

  read(block: number): void {
    const { blocks, seen, lost } = this.#model[this.#from];
    const { rarity } = this.#model[this.#from === 'en' ? 'fa' : 'en'];
    const { start, ids, counts } = this.#from === 'en' ? this.#model.toFa : this.#model.toEn;
    const words = blocks[block]!;
    const expected = this.expected.pop()!;
    const touched = this.#touched.pop()!;
    for (const id of touched) expected[id] = 0;
    touched.length = 0;
    const unit = this.#ownWords?.[this.#from].unitOf[block] ?? -1;
    const taught = unit < 0 ? undefined : this.#ownWords!.units[unit]!;
    if (taught !== undefined) for (const word of taught[this.#from]) this.#ownSeen[word] = taught.weight;
    let unknown = 0;
    let active = 0;
    for (const word of words) {
      const often = Math.max(SHRINKAGE, seen[word]! - this.#ownSeen[word]!);
      const share = 1 - IDLE * lost[word]!;
      active += share;
      unknown += (share * SHRINKAGE) / often;
      this.#standsIn[word] = block;
      for (let k = start[word]!; k < start[word + 1]!; k++) {
        const id = ids[k]!;
        if (expected[id] === 0) touched.push(id);
        expected[id]! += (counts[k]! / often) * rarity[id]!;
      }
    }
    if (taught !== undefined) {
      this.#leaveOut(block, unit, expected);
      for (const word of taught[this.#from]) this.#ownSeen[word] = 0;
    }
    this.expected.unshift(expected);
    this.#touched.unshift(touched);
    this.#unknown.pop();
    this.#unknown.unshift(unknown);
    this.#sizes.pop();
    this.#sizes.unshift(active);
    for (const [taken, backs] of TAKES.entries()) {
      let [unknownSum, size] = [0, 0];
      for (const back of backs) {
        unknownSum += this.#unknown[back]!;
        size += this.#sizes[back]!;
      }
      this.inverse[taken] = size === 0 ? 0 : 1 / size;
      this.base[taken] = size === 0 ? 1 : unknownSum / size;
    }
  }

  #leaveOut(block: number, unit: number, expected: Float64Array): void {
    const { start, count, ...learnt } = this.#ownWords!.learnt;
    const to = this.#from === 'en' ? 'fa' : 'en';
    const { seen } = this.#model[this.#from];
    const { rarity } = this.#model[to];
    const [sources, targets] = [learnt[this.#from], learnt[to]];
    for (let k = start[unit]!; k < start[unit + 1]!; k++) {
      const [word, id] = [sources[k]!, targets[k]!];
      if (this.#standsIn[word] !== block) continue;
      const often = Math.max(SHRINKAGE, seen[word]! - this.#ownSeen[word]!);
      expected[id] = Math.max(0, expected[id]! - (count[k]! / often) * rarity[id]!);
    }
  }
}

import { type Random, startRandom } from '../../base/random.ts';
import {
  collapseLists,
  cutDraft,
  type Draft,
  disturb,
  dropRun,
  finishDraft,
  isPlain,
  joinSentences,
  moveSections,
  readDraft,
  type Unit,
} from './disturb-gold.ts';
import type { GoldFolder } from './gold-document.ts';

export interface DrawnSet extends GoldFolder {
  readonly from: string;
}

/**
 * Harder documents out of gold ones: what editors do to a translation is done to one side of documents whose pairing is
 * known, from a fixed seed, so that the same gold always gives the same sets.
 * @param draw 1, 2, …: each gives other ones
 */
export function drawSets(gold: readonly GoldFolder[], draw: number): DrawnSet[] {
  const folders = new Map(gold.map((folder) => [folder.name, folder]));
  const sets: DrawnSet[] = [];
  const makeSet = (
    name: string,
    from: string,
    seed: number,
    change: (draft: Draft, strangers: Unit[], random: Random) => Draft[],
  ): void => {
    const folder = folders.get(from);
    if (folder === undefined) return;
    const random = startRandom(seed + 1000 * (draw - 1));
    const drafts = folder.documents.map(readDraft);
    const documents = drafts.flatMap((draft) => {
      const strangers = drafts.filter((other) => other !== draft).flatMap((other) => other.en.filter(isPlain));
      return change(draft, strangers, random).map(finishDraft);
    });
    sets.push({ name, from, documents });
  };

  for (const [level, rate] of [
    ['mild', 0.03],
    ['hard', 0.075],
  ] as const) {
    for (const [from, seed] of [
      ['story-fa', 1],
      ['md-opensource', 2],
      ['real-opensource', 3],
      ['real-hfcourse', 4],
    ] as const) {
      makeSet(`${from}-${level}`, from, seed, (draft, strangers, random) => {
        disturb(draft, rate, strangers, random);
        return [draft];
      });
    }
    for (const [from, seed] of [
      ['tico-prs', 5],
      ['tico-fa', 6],
      ['news-fas', 7],
    ] as const) {
      makeSet(`${from}-news-${level}`, from, seed, (draft, strangers, random) =>
        cutDraft(joinSentences(draft, 2, random), 24).map((part) => {
          disturb(part, rate, strangers, random);
          return part;
        }),
      );
      makeSet(`${from}-long-${level}`, from, seed + 50, (draft, strangers, random) =>
        cutDraft(joinSentences(draft, 4, random), 16).map((part) => {
          disturb(part, rate, strangers, random);
          return part;
        }),
      );
      makeSet(`${from}-sentences-${level}`, from, seed + 10, (draft, strangers, random) =>
        cutDraft(draft, 24).map((part) => {
          disturb(part, rate, strangers, random);
          return part;
        }),
      );
    }
  }
  for (const [from, seed] of [
    ['md-opensource', 20],
    ['real-opensource', 21],
    ['tico-prs', 22],
    ['news-fas', 23],
  ] as const) {
    makeSet(`${from}-moved`, from, seed, (draft, strangers, random) => {
      moveSections(draft, 4, random);
      disturb(draft, 0.01, strangers, random);
      return [draft];
    });
    makeSet(`${from}-behind`, from, seed + 10, (draft, strangers, random) => {
      dropRun(draft, random);
      dropRun(draft, random);
      disturb(draft, 0.01, strangers, random);
      return [draft];
    });
  }
  for (const [from, seed] of [
    ['md-opensource', 40],
    ['real-opensource', 41],
    ['real-hfcourse', 42],
  ] as const) {
    makeSet(`${from}-lists`, from, seed, (draft, strangers, random) => {
      collapseLists(draft, random() < 0.5 ? 'en' : 'fa');
      disturb(draft, 0.01, strangers, random);
      return [draft];
    });
  }
  return sets;
}

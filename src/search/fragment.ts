import { countWords } from '../content/count-words.ts';
import type { Lang } from '../markdown/block.ts';
import type { BlockKind, IndexedBlock, SearchDocument, WorkSummary } from './document.ts';
import { spaceEvenly } from './tokens.ts';

/** `content` holds original words in place of folded ones; `blocks`: id, language, kind, number of words. */
export interface Fragment {
  readonly url: string;
  readonly content: string;
  readonly word_count: number;
  readonly filters: Record<string, never>;
  readonly meta: Record<string, never>;
  readonly anchors: readonly never[];
  readonly work: WorkSummary;
  readonly blocks: readonly (readonly [unit: string, lang: Lang, kind: BlockKind, tokens: number])[];
}

/** Everything of a work that can be found, in reading order. Words are one space apart. */
export function listBlocks(document: SearchDocument): IndexedBlock[] {
  const blocks: IndexedBlock[] = [];
  const add = (unit: string, lang: Lang, kind: BlockKind, text: string | undefined) => {
    const words = spaceEvenly(text ?? '');
    if (words !== '') blocks.push({ unit, lang, kind, text: words });
  };
  const labels = [...(document.authors ?? []), ...(document.topics ?? [])];
  for (const lang of ['en', 'fa'] as const) add('', lang, 'title', document.titles[lang]);
  for (const lang of ['en', 'fa'] as const) {
    add('', lang, 'description', document.descriptions?.[lang]);
    add('', lang, 'names', labels.map((label) => label[lang]).join(' ; '));
  }
  for (const unit of document.units) {
    for (const lang of ['en', 'fa'] as const) add(unit.id, lang, unit.heading ? 'heading' : 'text', unit[lang]);
  }
  return blocks;
}

export function summarizeWork(document: SearchDocument): WorkSummary {
  const { work, titles, descriptions = {}, dates = {}, date, original, urls } = document;
  return { work, titles, descriptions, dates, date, original, urls };
}

export function encodeFragment(document: SearchDocument, blocks: readonly IndexedBlock[]): Fragment {
  const counts = blocks.map((block) => countWords(block.text));
  return {
    url: document.work,
    content: blocks.map((block) => block.text).join(' '),
    word_count: counts.reduce((sum, count) => sum + count, 0),
    filters: {},
    meta: {},
    anchors: [],
    work: summarizeWork(document),
    blocks: blocks.map((block, i) => [block.unit, block.lang, block.kind, counts[i]!]),
  };
}

export function decodeBlocks(fragment: Pick<Fragment, 'content' | 'blocks'>): IndexedBlock[] {
  const tokens = fragment.content.split(' ');
  let from = 0;
  return fragment.blocks.map(([unit, lang, kind, count]) => {
    const text = tokens.slice(from, from + count).join(' ');
    from += count;
    return { unit, lang, kind, text };
  });
}

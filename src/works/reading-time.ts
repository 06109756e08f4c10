import { countWords } from '../content/count-words.ts';
import type { Block, Lang } from '../markdown/block.ts';

/** Words a minute: Brysbaert 2019 for English; Persian prose is read somewhat slower. */
const pace: Readonly<Record<Lang, number>> = { en: 238, fa: 200 };

/** Minutes, rounded; 0 is less than half a minute. Code and images don't count. */
export function estimateReadingTime(blocks: readonly Block[], lang: Lang): number {
  let words = 0;
  for (const block of blocks)
    if (block.type !== 'code' && block.type !== 'img' && block.text) words += countWords(block.text);
  return Math.round(words / pace[lang]);
}

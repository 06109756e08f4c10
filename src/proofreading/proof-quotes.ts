import type { Lang } from '../markdown/block.ts';
import { type Fault, findInPassage, type Proof } from './fault.ts';
import type { Passage } from './passage.ts';

/** The opening mark, then the closing one. */
export type QuotationMarks = Readonly<Partial<Record<Lang, string>>>;

/** Straight marks open and close by turns. */
function isClear({ words }: Passage): boolean {
  const marks = [...words.matchAll(/"/g)].map(({ index }) => index);
  return (
    marks.length % 2 === 0 &&
    marks.every((at, i) => {
      const [before = '', after = ''] = [words[at - 1], words[at + 1]];
      const opens = /^[\s([{«“—–\uffff]?$/.test(before) && /[^\s.,;:!?)\]»”،؛؟]/.test(after);
      const closes = /[^\s([{«“]/.test(before) && /^(?:[\s\u200c\uffff]|\p{P})?$/u.test(after);
      return i % 2 === 0 ? opens : closes;
    })
  );
}

export function proofQuotes(marks: QuotationMarks): Proof {
  return (manuscript) =>
    manuscript.passages.flatMap((passage): Fault[] => {
      const pair = passage.lang && marks[passage.lang];
      if (!pair || passage.kind === 'words') return [];
      const found = findInPassage(manuscript, passage, /"/g);
      if (found.length === 0) return [];
      const repair = found.map(({ start, end }, i) => ({ start, end, text: pair[i % 2]! }));
      const { start, end } = found[0]!;
      return [{ name: 'QuotesStraight', start, end, params: { pair }, ...(isClear(passage) && { repair }) }];
    });
}

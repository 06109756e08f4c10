import { Coverage, type Fault, findInPassage, type Proof, quote } from './fault.ts';
import type { Edit, Passage } from './passage.ts';

const patterns: readonly RegExp[] = [
  /(?<!\*)(?<mark>\*{2,3})(?!\*)[^*\n]*(?:\n[^*\n]+)*(?<!\*)\k<mark>(?!\*)/g,
  /(?<![\w_])(?<mark>__)(?![_\s])[^_\n]+(?<![_\s])__(?!_)|(?<!_)__(?!_)[^_\n]+__(?=\p{Script=Arabic})/gu,
  /(?<![\p{L}\p{N}_])(?<mark>__)(?!_)[^_\n]*\p{Script=Arabic}[^_\n]*__(?!_)/gu,
  /(?<!~)(?<mark>~~)(?!~)[^~\n]+~~(?!~)/g,
  /(?<![\p{L}\p{N}*\\])(?<mark>\*)(?=[\p{L}\uffff«“"(])[^*\n]*[^\s*]\*(?!\*)/gu,
  /(?<![\p{L}\p{N}_\\])(?<mark>_)(?=[\p{L}\uffff«“"(])[^_\n]*[^\s_]_(?!_)/gu,
  /(?<=[\p{L}\p{M}\u200c])(?<mark>\*)(?=[«“"(])[^*\n]*[^\s*]\*(?!\*)/gu,
  // Spaces within both marks: between two stars alone, and about words that nobody multiplies.
  /(?<=^[^*]*[^*\s\\][ \t]+)(?<mark>\*)[ \t]+(?=\p{L})(?:[^*\n]*\p{Script=Arabic}[^*\n]*|[^*\n]*\p{L} \p{L}[^*\n]*)(?<=[\p{L}\p{M}.!?؟»”])[ \t]+\*(?=[\s\p{P}])(?=[^*]*$)/gu,
];
const lone = /(?<![*\p{L}\p{N}])\*\*(?=[\p{L}\p{N}«“"(])|(?<=[\p{L}\p{M}.!?؟»”)])\*\*(?![*\p{L}\p{N}])/gu;

/** `** words **`: marks belong beside the words. */
function moveSpaces({ words, from }: Passage, start: number, end: number, mark: string): readonly Edit[] | undefined {
  const inner = words.slice(start - from + mark.length, end - from - mark.length);
  const [, before = '', after = ''] = /^([ \t]*).*?([ \t]*)$/s.exec(inner) ?? [];
  if (before + after === '' || inner.trim() === '' || inner.includes('\n')) return undefined;
  const [previous, next] = [words[start - from - 1], words[end - from]];
  const open = before && previous !== undefined && !/[\s(«“]/.test(previous) ? ` ${mark}` : mark;
  const close = after && next !== undefined && !/[\s\p{P}]/u.test(next) ? `${mark} ` : mark;
  const opening = { start, end: start + mark.length + before.length, text: open };
  const closing = { start: end - mark.length - after.length, end, text: close };
  return [...(before ? [opening] : []), ...(after ? [closing] : [])];
}

/** Emphasis had no effect where CommonMark does not take its marks. */
export const proofEmphasis: Proof = (manuscript) =>
  manuscript.passages.flatMap((passage): Fault[] => {
    if (passage.kind === 'words' || !/[*_~]/.test(passage.words)) return [];
    const faults: Fault[] = [];
    const coverage = new Coverage(passage);
    const isPaired = passage.words.split('**').length % 2 === 1;
    for (const pattern of patterns)
      for (const { start, end, text, groups } of findInPassage(manuscript, passage, pattern)) {
        const mark = groups.mark ?? '__';
        if (isPlain(text, mark) || !coverage.take(start, end)) continue;
        const repair = isPaired && mark === '**' ? moveSpaces(passage, start, end, mark) : undefined;
        faults.push({
          name: 'EmphasisFailed',
          start,
          end,
          params: { mark, text: quote(text) },
          ...(repair && { repair }),
        });
      }
    for (const { start, end } of findInPassage(manuscript, passage, lone)) {
      if (!coverage.take(start, end)) continue;
      const text = quote(manuscript.source.slice(start, start + 40).split('\n')[0]!);
      faults.push({ name: 'EmphasisFailed', start, end, params: { mark: '**', text } });
    }
    return faults;
  });

/** Powers, blanks to fill in, rows of signs. */
function isPlain(text: string, mark: string): boolean {
  const inner = text.slice(mark.length, -mark.length);
  return !/[\p{L}\p{N}\uffff]/u.test(inner) || (mark.startsWith('*') && /^\d+$/.test(inner));
}

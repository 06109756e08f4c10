import { findSlips, type Slip, type SlipKind } from '../spelling/find-slips.ts';
import type { Fault, Proof } from './fault.ts';
import type { Passage } from './passage.ts';

const nameCode = (char: string) => `U+${char.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`;

function describe(kind: SlipKind, slips: readonly Slip[], words: string): string {
  const unseen = kind === 'BidiControls' || kind === 'HiddenCharacters' || kind === 'HalfSpaces';
  const each = slips.flatMap(({ start, end, right }) => {
    const found = words.slice(start, end);
    if (unseen) return [...found].map(nameCode);
    return kind === 'LettersDecomposed' || right === undefined ? [found] : [`${found} → ${right}`];
  });
  return [...new Set(each)].slice(0, 6).join(', ');
}

/** One fault for those of a kind. */
export function findCharacterFaults({ words, from, lang }: Passage): Fault[] {
  const slips = findSlips(words, lang ?? 'en');
  return [...Map.groupBy(slips, ({ kind }) => kind)].map(([name, alike]) => {
    const repair = alike.flatMap(({ start, end, right }) =>
      right === undefined ? [] : [{ start: from + start, end: from + end, text: right }],
    );
    return {
      name,
      start: from + alike[0]!.start,
      end: from + alike[0]!.end,
      params: { characters: describe(name, alike, words) },
      ...(repair.length && { repair }),
    };
  });
}

/** Characters that look right, or like nothing at all, and are others than readers and programs take them for. */
export const proofCharacters: Proof = ({ passages }) => passages.flatMap(findCharacterFaults);

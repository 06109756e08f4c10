import type { Fault, Proof } from './fault.ts';
import { hidden } from './passage.ts';

/** Every device has emoji in its own font. */
const NOT_DRAWN = /[\s\p{Cc}\p{Default_Ignorable_Code_Point}\p{Private_Use}\p{Emoji_Presentation}]/u;

const nameCode = (character: string) => `U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`;

/** One fault for all of a passage. */
export function proofDrawn(draws: (code: number) => boolean): Proof {
  return ({ passages }) =>
    passages.flatMap(({ words, from, lang }): Fault[] => {
      // Other languages are in fonts of the device anyway.
      if (!lang) return [];
      const found = [...words.matchAll(/[^\x20-\x7e]/gu)].filter(
        ([character]) =>
          character !== hidden &&
          !NOT_DRAWN.test(character) &&
          // A letter and its mark may be drawn as one; that they are two is reported on its own.
          ![...character.normalize('NFC')].every((part) => draws(part.codePointAt(0)!)),
      );
      if (!found.length) return [];
      const each = [...new Set(found.map(([character]) => `${character} (${nameCode(character)})`))];
      const start = from + found[0]!.index;
      return [
        {
          name: 'CharactersUndrawn',
          start,
          end: start + found[0]![0].length,
          params: { characters: each.slice(0, 6).join(', ') },
        },
      ];
    });
}

import { createHash } from 'node:crypto';

/** Without vowels no id spells a word; without l, 1, o and 0 none is misread aloud. */
const LETTERS = 'bcdfghjkmnpqrstvwxyz';
const CHARACTERS = `${LETTERS}23456789`;
const LENGTH = 6;

export const ID_PATTERN = /^[a-z][a-z0-9]*$/;

/**
 * Derive the id of a unit that no record knows from its text: the same text gives the same id on every machine.
 * `taken` holds every id that was ever given in this work, live or not; a derived id that is in it is passed over for
 * the next one of the same text's series, so that no id is ever given twice. About 3·10⁸ ids are possible.
 */
export function deriveId(text: string, taken: ReadonlySet<string>): string {
  for (let attempt = 0; ; attempt++) {
    const id = spellHash(attempt === 0 ? text : `${attempt}\u0000${text}`);
    if (!taken.has(id)) return id;
  }
}

function spellHash(text: string): string {
  const hash = createHash('sha256').update(text).digest();
  let id = LETTERS.charAt(hash.readUInt16BE(0) % LETTERS.length);
  for (let i = 1; i < LENGTH; i++) id += CHARACTERS.charAt(hash.readUInt16BE(2 * i) % CHARACTERS.length);
  return id;
}

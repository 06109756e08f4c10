import { createHash } from 'node:crypto';

/** Without vowels no id spells a word; without l, 1, o and 0 none is misread aloud. */
const LETTERS = 'bcdfghjkmnpqrstvwxyz';
const SIGNS = `${LETTERS}23456789`;
const LENGTH = 6;

export const ID_PATTERN = /^[a-z][a-z0-9]*$/;

/** `taken` holds every id ever given in this work, so that none is given twice. About 3·10⁸ are possible. */
export function deriveId(text: string, taken: ReadonlySet<string>): string {
  for (let attempt = 0; ; attempt++) {
    const id = spellHash(attempt === 0 ? text : `${attempt}\u0000${text}`);
    if (!taken.has(id)) return id;
  }
}

function spellHash(text: string): string {
  const hash = createHash('sha256').update(text).digest();
  let id = LETTERS.charAt(hash.readUInt16BE(0) % LETTERS.length);
  for (let i = 1; i < LENGTH; i++) id += SIGNS.charAt(hash.readUInt16BE(2 * i) % SIGNS.length);
  return id;
}

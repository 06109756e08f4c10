import type { Block, Lang } from '../../markdown/block.ts';
import type { UnitCheck } from './unit-check.ts';

const FEWEST_LETTERS = 20;
const LARGEST_FOREIGN_SHARE = 0.8;
const FOREIGN: Readonly<Record<Lang, RegExp>> = { en: /\p{Script=Arabic}/gu, fa: /\p{Script=Latin}/gu };

export const scriptCheck: UnitCheck = {
  name: 'WrongScript',
  find: ({ text, original, blocks }) => {
    if (text.en === text.fa && isReference(text.en, blocks)) return undefined;
    for (const lang of ['en', 'fa'] as const) {
      const letters = text[lang].match(/\p{L}/gu)?.length ?? 0;
      const foreign = text[lang].match(FOREIGN[lang])?.length ?? 0;
      // The same verse quoted in both editions is no slip, unless it is the original's own text.
      const isQuoted = text.en === text.fa && lang === original;
      // As a verse in <Poem lang="fa">.
      const isStated = blocks[lang].length > 0 && blocks[lang].every((block) => block.lang !== undefined);
      if (isQuoted || isStated) continue;
      if (letters >= FEWEST_LETTERS && foreign > LARGEST_FOREIGN_SHARE * letters) return { lang, params: {} };
    }
    return undefined;
  },
};

/** Names and titles in credits and lists of links stay as they are. */
function isReference(text: string, blocks: Readonly<Record<Lang, readonly Block[]>>): boolean {
  return (
    /^[—–-]/.test(text) || [...blocks.en, ...blocks.fa].every(({ type, links }) => type === 'li' && links.length > 0)
  );
}

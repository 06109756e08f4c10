import { foldText } from './fold.ts';
import { isPersian, PAD, splitTokens } from './tokens.ts';

/** `parts` are the pieces of a word written with hyphens or half-spaces. */
export interface QueryWord {
  readonly word: string;
  readonly parts?: readonly string[];
  readonly prefix?: boolean;
}

export interface Query {
  readonly words: readonly QueryWord[];
  readonly phrases: readonly (readonly string[])[];
}

/** So frequent that they are searched only where nothing else is asked. */
const STOP_WORDS = new Set(
  `و در به از که این ان را با است بود شد برای تا یا هم بر یک
  the a an of and to in is on at by for with from as it that`.split(/\s+/),
);

/** In the marks of either language, also as keyboards and other countries turn them around. */
const PHRASE = /«([^«»]*)»|"([^"]*)"|“([^“”]*)”|„([^„“”]*)[“”]|”([^“”]*)”|»([^«»]*)«|‹([^‹›]*)›|›([^‹›]*)‹|″([^″]*)″/g;

const folded = (text: string) => foldText(text).filter((token) => token !== PAD);

/** Half-spaces of affixes are no joints of a compound: می‌خواهد is not to be found by خواهد. */
const AFFIX = /^(?:ن?می|ها|های|هایی|تر|ترین|ام|ای|ی|ایم|اید|اند|اش|ات|مان|تان|شان)$/;

function readWord(token: string): QueryWord[] {
  const [whole] = folded(token);
  if (whole === undefined) return [];
  const pieces = token.split(/\u200c+/).flatMap(folded);
  const compound = pieces.length > 1 && pieces.length < 5 && !pieces.some((piece) => AFFIX.test(piece));
  const parts = whole.includes('-') ? whole.split('-') : compound ? pieces : undefined;
  return [{ word: whole.replaceAll('-', ''), ...(parts && { parts }) }];
}

/** While `typing`, the last word counts as unfinished unless a space follows it. */
export function parseQuery(text: string, typing = false): Query {
  const phrases: string[][] = [];
  const rest = text.replace(PHRASE, (_, ...groups: (string | undefined)[]) => {
    const phrase = folded(groups.slice(0, -2).find((group) => group !== undefined) ?? '').flatMap((w) => w.split('-'));
    if (phrase.length > 0) phrases.push(phrase);
    return ' ; ';
  });
  const tokens = splitTokens(rest);
  const whole = foldText(rest);
  const words = whole.flatMap((token, i) => {
    if (token === PAD) return [];
    return whole[i + 1] === PAD && tokens[i + 1] !== ';' ? readWord(token) : readWord(tokens[i]!);
  });
  const unfinished = typing && /[\p{L}\p{N}\u200c]$/u.test(text) && words.length > 0;
  const listed = words.map((word, i) => (unfinished && i === words.length - 1 ? { ...word, prefix: true } : word));
  const distinctive = listed.filter((word) => word.prefix || !STOP_WORDS.has(word.word));
  return { words: distinctive.length > 0 || phrases.length > 0 ? distinctive : listed, phrases };
}

export function isAskable(query: Query): boolean {
  return query.phrases.length > 0 || query.words.some((word) => !word.prefix || word.word.length > 1);
}

/** Two neighbours may be one word written with a space. */
export function mayJoin(a: QueryWord, b: QueryWord): boolean {
  return isPersian(a.word) && isPersian(b.word) && !STOP_WORDS.has(a.word);
}

import { foldEnglish } from './english-spelling.ts';
import { foldFamilies } from './families.ts';
import { describeJoining, type Joined, type Joining, joinTokens } from './join-affixes.ts';
import { isPersian, PAD, splitTokens, visitWords } from './tokens.ts';

const LETTERS: Readonly<Record<string, string>> = {
  ي: 'ی',
  ى: 'ی',
  ے: 'ی',
  ك: 'ک',
  ڪ: 'ک',
  ة: 'ه',
  ە: 'ه',
  ہ: 'ه',
  ھ: 'ه',
  ۃ: 'ه',
  ٱ: 'ا',
  ٲ: 'ا',
  ٳ: 'ا',
};
const LETTER = new RegExp(`[${Object.keys(LETTERS).join('')}]`, 'g');

/** Parts of a token that punctuation separates are joined by `-`. */
function foldOnce(token: string): string {
  const letters = token
    // NFKC would make a space and an accent of the spacing accents that people type for apostrophes.
    .replace(/[´`ʹʼʻ‘’‛′]/g, "'")
    .normalize('NFKC')
    .toLowerCase()
    // Hamza carriers, alef with madda, ۀ, vowel signs and Latin accents all come apart here.
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .normalize('NFC')
    .replace(/[٠-٩۰-۹]/g, (digit) => String(digit.charCodeAt(0) & 15))
    .replace(LETTER, (letter) => LETTERS[letter]!)
    // ezafe after heh: خانهٔ and خانه‌ی are one word
    .replace(/ه\u200cی(?![\p{L}\p{N}\u200c])/gu, 'ه')
    .replace(/[\p{Cf}ـء]+/gu, '')
    .replace(/(\d)(?:[٬']|[,،](?=\d{3}(?!\d)))(?=\d)/gu, '$1')
    .replace(/(?<![\p{L}\p{N}])(?:\p{L}\.){2,}\p{L}?(?![\p{L}\p{N}])/gu, (letters) => letters.replaceAll('.', ''))
    .replace(/'s(?![\p{L}\p{N}])/gu, '')
    .replaceAll("'", '')
    .replace(/و{2,}/g, 'و')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '');
  if (letters === '') return PAD;
  return letters
    .split('-')
    .map((part) => (isPersian(part) ? foldFamilies(part) : foldEnglish(part)))
    .join('-');
}

interface FoldedToken extends Joining {
  readonly folded: string;
  /** `folded` after a space. */
  readonly spaced: string;
}

const MEMO_LIMIT = 200_000;
const memo = new Map<string, FoldedToken>();

function look(token: string): FoldedToken {
  const known = memo.get(token);
  if (known !== undefined) return known;
  let folded = foldOnce(token);
  // A few compatibility characters fold into others that fold further.
  for (let again = foldOnce(folded); again !== folded; again = foldOnce(folded)) folded = again;
  if (memo.size >= MEMO_LIMIT) memo.clear();
  const made = { folded, spaced: ` ${folded}`, ...describeJoining(folded) };
  memo.set(token, made);
  return made;
}

export const foldToken = (token: string): string => look(token).folded;

/** One token out for each one in, and folding twice changes nothing: hits are token numbers of the original. */
export function foldTokens(tokens: readonly string[]): string[] {
  return joinTokens(tokens.map(foldToken), foldToken).tokens;
}

/** Keeps the words to which endings were joined: a text with کتاب ها is found by کتاب too. */
export function foldWithHosts(tokens: readonly string[]): Joined {
  return joinTokens(tokens.map(foldToken), foldToken);
}

/**
 * Most texts have nothing to join: they are folded word by word, in half the time.
 * @param show what to write for a word that was given endings, by the word before and after
 */
export function foldSpaced(text: string, show: (joined: string, host: string) => string): string {
  let folded = '';
  let joins = false;
  let opened = false;
  visitWords(text, (word, from) => {
    const token = look(word);
    folded = from === 0 ? token.folded : folded + token.spaced;
    joins ||= token.isAffix || (opened && token.goesOn);
    opened = token.opens;
  });
  if (!joins) return folded;
  const { tokens, hosts } = joinTokens(folded.split(' '), foldToken);
  for (const [i, host] of hosts) tokens[i] = show(tokens[i]!, host);
  return tokens.join(' ');
}

export function foldText(text: string): string[] {
  return foldTokens(splitTokens(text));
}

import { PHRASES } from './families.ts';
import { PAD } from './tokens.ts';

const PREFIXES = new Set(['می', 'نمی']);
const SUFFIXES = new Set(
  'ها های هایی هایم هایت هایش هایمان هایتان هایشان تر تری ترین ترینها ترینهای شان مان تان اش ات'.split(' '),
);
/** Endings that are words of their own unless they follow a silent heh: گفته ام, خانه ای. */
const AFTER_HEH = new Set(['ام', 'ای', 'ایم', 'اید', 'اند']);
const NEVER_JOINED = new Set('و که در به از را با تا یا بر برای اما اگر است بود شد هم نیز هر چه چون پس نه'.split(' '));
const PHRASE_ENDING = /^(?:ها|های|هایی|ی|یی|ای)(?:م|ت|ش|مان|تان|شان)?$/;
const AFFIXES: ReadonlySet<string> = new Set([...PREFIXES, ...SUFFIXES, ...AFTER_HEH, 'ی']);
const SECOND = new Set([...PHRASES.values()].flatMap((phrases) => phrases.map(({ words }) => words[1]!)));
const ENDS_IN_LETTER = /\p{L}$/u;

/** Without an affix, or the beginning of a compound before one that goes on with it, nothing is joined. */
export interface Joining {
  readonly isAffix: boolean;
  readonly opens: boolean;
  readonly goesOn: boolean;
}

export const describeJoining = (token: string): Joining => ({
  isAffix: AFFIXES.has(token),
  opens: PHRASES.has(token),
  // The last word of a compound may carry an ending.
  goesOn: [...SECOND.values()].some((word) => token.startsWith(word)),
});

function isWord(token: string | undefined): token is string {
  return token !== undefined && token !== PAD && !NEVER_JOINED.has(token);
}

/** The ending that `token` is of `host`; '' for an ezafe that the word does without. */
function endingAfter(host: string, token: string): string | undefined {
  const [isSuffix, isAfterHeh] = [SUFFIXES.has(token), AFTER_HEH.has(token)];
  if (!isSuffix && !isAfterHeh && token !== 'ی') return undefined;
  if (!isWord(host) || PREFIXES.has(host) || SUFFIXES.has(host) || !ENDS_IN_LETTER.test(host)) return undefined;
  if (isSuffix) return token;
  if (isAfterHeh) return host.endsWith('ه') ? token : undefined;
  return host.length > 1 && /[هاو]$/.test(host) ? token.slice(host.endsWith('ه') ? 1 : 0) : undefined;
}

type Fold = (token: string) => string;

function joinCompounds(out: string[], fold: Fold): boolean {
  let changed = false;
  for (let i = 0; i < out.length; i++) {
    const phrases = PHRASES.get(out[i]!);
    if (!phrases) continue;
    for (const { words, joined } of phrases) {
      const last = out[i + words.length - 1] ?? '';
      const ending = last.slice(words.at(-1)!.length);
      if (!words.every((word, k) => out[i + k] === word || (out[i + k] === last && last === word + ending))) continue;
      if (ending !== '' && !PHRASE_ENDING.test(ending)) continue;
      out[i] = fold(joined + ending);
      out.fill(PAD, i + 1, i + words.length);
      changed = true;
      break;
    }
  }
  return changed;
}

function joinPrefixes(out: string[], fold: Fold): boolean {
  let changed = false;
  // From the right, so that a prefix sees its neighbour as it will stay.
  for (let i = out.length - 2; i >= 0; i--) {
    if (!PREFIXES.has(out[i]!)) continue;
    const next = out[i + 1];
    if (!isWord(next) || SUFFIXES.has(next) || PREFIXES.has(next) || !/^\p{Script=Arabic}{2,}$/u.test(next)) continue;
    out[i] = fold(out[i]! + next);
    out[i + 1] = PAD;
    changed = true;
  }
  return changed;
}

function joinSuffixes(out: string[], fold: Fold, hosts: Map<number, string>): boolean {
  let changed = false;
  let host = -1;
  for (let i = 0; i < out.length; i++) {
    const token = out[i]!;
    if (token === PAD) continue;
    const ending = host < 0 ? undefined : endingAfter(out[host]!, token);
    if (ending === undefined) {
      host = i;
      continue;
    }
    if (!hosts.has(host)) hosts.set(host, out[host]!);
    out[host] = fold(out[host]! + ending);
    out[i] = PAD;
    changed = true;
  }
  return changed;
}

export interface Joined {
  readonly tokens: string[];
  readonly hosts: ReadonlyMap<number, string>;
}

/** می رود, کتاب ها, بزرگ تر, گفت و گو. Pads take the other places, so that the number of tokens stays. */
export function joinTokens(tokens: readonly string[], fold: Fold): Joined {
  const out = [...tokens];
  const hosts = new Map<number, string>();
  if (!tokens.some((token) => AFFIXES.has(token) || PHRASES.has(token))) return { tokens: out, hosts };
  let changed = true;
  // What has been joined may join further.
  while (changed) {
    const compounds = joinCompounds(out, fold);
    const prefixes = joinPrefixes(out, fold);
    changed = joinSuffixes(out, fold, hosts) || compounds || prefixes;
  }
  return { tokens: out, hosts };
}

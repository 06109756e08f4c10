import type { GlossaryEntry } from '../../alignment/pairing/align.ts';
import type { Incoming } from '../incoming.ts';
import type { Scanned } from '../scan-texts.ts';
import { type Contradiction, type Pair, pairDeclared } from './declared-pairs.ts';
import { learnWords, type Teacher } from './learn-words.ts';
import { pairByContent } from './pair-by-content.ts';

export interface PairingOptions {
  readonly glossary: readonly GlossaryEntry[];
  readonly byContent: boolean;
  readonly progress: (what: string, done: number, all: number) => void;
}

export interface Pairing {
  readonly pairs: readonly Pair[];
  readonly proposals: readonly Pair[];
  readonly contradictions: readonly Contradiction[];
}

export async function pairTexts(texts: readonly Scanned[], options: PairingOptions): Promise<Pairing> {
  const declared = pairDeclared(
    texts.map(({ text, pointsTo, pointsToTitle }) => ({ ...pickDeclared(text), pointsTo, pointsToTitle })),
  );
  const taken = new Set(declared.pairs.flatMap(({ en, fa }) => [en, fa]));
  const free = texts.filter(({ text }) => !taken.has(text.key));
  const found = options.byContent
    ? await pairByContent(free.map(toCandidate), {
        glossary: options.glossary,
        lexicon: learnWords(pickTeachers(texts, declared.pairs), options.glossary),
        progress: options.progress,
      })
    : { pairs: [], proposals: [] };
  return { ...found, pairs: [...declared.pairs, ...found.pairs], contradictions: declared.contradictions };
}

const pickDeclared = ({ key, lang, title, kind, group }: Incoming) => ({ key, lang, title, kind, group });

function toCandidate({ text, images, readBlocks }: Scanned) {
  const time = text.date
    ? Date.parse(text.date.length > 16 ? text.date : `${text.date.slice(0, 10)}T00:00Z`)
    : Number.NaN;
  return {
    key: text.key,
    lang: text.lang,
    kind: text.kind,
    time: Number.isNaN(time) ? undefined : time,
    images,
    readBlocks,
  };
}

function pickTeachers(texts: readonly Scanned[], known: readonly Pair[]): Teacher[] {
  const byKey = new Map(texts.map((scan) => [scan.text.key, scan]));
  return known.map(({ en, fa }) => ({ en: byKey.get(en)!.readBlocks, fa: byKey.get(fa)!.readBlocks }));
}

/** The earlier edition of each pair, as far as anybody can tell. */
export function decideOriginals(pairs: readonly Pair[], texts: ReadonlyMap<string, Incoming>) {
  const originals = new Map<string, { key: string; lang: string; isKnown: boolean }>();
  for (const pair of pairs) {
    const [en, fa] = [texts.get(pair.en)!, texts.get(pair.fa)!];
    const [a, b] = [en, fa].map(({ date }) => Date.parse(date));
    const isKnown = Math.abs(a! - b!) > 0;
    const first = isKnown && b! < a! ? fa : en;
    for (const key of [pair.en, pair.fa]) originals.set(key, { key: first.key, lang: first.lang, isKnown });
  }
  return originals;
}

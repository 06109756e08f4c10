import type { WordCounts } from '../lexicon.ts';

/**
 * A line is an English stem, the units it is in, and its Persian counterparts as `stem:count`, with tabs between. After
 * an empty line come Persian stems and their units. Pairs seen less than `least` times are left out.
 */
export function writeLexicon(counts: WordCounts, least: number): string {
  const lines: string[] = [];
  const used = new Set<string>();
  for (const [en, row] of [...counts.pairs].sort(byName)) {
    const seen = counts.en.get(en)!;
    const pairs = [...row]
      .filter(
        ([fa, count]) => fa !== en && count >= least && (count / seen > 0.03 || count / counts.fa.get(fa)! > 0.03),
      )
      .sort((a, b) => b[1] - a[1] || byName(a, b));
    if (pairs.length === 0) continue;
    for (const [fa] of pairs) used.add(fa);
    lines.push([en, shorten(seen), ...pairs.map(([fa, count]) => `${fa}:${shorten(count)}`)].join('\t'));
  }
  lines.push('');
  for (const [fa, seen] of [...counts.fa].sort(byName))
    if (used.has(fa) || seen > 2) lines.push(`${fa}\t${shorten(seen)}`);
  return `${lines.join('\n')}\n`;
}

export function parseLexicon(text: string): WordCounts {
  const en = new Map<string, number>();
  const fa = new Map<string, number>();
  const pairs = new Map<string, Map<string, number>>();
  const [english, persian] = text.split('\n\n') as [string, string];
  for (const line of english.split('\n')) {
    const [name, seen, ...counterparts] = line.split('\t') as [string, string, ...string[]];
    en.set(name, Number(seen));
    pairs.set(
      name,
      new Map(
        counterparts.map((entry) => {
          const at = entry.lastIndexOf(':');
          return [entry.slice(0, at), Number(entry.slice(at + 1))] as const;
        }),
      ),
    );
  }
  for (const line of persian.trimEnd().split('\n')) {
    const [name, seen] = line.split('\t') as [string, string];
    fa.set(name, Number(seen));
  }
  return { pairs, en, fa };
}

function byName(a: readonly [string, unknown], b: readonly [string, unknown]): number {
  return a[0] < b[0] ? -1 : 1;
}

function shorten(count: number): string {
  return count >= 10 ? String(Math.round(count)) : String(Number(count.toFixed(1)));
}

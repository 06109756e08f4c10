/**
 * `node bench/import-pairing.ts BITEXT_ROOT [SHUFFLES] [SCALE] [UNITS]`: how well and how fast texts are paired by
 * content. Half of the translations are hidden; every third document gets a second story on the same event. SCALE: so
 * many more texts per language, for time and memory. UNITS: of each document, because short texts are harder.
 */

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Random, startRandom } from '../src/base/random.ts';
import { type Candidate, pairByContent } from '../src/import/pairing/pair-by-content.ts';
import type { Block } from '../src/markdown/block.ts';

const [root, shuffles = '10', scale = '0', units = '1000'] = process.argv.slice(2);
if (root === undefined) throw new Error('usage: node bench/import-pairing.ts BITEXT_ROOT [SHUFFLES] [SCALE] [UNITS]');

interface Document {
  readonly id: string;
  readonly source: string;
  readonly en: readonly Block[];
  readonly fa: readonly Block[];
  readonly gold: readonly (readonly [readonly number[], readonly number[]])[];
}

/** Versions of the same documents: one of them is drawn for each. */
const FAMILIES: readonly (readonly string[])[] = [
  ['news-fas', 'syn-news-fas-hard'],
  ['tico-fa', 'tico-prs', 'syn-tico-fa-hard'],
  ['story-fa'],
  ['md-opensource', 'stale-opensource'],
  ['real-opensource'],
  ['real-hfcourse'],
];

function readDocument(source: string, id: string): Document {
  const read = (name: string) => JSON.parse(readFileSync(join(root!, source, id, name), 'utf8'));
  const blocks = (name: string) =>
    read(name).map(({ type, depth = 0, text }: Block): Block => ({ type, depth, text, links: [] }));
  const whole: Document = { id, source, en: blocks('en.json'), fa: blocks('fa.json'), gold: read('gold.json') };
  if (Number(units) >= whole.gold.length) return whole;
  const kept = listUnits(whole).slice(0, Number(units));
  return { ...whole, en: kept.flatMap((unit) => unit.en), fa: kept.flatMap((unit) => unit.fa), gold: [] };
}

const families = FAMILIES.map((sources) => {
  const byId = new Map<string, Document[]>();
  for (const source of sources)
    for (const entry of readdirSync(join(root, source), { withFileTypes: true })) {
      if (!entry.isDirectory()) continue;
      byId.set(entry.name, [...(byId.get(entry.name) ?? []), readDocument(source, entry.name)]);
    }
  return [...byId.values()];
});

function shuffle<T>(items: readonly T[], random: Random): T[] {
  const list = [...items];
  for (let i = list.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [list[i], list[j]] = [list[j]!, list[i]!];
  }
  return list;
}

function listUnits({ en, fa, gold }: Document): { en: Block[]; fa: Block[] }[] {
  return gold
    .filter(([a, b]) => a.length > 0 && b.length > 0)
    .map(([a, b]) => ({ en: a.map((i) => en[i]!), fa: b.map((j) => fa[j]!) }));
}

/** Half of a document's units, in another order, among some of another's. */
function composeSecondStory(document: Document, other: Document, random: Random): Document {
  const own = shuffle(listUnits(document), random);
  const foreign = shuffle(listUnits(other), random);
  const half = Math.ceil(own.length / 2);
  const units = shuffle([...own.slice(0, half), ...foreign.slice(0, half)], random);
  return {
    id: `${document.id}~second`,
    source: document.source,
    en: units.flatMap((unit) => unit.en),
    fa: units.flatMap((unit) => unit.fa),
    gold: [],
  };
}

function toCandidates(document: Document, sides: readonly ('en' | 'fa')[]): Candidate[] {
  return sides.map((lang) => ({
    key: `${lang}:${document.id}`,
    lang,
    kind: 'article',
    images: new Set<string>(),
    readBlocks: () => document[lang],
  }));
}

interface Tally {
  pairs: number;
  right: number;
  wanted: number;
  wrong: string[];
  missed: string[];
}

async function runOnce(documents: readonly Document[], random: Random, tally: Tally): Promise<void> {
  const candidates: Candidate[] = [];
  const wanted = new Set<string>();
  const sources = new Map<string, string>();
  for (const document of documents) {
    const drawn = random();
    const sides = drawn < 0.5 ? (['en', 'fa'] as const) : drawn < 0.75 ? (['en'] as const) : (['fa'] as const);
    candidates.push(...toCandidates(document, sides));
    sources.set(document.id, document.source);
    if (sides.length === 2) wanted.add(document.id);
  }
  const { pairs } = await pairByContent(shuffle(candidates, random), { glossary: [], progress: () => {} });
  tally.pairs += pairs.length;
  tally.wanted += wanted.size;
  for (const { en, fa, confidence, reasons } of pairs) {
    const [a, b] = [en.slice(3), fa.slice(3)];
    if (a === b) {
      tally.right++;
      wanted.delete(a);
    } else
      tally.wrong.push(
        `${sources.get(a)}/${a} – ${sources.get(b)}/${b} ${confidence.toFixed(3)} ${reasons.join('; ')}`,
      );
  }
  tally.missed.push(...[...wanted].map((id) => `${sources.get(id)}/${id}`));
}

const share = (a: number, b: number) => `${((100 * a) / b).toFixed(2)} %`;
const tally: Tally = { pairs: 0, right: 0, wanted: 0, wrong: [], missed: [] };
const start = performance.now();
for (let seed = 1; seed <= Number(shuffles); seed++) {
  const random = startRandom(seed);
  const drawn = families.flatMap((family) =>
    family.map((versions) => versions[Math.floor(random() * versions.length)]!),
  );
  const seconds = drawn.flatMap((document, i) => {
    const others = drawn.filter(({ source }) => source === document.source);
    const other = others[(i * 7 + 1) % others.length]!;
    const isFit = random() < 1 / 3 && other !== document && listUnits(document).length >= 4;
    return isFit ? [composeSecondStory(document, other, random)] : [];
  });
  await runOnce([...drawn, ...seconds], random, tally);
}
console.log(`${shuffles} shuffles: ${tally.pairs} pairs, ${tally.wanted} wanted`);
console.log(
  `precision ${share(tally.right, tally.pairs)}, recall ${share(tally.right, tally.wanted)}, ${((performance.now() - start) / 1000).toFixed(1)} s`,
);
for (const line of tally.wrong) console.log(`wrong  ${line}`);
const missed = [...Map.groupBy(tally.missed, (id) => id)].sort(([, a], [, b]) => b.length - a.length);
for (const [id, times] of missed.slice(0, 40)) console.log(`missed ${id} × ${times.length}`);

if (Number(scale) > 0) {
  const random = startRandom(99);
  const pieces = families
    .flat()
    .flatMap((versions) => listUnits(versions[0]!).map((unit) => ({ unit, source: versions[0]!.source })));
  const bySource = [...Map.groupBy(pieces, ({ source }) => source).values()].map((list) =>
    list.map(({ unit }) => unit),
  );
  const texts = Array.from({ length: Number(scale) }, (_, n) => {
    const pool = bySource[n % 2]!;
    const chosen = Array.from(
      { length: 20 + Math.floor(random() * 12) },
      () => pool[Math.floor(random() * pool.length)]!,
    );
    return {
      id: `made-${n}`,
      source: 'made',
      gold: [],
      en: chosen.flatMap((u) => u.en),
      fa: chosen.flatMap((u) => u.fa),
    };
  });
  const candidates = shuffle(
    texts.flatMap((text) => toCandidates(text, ['en', 'fa'])),
    random,
  );
  const begun = performance.now();
  const { pairs } = await pairByContent(candidates, { glossary: [], progress: () => {} });
  const right = pairs.filter(({ en, fa }) => en.slice(3) === fa.slice(3)).length;
  console.log(
    `${scale} + ${scale} texts: ${((performance.now() - begun) / 1000).toFixed(1)} s, ${pairs.length} pairs, ${right} right, most memory ${Math.round(process.resourceUsage().maxRSS / 1024)} MiB`,
  );
}

import { parseArgs } from 'node:util';
import { align } from '../alignment/align.ts';
import { addScores, f1, NO_SCORE, type Score, scoreDocument } from '../alignment/evaluation.ts';
import { type Lexicon, leaveOut } from '../alignment/lexicon.ts';
import { readCommonWords, readSeedLexicon } from '../alignment/seed-lexicon/read-seed-lexicon.ts';
import { learnSiteLexicon } from '../alignment/site-lexicon.ts';
import { type GoldDocument, type GoldFolder, readGoldFolders } from './gold-documents.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    cold: { type: 'boolean', default: false },
    'no-seed': { type: 'boolean', default: false },
    errors: { type: 'boolean', default: false },
  },
});

const seed: Lexicon = values['no-seed'] ? [{ counts: readCommonWords(), weight: 1 }] : readSeedLexicon();

for (const folder of positionals.flatMap(readGoldFolders)) {
  const scores = evaluateFolder(folder);
  const all = scores.map((s) => s.all).reduce(addScores, NO_SCORE);
  const prose = scores.map((s) => s.prose).reduce(addScores, NO_SCORE);
  const p = (x: number) => (100 * x).toFixed(2).padStart(7);
  const sure = all.judged.filter((u) => u.confidence >= 0.9);
  const wrong = all.judged.filter((u) => !u.right);
  console.log(
    folder.name.padEnd(26),
    String(all.documents).padStart(4),
    p(f1(prose.linksRight, prose.linksFound, prose.linksGold)),
    p(all.linksRight / all.linksFound),
    p(all.linksRight / all.linksGold),
    p(f1(all.linksRight, all.linksFound, all.linksGold)),
    p(f1(all.unitsRight, all.unitsFound, all.unitsGold)),
    p(all.perfect / all.documents),
    '| cov',
    p(sure.length / all.judged.length),
    'right',
    p(sure.filter((u) => u.right).length / sure.length),
    'wrong',
    wrong.length,
    'flagged',
    p(wrong.filter((u) => u.confidence < 0.9).length / wrong.length),
  );
}

function evaluateFolder(folder: GoldFolder): { all: Score; prose: Score }[] {
  const { documents } = folder;
  const first = documents.map((document) => align(document.en, document.fa, { lexicon: seed }));
  if (values.cold || documents.length < 2) return documents.map((document, k) => score(document, first[k]!));
  const site = learnSiteLexicon(documents.map((document, k) => ({ ...document, pairings: first[k]! })));
  const lexicon: Lexicon = [...seed, { counts: site.total, weight: 1 }];
  return documents.map((document, k) =>
    score(document, align(document.en, document.fa, { lexicon: leaveOut(lexicon, site.parts[k]!) })),
  );
}

function score(document: GoldDocument, found: ReturnType<typeof align>): { all: Score; prose: Score } {
  const isProse = (type: string) => !['code', 'img', 'jsx'].includes(type);
  if (values.errors) {
    const gold = new Set(document.gold.map((u) => JSON.stringify([u.en, u.fa])));
    for (const u of found)
      if (!gold.has(JSON.stringify([u.en, u.fa])))
        console.log(
          document.name,
          JSON.stringify([u.en, u.fa]),
          u.confidence.toFixed(3),
          'gold',
          JSON.stringify(
            document.gold
              .filter((g) => g.en.some((x) => u.en.includes(x)) || g.fa.some((x) => u.fa.includes(x)))
              .map((g) => [g.en, g.fa]),
          ),
          '\n   E:',
          u.en.map((x) => `${document.en[x]!.type}:${document.en[x]!.text.slice(0, 150)}`).join(' || '),
          '\n   F:',
          u.fa.map((x) => `${document.fa[x]!.type}:${document.fa[x]!.text.slice(0, 150)}`).join(' || '),
        );
  }
  return {
    all: scoreDocument(found, document.gold),
    prose: scoreDocument(
      found,
      document.gold,
      (en, fa) => isProse(document.en[en]!.type) && isProse(document.fa[fa]!.type),
    ),
  };
}

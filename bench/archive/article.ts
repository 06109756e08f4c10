import { type Random, startRandom } from '../../src/base/random.ts';
import type { Lang } from '../../src/markdown/block.ts';
import { pick, pickNumber } from './pick.ts';
import { type Pair, places, writeHeading, writeSentence, writeSentences } from './sentences.ts';

interface Passage {
  readonly text: Pair;
  readonly blocks: Readonly<Record<Lang, number>>;
}

export interface Article {
  readonly name: string;
  readonly sources: Pair;
  /** How many blocks each unit has in either edition, in order. */
  readonly units: readonly Readonly<Record<Lang, number>>[];
}

export const topics = ['water', 'schools', 'roads', 'markets', 'letters', 'health', 'history', 'weather'];
export const authors = Array.from({ length: 24 }, (_, i) => `author-${i + 1}`);

const same = (blocks: number) => ({ en: blocks, fa: blocks });

function writeParagraph(random: Random): Passage {
  const [a, b] = [writeSentences(random, 2), writeSentences(random, 1 + pickNumber(random, 3))];
  const split = random() < 0.04;
  const emphasised =
    random() < 0.2 ? (text: string) => text.replace(/(\S+ \S+)[.»”]*$/, '*$1*') : (text: string) => text;
  return {
    text: { en: `${a.en} ${emphasised(b.en)}`, fa: split ? `${a.fa}\n\n${b.fa}` : `${a.fa} ${emphasised(b.fa)}` },
    blocks: { en: 1, fa: split ? 2 : 1 },
  };
}

function joinPairs(pairs: readonly Pair[], between: string): Pair {
  return { en: pairs.map((p) => p.en).join(between), fa: pairs.map((p) => p.fa).join(between) };
}

function writePassages(random: Random, index: number, works: number): Passage[] {
  const paragraph = () => writeParagraph(random);
  const heading = (): Passage => {
    const { en, fa } = writeHeading(random);
    return { text: { en: `## ${en}`, fa: `## ${fa}` }, blocks: same(1) };
  };
  const items = (lead: (i: number) => string, many: number): Passage => {
    const written = Array.from({ length: many }, (_, i) => {
      const { en, fa } = writeSentence(random);
      return { en: `${lead(i)} ${en}`, fa: `${lead(i)} ${fa}` };
    });
    return { text: joinPairs(written, '\n'), blocks: same(many) };
  };
  const quote = (): Passage => {
    const { en, fa } = writeSentences(random, 2);
    return { text: { en: `> ${en}`, fa: `> ${fa}` }, blocks: same(1) };
  };
  const link = (): Passage => {
    const other = nameArticle(pickNumber(random, works));
    const { en, fa } = writeSentence(random);
    return {
      text: {
        en: `${en} See [what we wrote then](./${other}.html).`,
        fa: `${fa} [نوشتهٔ آن زمان](./${other}.html) را ببینید.`,
      },
      blocks: same(1),
    };
  };
  const table = (): Passage => {
    const rows = Array.from({ length: 3 }, () => {
      const [where, n] = [pick(random, places), 100 + pickNumber(random, 900)];
      return { en: `| ${where.en} | ${n} |`, fa: `| ${where.fa} | ${n} |` };
    });
    const head = { en: '| Place | Families |\n| --- | --- |', fa: '| جای | خانواده |\n| --- | --- |' };
    return { text: joinPairs([head, ...rows], '\n'), blocks: same(4) };
  };
  const third = index % 3;
  return [
    paragraph(),
    paragraph(),
    heading(),
    paragraph(),
    paragraph(),
    third === 0 ? items(() => '-', 3) : quote(),
    paragraph(),
    link(),
    heading(),
    paragraph(),
    third === 1 ? table() : paragraph(),
    paragraph(),
    heading(),
    paragraph(),
    items((i) => `${i + 1}.`, 3),
    paragraph(),
    quote(),
    paragraph(),
    paragraph(),
    paragraph(),
  ];
}

export function nameArticle(index: number): string {
  return `work-${String(index).padStart(5, '0')}`;
}

export function writeArticle(index: number, works: number): Article {
  const random = startRandom(index + 1);
  const title = writeHeading(random);
  const description = writeSentence(random);
  const day = new Date(Date.UTC(2010, 0, 1 + (index % 6000))).toISOString().slice(0, 10);
  const head = (lang: Lang) =>
    [
      '---',
      `title: ${JSON.stringify(title[lang])}`,
      `description: ${JSON.stringify(description[lang])}`,
      `date: ${day}`,
      `authors: [${authors[index % authors.length]}]`,
      `topics: [${topics[index % topics.length]}]`,
      ...(lang === 'fa' ? [`translators: [${authors[(index + 7) % authors.length]}]`] : []),
      '---',
    ].join('\n');
  const passages = writePassages(random, index, works);
  const body = joinPairs(
    passages.map((p) => p.text),
    '\n\n',
  );
  return {
    name: nameArticle(index),
    sources: { en: `${head('en')}\n\n${body.en}\n`, fa: `${head('fa')}\n\n${body.fa}\n` },
    units: passages.flatMap(({ blocks }) =>
      blocks.en === blocks.fa ? Array.from({ length: blocks.en }, () => same(1)) : [blocks],
    ),
  };
}

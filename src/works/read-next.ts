import { splitWords } from '../alignment/similarity.ts';
import type { Lang } from './block.ts';
import type { Edition } from './edition.ts';
import { topicsOf } from './labels.ts';
import { listByDate, oncePerContent } from './list.ts';
import type { Content } from './load.ts';
import { listParts } from './series.ts';

/** How much a topic in common counts against words in common, which are 0 to 1. */
const TOPIC = 1;
/** How much the section in common counts. */
const SECTION = 0.5;

type Weights = ReadonlyMap<string, number>;

/** The words of titles and descriptions, each edition's as a vector of length 1: rare words weigh more (TF-IDF). */
const weighWords = oncePerContent((content: Content, lang: Lang): ReadonlyMap<Edition, Weights> => {
  const editions = listByDate(content, lang);
  const words = editions.map(
    ({ frontmatter }) => new Set(splitWords(`${frontmatter.title} ${frontmatter.description}`)),
  );
  const holders = new Map<string, number>();
  for (const own of words) for (const word of own) holders.set(word, (holders.get(word) ?? 0) + 1);
  return new Map(
    editions.map((edition, i) => {
      const weights = [...words[i]!].map((word): [string, number] => [
        word,
        Math.log(editions.length / holders.get(word)!),
      ]);
      const length = Math.hypot(...weights.map(([, weight]) => weight)) || 1;
      return [edition, new Map(weights.map(([word, weight]) => [word, weight / length]))];
    }),
  );
});

function multiply(a: Weights, b: Weights): number {
  let sum = 0;
  for (const [word, weight] of a) sum += weight * (b.get(word) ?? 0);
  return sum;
}

/**
 * What to read after an edition: the parts of its series that follow, then works with most topics, the section and
 * words of title and description in common; of two that are as near, the newer one. None that has nothing in common.
 */
export function readNext(content: Content, edition: Edition, count = 3): Edition[] {
  const { lang } = edition;
  const weights = weighWords(content, lang);
  const topics = new Set(topicsOf(content.glossary, edition).map(({ id }) => id));
  const { series, section } = edition.frontmatter;
  const parts = series === undefined ? [] : listParts(content, series, lang);
  const following = parts.slice(parts.indexOf(edition) + 1);
  const scored = listByDate(content, lang)
    .filter((other) => other !== edition && !following.includes(other))
    .map((other) => {
      const shared = topicsOf(content.glossary, other).filter(({ id }) => topics.has(id)).length;
      const near = section !== undefined && section === other.frontmatter.section ? SECTION : 0;
      const words = multiply(weights.get(edition) ?? new Map(), weights.get(other)!);
      return { other, score: shared * TOPIC + near + words };
    })
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score);
  return [...following, ...scored.map(({ other }) => other)].slice(0, count);
}

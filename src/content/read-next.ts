import { splitWords } from '../base/similarity.ts';
import type { Lang } from '../markdown/block.ts';
import type { Edition } from './edition.ts';
import { topicsOf } from './labels.ts';
import { listByDate, oncePerContent } from './list.ts';
import type { Content } from './load.ts';
import { listParts } from './series.ts';

/** Words in common count 0 to 1. */
const TOPIC = 1;
const SECTION = 0.5;
/** Only the newest: a large archive would compare each of its works with all others. */
const LOOKED_AT = 40;

type Weights = ReadonlyMap<string, number>;

interface Library {
  /** Vectors of length 1 for the words of title and description: rare words weigh more (TF-IDF). */
  readonly weights: ReadonlyMap<Edition, Weights>;
  /** By word, topic and section. Newest first. */
  readonly shelves: ReadonlyMap<string, readonly Edition[]>;
}

function shelvesOf(content: Content, edition: Edition): string[] {
  const { section } = edition.frontmatter;
  const topics = topicsOf(content.glossary, edition).map(({ id }) => `topic ${id}`);
  return section === undefined ? topics : [...topics, `section ${section}`];
}

const openLibrary = oncePerContent((content: Content, lang: Lang): Library => {
  const editions = listByDate(content, lang);
  const shelves = new Map<string, Edition[]>();
  const words = new Map<Edition, Set<string>>();
  for (const edition of editions) {
    const { title, description } = edition.frontmatter;
    const ownWords = new Set(splitWords(`${title} ${description}`));
    words.set(edition, ownWords);
    for (const name of [...[...ownWords].map((word) => `word ${word}`), ...shelvesOf(content, edition)]) {
      const shelf = shelves.get(name) ?? [];
      shelf.push(edition);
      shelves.set(name, shelf);
    }
  }
  const weights = new Map<Edition, Weights>();
  for (const [edition, theirs] of words) {
    const raw = [...theirs].map((word): [string, number] => [
      word,
      Math.log(editions.length / shelves.get(`word ${word}`)!.length),
    ]);
    const length = Math.hypot(...raw.map(([, weight]) => weight)) || 1;
    weights.set(edition, new Map(raw.map(([word, weight]) => [word, weight / length])));
  }
  return { weights, shelves };
});

/** First the parts of its series that follow, then what has most in common; of two that are as near, the newer. */
export function readNext(content: Content, edition: Edition, count = 3): Edition[] {
  const { lang } = edition;
  const { series } = edition.frontmatter;
  const parts = series === undefined ? [] : listParts(content, series, lang);
  const following = parts.slice(parts.indexOf(edition) + 1);
  if (following.length >= count) return following.slice(0, count);
  const { weights, shelves } = openLibrary(content, lang);
  const scores = new Map<Edition, number>();
  const add = (other: Edition, score: number) => {
    if (other !== edition && score > 0 && !following.includes(other))
      scores.set(other, (scores.get(other) ?? 0) + score);
  };
  for (const name of shelvesOf(content, edition))
    for (const other of (shelves.get(name) ?? []).slice(0, LOOKED_AT))
      add(other, name.startsWith('section ') ? SECTION : TOPIC);
  for (const [word, weight] of weights.get(edition) ?? []) {
    const shelf = shelves.get(`word ${word}`)!;
    if (shelf.length <= LOOKED_AT) for (const other of shelf) add(other, weight * weights.get(other)!.get(word)!);
  }
  const nearest = [...scores].sort(([a, x], [b, y]) => y - x || compareDates(b, a));
  return [...following, ...nearest.map(([other]) => other)].slice(0, count);
}

function compareDates(a: Edition, b: Edition): number {
  const [x, y] = [a.frontmatter.date, b.frontmatter.date];
  return x === y ? (a.slug < b.slug ? 1 : -1) : x < y ? -1 : 1;
}

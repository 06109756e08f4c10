import { digest } from '../base/digest.ts';
import { remember } from '../base/remember.ts';
import { splitWords } from '../base/similarity.ts';
import type { Lang } from '../markdown/block.ts';
import type { Edition } from './edition.ts';
import { topicsOf } from './labels.ts';
import { listByDate, oncePerContent } from './list.ts';
import type { Content } from './load.ts';
import { listParts } from './series.ts';

/** A topic in common counts 1, a section a half, words in common 0 to 1. */
const TOPIC = 1;
const SECTION = Math.sqrt(0.5);
/** Only the newest: a large archive would compare each of its works with all others. */
const LOOKED_AT = 40;

/** Those that have one word, topic or section, newest first: their places in the list, and how much each has of it. */
interface Shelf {
  readonly places: number[];
  readonly shares: number[];
}

interface Library {
  /** By slug. */
  readonly traits: ReadonlyMap<string, readonly { readonly shelf: Shelf; readonly share: number }[]>;
  /** By place, all 0 between two questions: a map would take most of the time. */
  readonly scores: Float64Array;
}

/** Words of title and description as a vector of length 1 in which rare words weigh more (TF-IDF). */
function weighWords(words: ReadonlySet<string>, counts: ReadonlyMap<string, number>, total: number) {
  const raw = [...words].map((word) => ({ word, weight: Math.log(total / counts.get(word)!) }));
  const length = Math.hypot(...raw.map(({ weight }) => weight)) || 1;
  return raw
    .filter(({ word, weight }) => counts.get(word)! <= LOOKED_AT && weight > 0)
    .map(({ word, weight }) => ({ name: `word ${word}`, share: weight / length }));
}

/** What a library is made from, of one edition. */
interface Description {
  readonly slug: string;
  readonly text: string;
  readonly topics: readonly string[];
  readonly section: string | undefined;
}

function makeLibrary(descriptions: readonly Description[]): Library {
  const words = descriptions.map(({ text }) => new Set(splitWords(text)));
  const counts = new Map<string, number>();
  for (const theirs of words) for (const word of theirs) counts.set(word, (counts.get(word) ?? 0) + 1);
  const shelves = new Map<string, Shelf>();
  const traits = descriptions.map(({ slug, topics, section }, place) => {
    const all = [
      ...topics.map((id) => ({ name: `topic ${id}`, share: TOPIC })),
      ...(section === undefined ? [] : [{ name: `section ${section}`, share: SECTION }]),
      ...weighWords(words[place]!, counts, descriptions.length),
    ];
    const placed = all.map(({ name, share }) => {
      const shelf = remember(shelves, name, (): Shelf => ({ places: [], shares: [] }));
      if (shelf.places.length < LOOKED_AT) {
        shelf.places.push(place);
        shelf.shares.push(share);
      }
      return { shelf, share };
    });
    return [slug, placed] as const;
  });
  return { traits: new Map(traits), scores: new Float64Array(descriptions.length) };
}

/** The last one per language: in `npm run dev`, most of what is saved changes only texts. */
const last = new Map<Lang, { readonly key: string; readonly library: Library }>();

const openLibrary = oncePerContent((content: Content, lang: Lang): Library => {
  const descriptions = listByDate(content, lang).map((edition): Description => {
    const { title, description, section } = edition.frontmatter;
    const topics = topicsOf(content.glossary, edition).map(({ id }) => id);
    return { slug: edition.slug, text: `${title} ${description}`, topics, section };
  });
  const key = digest(JSON.stringify(descriptions));
  const known = last.get(lang);
  const library = known?.key === key ? known.library : makeLibrary(descriptions);
  last.set(lang, { key, library });
  return library;
});

/** First the parts of its series that follow, then what has most in common; of two that are as near, the newer. */
export function readNext(content: Content, edition: Edition, count = 3): Edition[] {
  const { lang } = edition;
  const { series } = edition.frontmatter;
  const parts = series === undefined ? [] : listParts(content, series, lang);
  const following = parts.slice(parts.indexOf(edition) + 1);
  if (following.length >= count) return following.slice(0, count);
  const editions = listByDate(content, lang);
  const { traits, scores } = openLibrary(content, lang);
  const shared: number[] = [];
  for (const { shelf, share } of traits.get(edition.slug) ?? [])
    for (let i = 0; i < shelf.places.length; i++) {
      const place = shelf.places[i]!;
      if (scores[place] === 0) shared.push(place);
      scores[place]! += share * shelf.shares[i]!;
    }
  const nearest: (readonly [place: number, score: number])[] = [];
  for (const place of shared) {
    const [other, score] = [editions[place]!, scores[place]!];
    scores[place] = 0;
    if (other === edition || following.includes(other)) continue;
    const at = nearest.findIndex(([there, best]) => score > best || (score === best && place < there));
    if (at >= 0) nearest.splice(at, 0, [place, score]);
    else nearest.push([place, score]);
    if (nearest.length > count) nearest.pop();
  }
  return [...following, ...nearest.map(([place]) => editions[place]!)].slice(0, count);
}

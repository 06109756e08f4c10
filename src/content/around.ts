import { remember } from '../base/remember.ts';
import type { Edition } from './edition.ts';
import type { Label } from './glossary.ts';
import { contributorsOf } from './labels.ts';
import type { Content } from './load.ts';
import type { Person } from './people.ts';
import { readNext } from './read-next.ts';
import { findSeriesPlace, type SeriesPlace } from './series.ts';

export interface Contributor {
  readonly label: Label;
  readonly person: Person;
}

export interface Around {
  readonly series: SeriesPlace | undefined;
  readonly next: readonly Edition[];
  readonly people: readonly Contributor[];
}

const known = new WeakMap<Content, Map<Edition, Around>>();

/** There is nothing around a page such as about. */
export function lookAround(content: Content, edition: Edition): Around {
  const ofContent = remember(known, content, () => new Map<Edition, Around>());
  return remember(ofContent, edition, () => findAround(content, edition));
}

function findAround(content: Content, edition: Edition): Around {
  if (edition.frontmatter.kind === 'page') return { series: undefined, next: [], people: [] };
  const series = findSeriesPlace(content, edition);
  // The page links to the parts beside it anyway.
  const next = readNext(content, edition, 5).filter((other) => other !== series?.next && other !== series?.previous);
  const people = contributorsOf(content.glossary, edition).flatMap((label) => {
    const person = content.people.get(label.id);
    return person && (person.bio?.[edition.lang] || person.portrait || person.links) ? [{ label, person }] : [];
  });
  return { series, next: next.slice(0, 3), people };
}

/** All that a page shows of other works, as a text that changes with it. */
export function describeAround({ series, next, people }: Around): string {
  const describeEdition = (other: Edition | undefined) => {
    if (!other) return null;
    const { title, date, authors } = other.frontmatter;
    return [other.slug, title, date, authors];
  };
  return JSON.stringify([
    series && [
      series.id,
      series.series,
      series.part,
      series.of,
      describeEdition(series.previous),
      describeEdition(series.next),
    ],
    next.map(describeEdition),
    people,
  ]);
}

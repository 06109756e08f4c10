import { z } from 'astro/zod';
import type { Lang } from '../markdown/block.ts';
import { type ReadEntries, readEntries } from './content-file.ts';
import type { Edition } from './edition.ts';
import type { LabelGroup } from './labels.ts';
import { listByDate, oncePerContent } from './list.ts';
import type { Content } from './load.ts';
import { bothTexts, eitherText } from './people.ts';

const series = z.strictObject(
  { title: bothTexts, description: eitherText.optional() },
  { error: 'must be fields with values: title: { en, fa }' },
);

export type Series = z.output<typeof series>;

export function readSeries(source: string, file: string): ReadEntries<Series> {
  return readEntries(source, file, series);
}

/** Parts without a number follow by date. */
export function listParts(content: Content, id: string, lang: Lang): Edition[] {
  return listByDate(content, lang)
    .filter((edition) => edition.frontmatter.series === id)
    .reverse()
    .sort((a, b) => (a.frontmatter.part ?? Infinity) - (b.frontmatter.part ?? Infinity) || 0);
}

export const groupBySeries = oncePerContent((content: Content, lang: Lang): readonly LabelGroup[] =>
  [...content.series].map(([id, { title }]) => ({ label: { id, ...title }, editions: listParts(content, id, lang) })),
);

export interface SeriesPlace {
  readonly id: string;
  readonly series: Series;
  /** From 1, among the parts that this language has. */
  readonly part: number;
  readonly of: number;
  readonly previous: Edition | undefined;
  readonly next: Edition | undefined;
}

export function findSeriesPlace(content: Content, edition: Edition): SeriesPlace | undefined {
  const id = edition.frontmatter.series;
  const series = id === undefined ? undefined : content.series.get(id);
  if (id === undefined || !series) return undefined;
  const parts = listParts(content, id, edition.lang);
  const at = parts.indexOf(edition);
  if (at < 0) return undefined;
  return { id, series, part: at + 1, of: parts.length, previous: parts[at - 1], next: parts[at + 1] };
}

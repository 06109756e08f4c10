import { z } from 'astro/zod';
import type { Lang } from '../markdown/block.ts';
import { type ReadEntries, readEntries } from './content-file.ts';
import type { Edition } from './edition.ts';
import type { LabelGroup } from './labels.ts';
import { listByDate, oncePerContent } from './list.ts';
import type { Content } from './load.ts';
import { bothTexts, eitherText, text } from './people.ts';

const section = z.strictObject(
  {
    name: bothTexts,
    description: eitherText.optional(),
    lead: text.optional(),
  },
  { error: 'must be fields with values: name: { en, fa }' },
);

/** A work belongs to one at most. */
export type Section = z.output<typeof section>;

export function readSections(source: string, file: string): ReadEntries<Section> {
  return readEntries(source, file, section);
}

/** In the order of the file, also sections without works. */
export const groupBySection = oncePerContent((content: Content, lang: Lang): readonly LabelGroup[] =>
  [...content.sections].map(([id, { name }]) => ({
    label: { id, ...name },
    editions: listSection(content, id, lang),
  })),
);

/** The lead first, then newest first. */
export function listSection(content: Content, id: string, lang: Lang): Edition[] {
  const lead = content.works.find(({ name }) => name === content.sections.get(id)?.lead)?.editions[lang];
  const editions = listByDate(content, lang).filter((edition) => edition.frontmatter.section === id);
  return lead ? [lead, ...editions.filter((edition) => edition !== lead)] : editions;
}

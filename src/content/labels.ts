import { slugifyHeading } from '../base/slugify-heading.ts';
import { locales } from '../locales.ts';
import type { Lang } from '../markdown/block.ts';
import type { Edition } from './edition.ts';
import type { Glossary, Label } from './glossary.ts';
import { listByDate, oncePerContent } from './list.ts';
import type { Content } from './load.ts';

/** Finds a label by id, or by its name in either language; else makes one. */
export function findLabel(labels: readonly Label[], name: string): Label {
  const known = labels.find((l) => l.id === name || l.en === name || l.fa === name);
  return known ?? { id: slugifyHeading(name, []), en: name, fa: name };
}

export function topicsOf(glossary: Glossary, edition: Edition): Label[] {
  return (edition.frontmatter.topics ?? []).map((name) => findLabel(glossary.topics, name));
}

export function peopleOf(glossary: Glossary, names: readonly string[] | undefined): Label[] {
  return (names ?? []).map((name) => findLabel(glossary.people, name));
}

export function contributorsOf(glossary: Glossary, edition: Edition): Label[] {
  const { authors, translators = [] } = edition.frontmatter;
  const people = peopleOf(glossary, [...authors, ...translators]);
  return people.filter((person, i) => people.findIndex((p) => p.id === person.id) === i);
}

export interface LabelGroup {
  readonly label: Label;
  readonly editions: readonly Edition[];
}

function groupByLabel(content: Content, lang: Lang, labelsOf: (edition: Edition) => readonly Label[]): LabelGroup[] {
  const groups = new Map<string, { label: Label; editions: Edition[] }>();
  for (const edition of listByDate(content, lang))
    for (const label of labelsOf(edition)) {
      const group = groups.get(label.id) ?? { label, editions: [] };
      group.editions.push(edition);
      groups.set(label.id, group);
    }
  const collator = new Intl.Collator(locales[lang].collation);
  return [...groups.values()].sort((a, b) => collator.compare(a.label[lang], b.label[lang]));
}

/** Sorted by name. */
export const groupByTopic = oncePerContent((content: Content, lang: Lang): readonly LabelGroup[] =>
  groupByLabel(content, lang, (edition) => topicsOf(content.glossary, edition)),
);

/** Sorted by name. */
export const groupByPerson = oncePerContent((content: Content, lang: Lang): readonly LabelGroup[] =>
  groupByLabel(content, lang, (edition) => contributorsOf(content.glossary, edition)),
);

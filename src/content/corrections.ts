import type { Lang } from '../markdown/block.ts';
import type { Edition } from './edition.ts';
import type { Content } from './load.ts';

export interface Correction {
  readonly edition: Edition;
  /** As it is written: a Gregorian day, or a day and a time. */
  readonly date: string;
  readonly text: string;
}

export function correctionsOf(edition: Edition): Correction[] {
  return (edition.frontmatter.corrections ?? [])
    .map(({ date, text }) => ({ edition, date, text }))
    .sort((a, b) => (a.date < b.date ? 1 : a.date > b.date ? -1 : 0));
}

/** Newest first. */
export function listCorrections(content: Content, lang: Lang): Correction[] {
  return content.works
    .flatMap((work) => work.editions[lang] ?? [])
    .flatMap(correctionsOf)
    .sort((a, b) => (a.date < b.date ? 1 : a.date > b.date ? -1 : a.edition.slug < b.edition.slug ? -1 : 1));
}

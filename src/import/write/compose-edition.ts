import { parse, stringify } from 'yaml';
import type { Incoming } from '../incoming.ts';
import type { Note } from '../markdown/surroundings.ts';

export interface EditionFacts {
  readonly description: string;
  readonly date: string;
  readonly authors: readonly string[];
  readonly cover?: string | undefined;
  readonly aliases: readonly string[];
  readonly translationOf?: string | undefined;
  readonly original?: string | undefined;
}

export function composeEdition(text: Incoming, facts: EditionFacts, body: string): string {
  const isPage = text.kind === 'page';
  const { authors } = facts;
  const fields: Record<string, unknown> = {
    title: text.title,
    description: facts.description,
    kind: isPage ? 'page' : undefined,
    date: facts.date || undefined,
    authors: authors.length > 0 ? authors : undefined,
    // Pages are in no list.
    section: isPage ? undefined : text.section,
    topics: isPage || text.topics.length === 0 ? undefined : text.topics,
    pinned: (!isPage && text.pinned) || undefined,
    original: facts.original,
    translationOf: facts.translationOf,
    cover:
      facts.cover && text.cover
        ? { src: facts.cover, alt: text.cover.alt, ...(text.cover.credit ? { credit: text.cover.credit } : {}) }
        : undefined,
    aliases: facts.aliases.length > 0 ? facts.aliases : undefined,
    draft: text.draft || undefined,
  };
  const given = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
  return `---\n${stringify(given, { lineWidth: 0, version: '1.2', schema: 'core' })}---\n\n${body.trim()}\n`;
}

/** '' for what is missing, or broken. */
export function readFacts(edition: string): Record<'title' | 'date' | 'translationOf' | 'original', string> {
  const head = /^---\n(.*?\n)---\n/s.exec(edition)?.[1] ?? '';
  let fields: Record<string, unknown> = {};
  try {
    fields = parse(head, { version: '1.2', schema: 'core' }) ?? {};
  } catch {
    // The check reports it.
  }
  const get = (name: string) => String(fields[name] ?? '');
  return { title: get('title'), date: get('date'), translationOf: get('translationOf'), original: get('original') };
}

/** Cut at a word. @param plain a line for each paragraph */
export function takeFirstSentence(plain: string): string {
  const sentence = (/^.{20,}?(?:[.!?؟…](?=\s|$)|(?=\n))/s.exec(plain)?.[0] ?? plain).replace(/\s+/g, ' ').trim();
  if (sentence.length <= 220) return sentence.trim();
  return `${sentence.slice(0, 200).replace(/\s+\S*$/, '')}…`;
}

/** Makes up, and marks, what frontmatter must have and the source lacks. */
export function completeFacts(text: Incoming, plain: string, fallback: { author: string; day: string }, notes: Note[]) {
  let { description, date, authors } = text;
  if (!description) {
    description = takeFirstSentence(plain) || text.title;
    notes.push({ name: 'ImportDescriptionMade', params: {}, near: 'description:' });
  }
  if (!date) {
    date = fallback.day;
    notes.push({ name: 'ImportDateMissing', params: { date }, near: 'date:' });
  }
  if (authors.length === 0) {
    authors = [fallback.author];
    notes.push({ name: 'ImportAuthorMissing', params: { author: fallback.author }, near: 'authors:' });
  }
  return { description: description.replace(/\s+/g, ' ').trim(), date, authors };
}

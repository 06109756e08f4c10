import { z } from 'astro/zod';
import { readSound } from '../base/read-sound.ts';
import { createFinding, type Finding } from '../errors.ts';
import type { Lang } from '../markdown/block.ts';
import { findUnfitness } from './checks/slug-fitness.ts';
import { describeIssue, isFields } from './content-file.ts';
import { readYaml } from './read-yaml.ts';

const form = z.string({ error: 'must be text' }).trim().min(1, 'must not be empty');
const spellings = z.union([form.transform((one) => [one]), z.array(form).min(1, 'must have at least one form')], {
  error: 'must be a form or a list of forms, such as [karez, qanat]',
});
const note = z.strictObject(
  { en: form.optional(), fa: form.optional() },
  { error: 'must be in one or both languages: { en, fa }' },
);
const id = z
  .string({ error: 'must be text' })
  .regex(/^[a-z0-9-]+$/, { error: 'must be of small Latin letters, digits and hyphens', abort: true })
  .refine((value) => !findUnfitness(value), {
    error: ({ input }) => `cannot be part of an address: ${findUnfitness(String(input))}`,
  });
const label = z.strictObject({ id, en: form, fa: form }, { error: 'must be fields with values: { id, en, fa }' });

export const termKinds = ['group', 'place', 'person', 'term', 'calendar'] as const;

const term = z.strictObject(
  {
    id: form.optional(),
    en: spellings,
    fa: spellings,
    kind: z.enum(termKinds, { error: 'must be group, place, person, term or calendar' }).optional(),
    note: note.optional(),
  },
  { error: 'must be fields with values: { en, fa }' },
);
const schemas = { terms: term, people: label, topics: label };

/** We print the first spelling of each side. */
export interface Term {
  readonly id?: string | undefined;
  readonly en: readonly string[];
  readonly fa: readonly string[];
  readonly kind?: string | undefined;
  readonly note?: { readonly en?: string | undefined; readonly fa?: string | undefined } | undefined;
}

export interface Label {
  readonly id: string;
  readonly en: string;
  readonly fa: string;
}

export interface Glossary {
  readonly terms: readonly Term[];
  readonly people: readonly Label[];
  readonly topics: readonly Label[];
  /** By lowercased spelling or id. */
  readonly index: Readonly<Record<Lang, ReadonlyMap<string, Term>>>;
}

const key = (spelling: string) => spelling.toLowerCase().replace(/[\u200c\s]+/g, ' ');

function indexTerms(terms: readonly Term[], lang: Lang): Map<string, Term> {
  const map = new Map<string, Term>();
  for (const term of terms)
    for (const spelling of [term.id, ...term[lang]])
      if (spelling && !map.has(key(spelling))) map.set(key(spelling), term);
  return map;
}

/** Finds a term by any of its spellings in one language, by its spelling in the other, or by its id. */
export function findTerm(glossary: Glossary, lang: Lang, spelling: string): Term | undefined {
  const k = key(spelling);
  return glossary.index[lang].get(k) ?? glossary.index[lang === 'en' ? 'fa' : 'en'].get(k);
}

/** By what it is found in the file. */
function nameEntry(raw: unknown): string | undefined {
  const { id, en } = (raw ?? {}) as { readonly id?: unknown; readonly en?: unknown };
  return [id, en, Array.isArray(en) ? en[0] : undefined].find((one) => typeof one === 'string' && one !== '') as
    | string
    | undefined;
}

/** An entry with a mistake is left out alone. @param source '' for a missing file */
export function parseGlossary(source: string, file: string): { glossary: Glossary; findings: Finding[] } {
  const findings: Finding[] = [];
  const { data, fault, find } = readYaml(source);
  const report = (path: readonly PropertyKey[], reason: string, at = find(path)) =>
    findings.push(createFinding('GlossaryUnreadable', { file, ...at }, { reason }));
  if (fault) report([], fault.reason, fault.point);
  if (!fault && !isFields(data)) report([], 'it must be lists of entries: terms, topics, people');
  const lists = isFields(data) ? data : {};
  for (const name of Object.keys(lists))
    if (!(name in schemas)) report([name], `it has no list "${name}", only terms, topics and people`);
  const readList = <T>(
    name: keyof typeof schemas,
    schema: z.ZodType<T> & { readonly shape: Record<string, unknown> },
  ): T[] => {
    const list = lists[name] ?? [];
    if (!Array.isArray(list)) {
      report([name], `"${name}" must be a list`);
      return [];
    }
    const taken = new Map<string, number>();
    return list.flatMap((raw, i) => {
      const { data, issues } = readSound(schema, raw);
      const entry = { list: name, id: nameEntry(raw) ?? `number ${i + 1}` };
      const reportEntry = (path: readonly PropertyKey[], reason: string) =>
        findings.push(createFinding('EntryWrong', { file, ...find([name, i, ...path]) }, { ...entry, reason }));
      for (const issue of issues) for (const fault of describeIssue(issue, raw, schema.shape)) reportEntry(...fault);
      const id = isFields(raw) && typeof raw.id === 'string' ? raw.id : undefined;
      const before = id === undefined ? undefined : taken.get(id);
      if (before !== undefined)
        reportEntry(['id'], `needs another id: the entry of line ${find([name, before])?.line} has this one`);
      else if (id !== undefined) taken.set(id, i);
      return data ? [data] : [];
    });
  };
  const terms = readList<Term>('terms', schemas.terms);
  const index = { en: indexTerms(terms, 'en'), fa: indexTerms(terms, 'fa') };
  const [people, topics] = [readList<Label>('people', schemas.people), readList<Label>('topics', schemas.topics)];
  return { glossary: { terms, people, topics, index }, findings };
}

import { z } from 'astro/zod';
import { createFinding, type Finding } from '../errors.ts';
import type { Lang } from '../markdown/block.ts';
import { findUnfitness } from './checks/slug-fitness.ts';
import { readYaml } from './read-yaml.ts';

const spellings = z.union([z.string(), z.array(z.string()).min(1)]).transform((v) => (typeof v === 'string' ? [v] : v));
const note = z.strictObject({ en: z.string().optional(), fa: z.string().optional() });
const id = z
  .string()
  .regex(/^[a-z0-9-]+$/)
  .refine((value) => !findUnfitness(value), { error: ({ input }) => findUnfitness(String(input)) });
const label = z.strictObject({ id, en: z.string(), fa: z.string() });
const term = z.strictObject({
  id: z.string().optional(),
  en: spellings,
  fa: spellings,
  kind: z.string().optional(),
  note: note.optional(),
});
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

/** An entry with a mistake is left out alone. @param source '' for a missing file */
export function parseGlossary(source: string, file: string): { glossary: Glossary; findings: Finding[] } {
  const findings: Finding[] = [];
  const { data, fault, find } = readYaml(source);
  const report = (path: readonly PropertyKey[], reason: string, at = find(path)) =>
    findings.push(createFinding('GlossaryUnreadable', { file, ...at }, { reason }));
  if (fault) report([], fault.reason, fault.point);
  const lists = (data ?? {}) as Record<string, unknown>;
  for (const name of Object.keys(lists)) if (!(name in schemas)) report([name], `it has no list "${name}"`);
  const readList = <T>(name: keyof typeof schemas, schema: z.ZodType<T>): T[] => {
    const list = lists[name] ?? [];
    if (!Array.isArray(list)) {
      report([name], `"${name}" must be a list`);
      return [];
    }
    return list.flatMap((raw, i) => {
      const result = schema.safeParse(raw);
      if (result.success) return [result.data];
      for (const issue of result.error.issues)
        report([name, i], [name, i, ...issue.path].join('.').concat(`: ${issue.message}`));
      return [];
    });
  };
  const terms = readList<Term>('terms', schemas.terms);
  const index = { en: indexTerms(terms, 'en'), fa: indexTerms(terms, 'fa') };
  const [people, topics] = [readList<Label>('people', schemas.people), readList<Label>('topics', schemas.topics)];
  return { glossary: { terms, people, topics, index }, findings };
}

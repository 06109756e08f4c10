import { z } from 'astro/zod';
import { CORE_SCHEMA, load, YAMLException } from 'js-yaml';
import { createFinding, type Finding } from '../errors.ts';
import type { Lang } from './block.ts';

const spellings = z.union([z.string(), z.array(z.string()).min(1)]).transform((v) => (typeof v === 'string' ? [v] : v));
const note = z.strictObject({ en: z.string().optional(), fa: z.string().optional() });
const label = z.strictObject({ id: z.string().regex(/^[a-z0-9-]+$/), en: z.string(), fa: z.string() });
const schema = z.strictObject({
  terms: z
    .array(
      z.strictObject({
        id: z.string().optional(),
        en: spellings,
        fa: spellings,
        kind: z.string().optional(),
        note: note.optional(),
      }),
    )
    .default([]),
  people: z.array(label).default([]),
  topics: z.array(label).default([]),
});

/** A name or term in both languages; the first spelling of each side is the one we print. */
export interface Term {
  readonly id?: string | undefined;
  readonly en: readonly string[];
  readonly fa: readonly string[];
  readonly kind?: string | undefined;
  readonly note?: { readonly en?: string | undefined; readonly fa?: string | undefined } | undefined;
}

/** A person or a topic: an address and a label a language. */
export interface Label {
  readonly id: string;
  readonly en: string;
  readonly fa: string;
}

export interface Glossary {
  readonly terms: readonly Term[];
  readonly people: readonly Label[];
  readonly topics: readonly Label[];
  /** Term by lowercased spelling or id, a map a language. */
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

/** Line and column, 1-based, of an entry such as `terms.3`: the third after its list's name that begins with a dash. */
function locateEntry(source: string, [list, index]: readonly PropertyKey[]): { line: number; column: number } {
  const lines = source.split('\n');
  const head = lines.findIndex((line) => line.startsWith(`${String(list)}:`));
  if (head < 0) return { line: 1, column: 1 };
  const dash = lines.slice(head + 1).find((line) => /^\s*- /.test(line));
  const indent = dash?.indexOf('-') ?? -1;
  let left = typeof index === 'number' ? index : -1;
  for (let i = head + 1; i < lines.length && left >= 0 && indent >= 0; i++)
    if (lines[i]!.indexOf('- ') === indent && left-- === 0) return { line: i + 1, column: indent + 3 };
  return { line: head + 1, column: 1 };
}

/** Reads `content/glossary.yaml`. A missing file is an empty glossary: pass `''`. */
export function parseGlossary(source: string, file: string): { glossary: Glossary; findings: Finding[] } {
  const findings: Finding[] = [];
  let data: z.infer<typeof schema> = { terms: [], people: [], topics: [] };
  try {
    const result = schema.safeParse(load(source, { schema: CORE_SCHEMA }) ?? {});
    if (result.success) data = result.data;
    else
      for (const issue of result.error.issues) {
        const reason = [issue.path.join('.'), issue.message].filter(Boolean).join(': ');
        findings.push(createFinding('GlossaryUnreadable', { file, ...locateEntry(source, issue.path) }, { reason }));
      }
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error;
    const at = { file, line: (error.mark?.line ?? 0) + 1, column: (error.mark?.column ?? 0) + 1 };
    findings.push(createFinding('GlossaryUnreadable', at, { reason: error.reason }));
  }
  const index = { en: indexTerms(data.terms, 'en'), fa: indexTerms(data.terms, 'fa') };
  return { glossary: { ...data, index }, findings };
}

import type { z } from 'astro/zod';
import { findNearest } from '../base/nearest-name.ts';
import { type Issue, readSound } from '../base/read-sound.ts';
import { createFinding, type Finding } from '../errors.ts';
import { findUnfitness } from './checks/slug-fitness.ts';
import { readYaml } from './read-yaml.ts';

export interface ReadEntries<T> {
  /** In the order of the file. What is wrong is left out, with the entry where it needs that. */
  readonly entries: ReadonlyMap<string, T>;
  readonly findings: Finding[];
  /** Whether an entry of this id or name is left out, which is reported once. */
  readonly hasLost: (name: string) => boolean;
}

/** An id is part of an address. */
const idPattern = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

/** A mistake does not take other entries with it. Pass `''` for no file. */
export function readEntries<T>(
  source: string,
  file: string,
  schema: z.ZodType<T> & { readonly shape: Record<string, unknown> },
): ReadEntries<T> {
  const { data, fault, find } = readYaml(source);
  if (fault)
    return {
      entries: new Map(),
      hasLost: () => true,
      findings: [createFinding('EntriesUnreadable', { file, ...fault.point }, { reason: fault.reason })],
    };
  if (!isFields(data)) {
    const reason = 'it must be entries, each under its id';
    const findings = [createFinding('EntriesUnreadable', { file }, { reason })];
    return { entries: new Map(), hasLost: () => true, findings };
  }
  const entries = new Map<string, T>();
  const findings: Finding[] = [];
  const lost = new Set<string>();
  for (const [id, raw] of Object.entries(data)) {
    const report = (path: readonly PropertyKey[], reason: string) =>
      findings.push(createFinding('EntryWrong', { file, ...find([id, ...path]) }, { id, reason }));
    const unfit = idPattern.test(id) ? findUnfitness(id) : 'it is not of small Latin letters, digits and hyphens';
    if (unfit) report([], `needs another id: ${unfit}`);
    const { data: sound, issues } = readSound(schema, raw);
    if (sound) entries.set(id, sound);
    else for (const one of [id, ...listNames(raw)]) lost.add(one);
    for (const issue of issues) for (const fault of describeIssue(issue, raw, schema.shape)) report(...fault);
  }
  return { entries, findings, hasLost: (name) => lost.has(name) };
}

export function isFields(data: unknown): data is Record<string, unknown> {
  return typeof data === 'object' && data !== null && !Array.isArray(data);
}

function listNames(raw: unknown): string[] {
  const name = isFields(raw) && isFields(raw.name) ? Object.values(raw.name) : [];
  return name.filter((one) => typeof one === 'string');
}

/** What is to be said of an entry. */
export function describeIssue(
  issue: Issue,
  raw: unknown,
  shape: Record<string, unknown>,
): [path: PropertyKey[], reason: string][] {
  const { path } = issue;
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => {
      const near = path.length === 0 ? findNearest(key, Object.keys(shape)) : undefined;
      const field = [...path, key].join('.');
      return [[...path, key], `has a field "${field}" that is not known${near ? ` (did you mean "${near}"?)` : ''}`];
    });
  const value = path.reduce<unknown>((at, key) => (at as Record<PropertyKey, unknown> | undefined)?.[key], raw);
  if (path.length === 0) return [[[], issue.message]];
  return [
    [path, value === undefined ? `has no "${path.join('.')}"` : `has a "${path.join('.')}" that ${issue.message}`],
  ];
}

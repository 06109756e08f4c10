import type { z } from 'astro/zod';
import { describePlainly } from './plain-issue.ts';

type Path = readonly PropertyKey[];
export type Issue = z.core.$ZodIssue;

export interface SoundPart<T> {
  /** Null where nothing usable is left. */
  readonly data: T | null;
  /** All that is wrong with the whole. */
  readonly issues: readonly Issue[];
}

/**
 * Reads what is right of data that a person wrote: what is wrong is left out, from the inside out. A field that is
 * needed takes what it is in with it.
 * @param lenient the schema for what is left, with defaults for what it can do without
 */
export function readSound<T>(schema: z.ZodType<T>, raw: unknown, lenient: z.ZodType<T> = schema): SoundPart<T> {
  const whole = schema.safeParse(raw, { error: describePlainly });
  if (whole.success) return { data: whole.data, issues: [] };
  const { issues } = whole.error;
  let rest = closeLists(raw);
  for (;;) {
    const result = lenient.safeParse(rest);
    if (result.success) return { data: result.data, issues };
    const paths = result.error.issues.flatMap(listPaths);
    if (!paths.every((path) => takeOut(rest, path))) return { data: null, issues };
    rest = closeLists(rest);
  }
}

function listPaths(issue: Issue): Path[] {
  return issue.code === 'unrecognized_keys' ? issue.keys.map((key) => [...issue.path, key]) : [issue.path];
}

/** Changes the data in place; in a list a gap remains. @returns false where all would have to go */
function takeOut(data: unknown, path: Path): boolean {
  const [last] = path.slice(-1);
  if (last === undefined) return false;
  const holder = path.slice(0, -1).reduce<unknown>((at, key) => (at as Record<PropertyKey, unknown>)?.[key], data);
  // What it was in is out already.
  if (typeof holder !== 'object' || holder === null) return true;
  const fields = holder as Record<PropertyKey, unknown>;
  if (fields[last] === undefined) return takeOut(data, path.slice(0, -1));
  if (Array.isArray(holder)) fields[last] = undefined;
  else delete fields[last];
  return true;
}

/** A copy without gaps. */
function closeLists(data: unknown): unknown {
  if (Array.isArray(data)) return data.filter((one) => one !== undefined).map(closeLists);
  const isPlain =
    typeof data === 'object' &&
    data !== null &&
    /^(?:Object|Module)$/.test(Object.prototype.toString.call(data).slice(8, -1));
  if (!isPlain) return data;
  return Object.fromEntries(Object.entries(data).map(([key, value]) => [key, closeLists(value)]));
}

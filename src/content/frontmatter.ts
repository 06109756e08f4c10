import { z } from 'astro/zod';
import { CORE_SCHEMA, load, YAMLException } from 'js-yaml';
import { findNearest } from '../base/nearest-name.ts';
import { readSound } from '../base/read-sound.ts';
import { createFinding, type Finding } from '../errors.ts';
import type { Point } from '../markdown/block.ts';
import { checksOff } from '../settings/checks.ts';
import { readYaml } from './read-yaml.ts';

const day = z
  .string({ error: 'must be a date such as 2026-05-03' })
  .regex(/^\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}(?::\d{2})?(?:Z|[+-]\d{2}:\d{2})?)?$/, {
    error: 'must be a Gregorian date such as 2026-05-03',
    abort: true,
  })
  // Before the days of the month are counted: months of these calendars have others.
  .refine((value) => value >= '1600', {
    error: ({ input }) =>
      `looks like a year of the ${nameCalendar(input as string)} calendar: write the Gregorian date, such as 2026-05-03`,
    abort: true,
  })
  .refine((value) => isCalendarDay(value), { error: 'is not a day of the calendar', abort: true })
  .refine((value) => isTimeOfDay(value), 'has a time that no clock shows, or an offset that no place has')
  .refine((value) => value < '2200', 'is centuries ahead: write the Gregorian date, such as 2026-05-03');
const text = z.string({ error: 'must be text' }).trim().min(1, 'must not be empty');
const names = z.union([text.transform((v) => [v]), z.array(text).min(1, 'must name at least one')], {
  error: 'must be a name or a list of names',
});
const webAddress = z.url({ protocol: /^https?$/, error: 'must be a web address beginning with https://' });

const id = text.regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'must be the id of one');
const alias = z.string({ error: 'must be old addresses' }).regex(/^(?:\/\S*|[^\s/?#:][^\s?#:]*)$/, {
  error: 'must be old addresses such as old-name or /2019/05/old-name/',
});
const source = z
  .strictObject(
    { name: text, url: webAddress.optional(), date: day.optional(), title: text.optional() },
    { error: 'must have name, and may have title, url and date' },
  )
  .optional();
const cover = z
  .strictObject({ src: text, alt: z.string(), credit: text.optional() }, { error: 'must have src and alt' })
  .optional();

const audio = z
  .strictObject(
    {
      /** From the edition's own folder, or of `public/`. */
      file: text,
      title: text.optional(),
      duration: z
        .string({ error: 'must be a length such as "42:15" or "1:02:03"' })
        .regex(/^(?:\d+:[0-5]\d|\d{1,2}):[0-5]\d$/, 'must be a length such as "42:15" or "1:02:03"')
        .optional(),
    },
    { error: 'must have file, and may have title and duration' },
  )
  .optional();

const common = {
  title: text,
  description: text,
  updated: day.optional(),
  translators: names.optional(),
  /** Language that the work was written in. Default: the edition without `translators`. */
  original: z.enum(['en', 'fa'], { error: 'must be en or fa' }).optional(),
  /** Slug of the other edition, where the two files are named differently. */
  translationOf: text.optional(),
  source,
  cover,
  draft: z.boolean({ error: 'must be true or false' }).optional(),
  /** A day begins at 0:00 where the newsroom is. */
  publish: day.optional(),
  /** A day alone is the last on which it is published. */
  expires: day.optional(),
  /** A bare slug is one of its own language. */
  aliases: z
    .union([alias.transform((one) => [one]), z.array(alias)], { error: 'must be a list of addresses' })
    .optional(),
  corrections: z
    .array(z.strictObject({ date: day, text }, { error: 'must have date and text' }), {
      error: 'must be a list: [{ date, text }]',
    })
    .optional(),
  checks: checksOff.optional(),
};

/** What one edition says holds for the other. */
export const sharedFields = ['section', 'series', 'part', 'pinned'] as const;

const articleSchema = z.strictObject(
  {
    kind: z.literal('article', { error: 'must be article or page' }).optional(),
    ...common,
    /** Gregorian. Shown in each page's own calendar. Not published before it. */
    date: day,
    authors: names,
    topics: names.optional(),
    section: id.optional(),
    series: id.optional(),
    part: z.int({ error: 'must be a whole number' }).min(1, 'must be 1 or more').optional(),
    audio,
    pinned: z.boolean({ error: 'must be true or false' }).optional(),
  },
  { error: (issue) => (issue.code === 'invalid_type' ? 'must be fields with values: title: …' : undefined) },
);

const ofArticles = z.undefined({ error: 'has no meaning on a page, which is in no list' }).optional();

/** About or contact: in no list or feed, and so it needs neither a date nor authors. */
const pageSchema = z.strictObject({
  kind: z.literal('page'),
  ...common,
  /** `''` where it has none. */
  date: day.default(''),
  authors: names.default([]),
  topics: ofArticles,
  section: ofArticles,
  series: ofArticles,
  part: ofArticles,
  audio: ofArticles,
  pinned: ofArticles,
});

/** To check the rest with, where a field that is needed is wrong or missing: nothing is published then. */
const lenient = {
  title: text.default('Untitled'),
  description: text.default('Untitled'),
  cover: z.strictObject({ src: text, alt: z.string().default(''), credit: text.optional() }).optional(),
};
const lenientArticle = articleSchema.extend({
  ...lenient,
  date: day.default('1970-01-01'),
  authors: names.default([]),
});
const lenientPage = pageSchema.extend(lenient);

/** Strict: an unknown field is nearly always a typing slip. Each is documented in docs/authoring.md. */
export type Frontmatter = Omit<z.output<typeof articleSchema>, 'kind'> & {
  readonly kind?: 'article' | 'page' | undefined;
};

/** Hours to 23, minutes to 59, offsets to 14:00. */
function isTimeOfDay(value: string): boolean {
  const read = (pattern: RegExp) => (pattern.exec(value) ?? []).slice(1).map((digits) => Number(digits ?? 0));
  const [hours = 0, minutes = 0, seconds = 0] = read(/T(\d\d):(\d\d)(?::(\d\d))?/);
  const [ahead = 0, past = 0] = read(/[+-](\d\d):(\d\d)$/);
  return hours < 24 && minutes < 60 && seconds < 60 && past < 60 && ahead * 60 + past <= 14 * 60;
}

/** Years before 1600. The solar calendar reaches 1424 in 2045; in a new text, earlier ones are mostly solar. */
function nameCalendar(value: string): string {
  return value >= '1424' ? 'lunar Hijri' : 'Solar (or lunar) Hijri';
}

function isCalendarDay(value: string): boolean {
  const [y, m, d] = value.slice(0, 10).split('-').map(Number) as [number, number, number];
  const date = new Date(Date.UTC(y, m - 1, d));
  return date.getUTCMonth() === m - 1 && date.getUTCDate() === d;
}

const fence = /^\uFEFF?---[ \t]*\r?\n([\s\S]*?)(?:^|\n)---[ \t]*(?:\r?\n|$)/;

/** The text between its lines, and where that begins in the file. */
export function findFrontmatter(source: string): { readonly from: number; readonly text: string } | null {
  const match = fence.exec(source);
  return match && { from: match[0].indexOf('\n') + 1, text: match[1]!.replace(/\r$/, '') };
}

/** 1-based; the beginning of the file where the field is absent. */
export function locateField(source: string, path: readonly PropertyKey[]): Point {
  const point = readYaml(findFrontmatter(source)?.text ?? '').find(path);
  return point ? { line: point.line + 1, column: point.column } : { line: 1, column: 1 };
}

/** For frontmatter that cannot be used: this line may be right where others are not. */
export function findTranslationOf(head: string): string | undefined {
  const [line = ''] = /^translationOf:.*$/m.exec(head) ?? [];
  const named = (readYaml(line).data as { translationOf?: unknown } | null)?.translationOf;
  return typeof named === 'string' ? named : undefined;
}

/** An edition's text begins behind the frontmatter, or at 0. */
export function findTextStart(source: string): number {
  return fence.exec(source)?.[0].length ?? 0;
}

/** Where one of these is wrong, which work the edition belongs to or what happens to its file is uncertain. */
const identifying = ['title', 'kind', 'original', 'translators', 'translationOf', 'aliases'];

export interface ReadFrontmatter {
  /** What is right of it; null where nothing can be used. */
  readonly data: Frontmatter | null;
  /** Whether the edition can take part in checks of its work. */
  readonly isUsable: boolean;
  readonly findings: Finding[];
  /** To the frontmatter's end. */
  readonly head: string;
}

/** @param source to the frontmatter's end at least: all of it stays in memory with the head */
export function parseFrontmatter(source: string, file: string): ReadFrontmatter {
  const match = fence.exec(source);
  const nothing = { data: null, isUsable: false };
  if (!match) return { ...nothing, findings: [createFinding('FrontmatterMissing', { file })], head: '' };
  const head = match[0];
  let raw: unknown;
  try {
    raw = load(match[1]!, { schema: CORE_SCHEMA }) ?? {};
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error;
    const at = { file, line: (error.mark?.line ?? 0) + 2, column: (error.mark?.column ?? 0) + 1 };
    return { ...nothing, findings: [createFinding('FrontmatterUnreadable', at, { reason: error.reason })], head };
  }
  const isPage = (raw as { kind?: unknown } | null)?.kind === 'page';
  const schema = isPage ? pageSchema : articleSchema;
  const { data, issues } = readSound<Frontmatter>(schema, raw, isPage ? lenientPage : lenientArticle);
  const findings = issues.flatMap((issue): Finding[] => {
    if (issue.code === 'unrecognized_keys')
      return issue.keys.map((field) =>
        createFinding(
          'FrontmatterUnknownField',
          { file, ...locateField(source, [...issue.path, field]) },
          { field, near: issue.path.length ? '' : (findNearest(field, Object.keys(schema.shape)) ?? '') },
        ),
      );
    const field = issue.path.filter((p) => typeof p === 'string').join('.') || 'frontmatter';
    const missing =
      issue.path.reduce<unknown>((o, k) => (o as Record<PropertyKey, unknown> | undefined)?.[k], raw) === undefined;
    const reason = missing && issue.path.length ? 'is missing' : issue.message;
    return [createFinding('FrontmatterField', { file, ...locateField(source, issue.path) }, { field, reason })];
  });
  const wrong = issues.map(({ path }) => String(path[0] ?? ''));
  return { data, isUsable: data !== null && !wrong.some((field) => identifying.includes(field)), findings, head };
}

import { z } from 'astro/zod';
import { findNearest } from '../base/nearest-name.ts';
import { errors } from '../errors.ts';

/** Only advice can be switched off, errors cannot. */
const advice = Object.entries(errors).flatMap(([name, { severity }]) => (severity === 'warning' ? [name] : []));

const check = z.string().superRefine((name, context) => {
  if (advice.includes(name)) return;
  const near = findNearest(name, advice);
  const message =
    name in errors
      ? `cannot hold ${name}: it keeps pages from being right`
      : `has no check ${JSON.stringify(name)}${near ? ` (did you mean ${near}?)` : '; npm run check prints the name of each in brackets'}`;
  context.addIssue({ code: 'custom', message });
});

const off = z.array(check, { error: 'must be a list of checks' });

export const checksOff = z.strictObject({ off }, { error: 'must be checks to switch off: { off: [LengthsDiffer] }' });

const marks = z
  .string({ error: 'must be two marks, such as "«»"' })
  .regex(/^[^\s\w"]{2}$/u, 'must be two marks, such as "«»"');

export const checkFields = {
  /**
   * Checks that are not made for any work; for one work: `checks` in its frontmatter, for one unit: waive it. And the
   * quotation marks that straight ones are to be replaced by.
   * @example checks: { off: ['LengthsDiffer'], quotes: { en: '“”', fa: '«»' } }
   */
  checks: z
    .strictObject(
      {
        off: off.default([]),
        quotes: z
          .strictObject(
            { en: marks.optional(), fa: marks.optional() },
            { error: 'must be marks by language: { fa: "«»" }' },
          )
          .default({}),
      },
      { error: 'must be checks to switch off, and quotation marks: { off: [LengthsDiffer] }' },
    )
    .prefault({}),
};

import { z } from 'astro/zod';
import { errors } from '../errors.ts';
import { findNearest } from '../works/nearest-name.ts';

/** Names of the findings that are advice: these can be switched off. Errors cannot. */
const advice = Object.entries(errors).flatMap(([name, { severity }]) => (severity === 'warning' ? [name] : []));

const check = z.string().superRefine((name, context) => {
  if (advice.includes(name)) return;
  const near = findNearest(name, advice);
  const message =
    name in errors
      ? `cannot hold ${name}: it keeps pages from being right`
      : `has no check ${JSON.stringify(name)}${near ? ` (did you mean ${near}?)` : `; these exist: ${advice.join(', ')}`}`;
  context.addIssue({ code: 'custom', message });
});

/** Checks that are switched off, in the settings and in the frontmatter alike. */
export const checksOff = z.strictObject(
  { off: z.array(check, { error: 'must be a list of checks' }) },
  { error: 'must be checks to switch off: { off: [LengthsDiffer] }' },
);

/** Which checks are made. */
export const checkFields = {
  /**
   * Checks that are not made for any work. For one work: `checks` in its frontmatter; for one unit: waive it.
   * @example checks: { off: ['LengthsDiffer'] }
   */
  checks: checksOff.default({ off: [] }),
};

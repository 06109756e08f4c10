import type { z } from 'astro/zod';

type RawIssue = z.core.$ZodRawIssue;

const types: Readonly<Record<string, string>> = {
  string: 'must be text',
  number: 'must be a number',
  int: 'must be a whole number',
  boolean: 'must be true or false',
  array: 'must be a list',
  undefined: 'has no meaning here',
};

const quote = (value: unknown) => (typeof value === 'string' ? value : JSON.stringify(value));

/** What a value must be, as the end of a sentence; for schemas that say nothing of their own. */
export function describePlainly(issue: RawIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return types[issue.expected] ?? 'must be fields with values';
    case 'invalid_value': {
      const values = issue.values.map(quote);
      return `must be ${[values.slice(0, -1).join(', '), ...values.slice(-1)].filter(Boolean).join(' or ')}`;
    }
    case 'too_small':
      if (issue.origin === 'string') return 'must not be empty';
      return issue.origin === 'array' ? `must have at least ${issue.minimum}` : `must be ${issue.minimum} or more`;
    case 'too_big':
      return issue.origin === 'array' ? `must have at most ${issue.maximum}` : `must be ${issue.maximum} or less`;
    case 'invalid_format':
      return issue.format === 'url' ? 'must be a web address beginning with https://' : 'is not of the right form';
    default:
      return 'cannot be this';
  }
}

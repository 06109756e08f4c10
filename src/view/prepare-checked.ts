import type { Work } from '../content/work.ts';
import { type Finding, formatFinding } from '../errors.ts';
import type { PreparedWork } from '../works/prepared.ts';
import type { Publication } from '../works/publication.ts';

export interface PageError extends Error {
  readonly loc: { readonly file: string; readonly line?: number | undefined; readonly column?: number | undefined };
  readonly hint: string;
}

function createPageError(findings: readonly Finding[]): PageError {
  const [first] = findings;
  const { file, line, column } = first!;
  return Object.assign(new Error(first!.message), {
    name: first!.name,
    loc: { file, line, column },
    hint: findings.map(formatFinding).join('\n'),
  });
}

/** @throws PageError when the work has an error: a page without it would hide it from the person who wrote it */
export function prepareChecked(publication: Publication, work: Work): PreparedWork {
  const errors = publication.checkWork(work).filter(({ severity }) => severity === 'error');
  if (errors.length > 0) throw createPageError(errors);
  return publication.prepare(work);
}

import type { ErrorText, Severity } from './errors/error-text.ts';
import { importingErrors } from './errors/importing.ts';
import { pagesErrors } from './errors/pages.ts';
import { proofErrors } from './errors/proofs.ts';
import { recordsErrors } from './errors/records.ts';
import { settingsErrors } from './errors/settings.ts';
import { textsErrors } from './errors/texts.ts';
import { unitsErrors } from './errors/units.ts';
import { worksErrors } from './errors/works.ts';

export type { Severity } from './errors/error-text.ts';

/** Every error that users can meet. Names are permanent: docs and waivers refer to them. The hint says what to do. */
export const errors = {
  ...settingsErrors,
  ...pagesErrors,
  ...worksErrors,
  ...textsErrors,
  ...proofErrors,
  ...recordsErrors,
  ...unitsErrors,
  ...importingErrors,
} as const satisfies Record<string, ErrorText>;

export type ErrorName = keyof typeof errors;

/** One thing found wrong with the content, with the place to correct. Line and column are 1-based. */
export interface Finding {
  readonly name: ErrorName;
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly severity: Severity;
  readonly message: string;
  readonly hint: string;
}

export function hasErrors(findings: readonly Finding[]): boolean {
  return findings.some((f) => f.severity === 'error');
}

/** Builds a finding from the table. `params` fill the message. */
export function createFinding(
  name: ErrorName,
  at: { file: string; line?: number; column?: number },
  params: Record<string, string> = {},
): Finding {
  const text: ErrorText = errors[name];
  const { severity, hint } = text;
  return {
    name,
    file: at.file,
    line: at.line ?? 1,
    column: at.column ?? 1,
    severity,
    message: text.message(params),
    hint: typeof hint === 'function' ? hint(params) : hint,
  };
}

/** `file:line:column severity message` and the hint below it, as editors and terminals make it clickable. */
export function formatFinding(f: Finding): string {
  return `${f.file}:${f.line}:${f.column} ${f.severity} ${f.message} [${f.name}]\n    → ${f.hint}`;
}

/** What a command will not or cannot do. The message says why and what to do instead; it is shown without a trace. */
export class RefusalError extends Error {}

/** Thrown once with everything that was found, so that one run shows it all. */
export class ContentError extends Error {
  readonly findings: readonly Finding[];
  constructor(findings: readonly Finding[]) {
    super(findings.map(formatFinding).join('\n'));
    this.name = 'ContentError';
    this.findings = findings;
  }
}

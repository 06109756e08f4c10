/** An error keeps content from being published; a warning does not. */
export type Severity = 'error' | 'warning';

/** What a finding says. The message says what is wrong; the hint says what to do. */
export interface ErrorText {
  readonly severity: Severity;
  readonly message: (p: Record<string, string>) => string;
  readonly hint: string | ((p: Record<string, string>) => string);
}

/** What only one side has, each named. */
export function describeSides({ en, fa }: Record<string, string>): string {
  return [en && `only in English ${en}`, fa && `only in Persian ${fa}`].filter(Boolean).join('; ');
}

/** A name that was probably meant. */
export function suggest(near: string | undefined): string {
  return near ? ` (did you mean "${near}"?)` : '';
}

/** The command that waives a check for a unit; where the unit is not known, what to do instead. */
export function nameWaiver({ work, unit }: Record<string, string>, check: string): string {
  if (!work || !unit) return `switch ${check} off (docs/customising.md)`;
  const isPlain = /^[\p{L}\p{M}\p{N}\u200c._/-]+$/u.test(work);
  const name = isPlain ? work : `"${work.replace(/[$`]/g, '\\$&')}"`;
  return `npm run align -- waive ${name} ${unit} ${check} "reason"`;
}

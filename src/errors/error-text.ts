/** An error keeps content from being published; a warning does not. */
export type Severity = 'error' | 'warning';

export interface ErrorText {
  readonly severity: Severity;
  readonly message: (p: Record<string, string>) => string;
  readonly hint: string | ((p: Record<string, string>) => string);
}

export function describeSides({ en, fa }: Record<string, string>): string {
  return [en && `only in English ${en}`, fa && `only in Persian ${fa}`].filter(Boolean).join('; ');
}

export function suggest(near: string | undefined): string {
  return near ? ` (did you mean "${near}"?)` : '';
}

/** Where the unit is not known, what to do instead. */
export function nameWaiver({ work, unit }: Record<string, string>, check: string): string {
  if (!work || !unit) return `switch ${check} off (docs/customising.md)`;
  const isPlain = /^[\p{L}\p{M}\p{N}\u200c._/-]+$/u.test(work);
  const name = isPlain ? work : `"${work.replace(/[$`]/g, '\\$&')}"`;
  return `npm run align -- waive ${name} ${unit} ${check} "reason"`;
}

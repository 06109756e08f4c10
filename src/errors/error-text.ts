/** An error keeps content from being published; a warning does not. */
export type Severity = 'error' | 'warning';

/** What a finding says. The message says what is wrong; the hint says what to do. */
export interface ErrorText {
  readonly severity: Severity;
  readonly message: (p: Record<string, string>) => string;
  readonly hint: string;
}

/** What only one side has, each named. */
export function describeSides({ en, fa }: Record<string, string>): string {
  return [en && `only in English ${en}`, fa && `only in Persian ${fa}`].filter(Boolean).join('; ');
}

/** A name that was probably meant. */
export function suggest(near: string | undefined): string {
  return near ? ` (did you mean "${near}"?)` : '';
}

/** `other` is what no import reads. */
export type FileForm = 'export' | 'word' | 'page' | 'pages' | 'text' | 'other';

interface SourceForm {
  readonly reads: readonly FileForm[];
  readonly called: string;
}

/** Where two kinds read the same, the first is suggested. */
export const sourceKinds = {
  wordpress: { reads: ['export'], called: 'an export of WordPress' },
  word: { reads: ['word'], called: 'a Word document (.docx)' },
  html: { reads: ['page'], called: 'a web page' },
  google: { reads: ['page', 'pages'], called: 'a Google document downloaded as a web page' },
  text: { reads: ['text'], called: 'plain text' },
} as const satisfies Record<string, SourceForm>;

export type SourceKind = keyof typeof sourceKinds;
export type DocumentKind = Exclude<SourceKind, 'wordpress'>;

export const isSourceKind = (name: string | undefined): name is SourceKind =>
  name !== undefined && Object.hasOwn(sourceKinds, name);

export function readsForm(kind: SourceKind, form: FileForm): boolean {
  const { reads }: SourceForm = sourceKinds[kind];
  return reads.includes(form);
}

export const findReader = (form: FileForm): SourceKind | undefined =>
  (Object.keys(sourceKinds) as SourceKind[]).find((kind) => readsForm(kind, form));

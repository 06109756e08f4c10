import { ContentError, createFinding } from '../errors.ts';
import { openDocuments } from './documents/open-documents.ts';
import { recogniseFile } from './recognise-file.ts';
import type { Source } from './source.ts';
import { findReader, readsForm, type SourceKind, sourceKinds } from './source-kinds.ts';
import { type ExportOptions, openExports } from './wordpress/open-exports.ts';

/** @throws ContentError with a finding for each file that is of another kind */
export async function openSource(kind: SourceKind, files: readonly string[], options: ExportOptions): Promise<Source> {
  const findings = [];
  for (const file of files) {
    const { form, called } = await recogniseFile(file);
    if (readsForm(kind, form)) continue;
    const reader = findReader(form);
    const advice = reader ? `"npm run import -- ${reader}" reads it` : 'no import reads it';
    const params = { called, wanted: sourceKinds[kind].called, advice };
    findings.push(createFinding('ImportFileOfOtherKind', { file }, params));
  }
  if (findings.length > 0) throw new ContentError(findings);
  return kind === 'wordpress' ? openExports(files, options) : openDocuments(kind, files);
}

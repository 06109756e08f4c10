import { digestBytes } from '../../base/digest.ts';
import { createFinding, type Finding } from '../../errors.ts';
import type { Incoming } from '../incoming.ts';
import type { Note } from '../markdown/surroundings.ts';
import type { Contradiction } from '../pairing/declared-pairs.ts';
import type { ManifestEntry } from '../write/manifest.ts';
import type { Decision } from '../write/plan-write.ts';
import type { ReportedPair } from './import-report.ts';

export function placeDecision(
  decision: Decision,
  file: string,
  text: Incoming,
  entry: ManifestEntry | undefined,
  bytes: Buffer,
): Finding[] {
  if (decision === 'taken') return [createFinding('ImportFileTaken', { file }, { source: text.title })];
  if (decision === 'deleted') return [createFinding('ImportFileDeleted', { file })];
  if (decision !== 'edited') return [];
  const changed = entry?.digest === digestBytes(bytes) ? '' : ', although its source has changed too';
  return [createFinding('ImportFileEdited', { file }, { changed })];
}

export function placeNote({ name, params, near }: Note, file: string, source: string): Finding {
  const at = near ? source.indexOf(near) : -1;
  if (at < 0) return createFinding(name, { file }, params);
  const before = source.slice(0, at).split('\n');
  return createFinding(name, { file, line: before.length, column: before.at(-1)!.length + 1 }, params);
}

export function placeProposal({ en, fa, confidence, reasons }: ReportedPair): Finding {
  const params = { other: fa, confidence: `${Math.round(100 * confidence)} %`, reasons: reasons.join(', ') };
  return createFinding('ImportPairUnsure', { file: en }, params);
}

export function placeContradiction(
  { key, source, chosen }: Contradiction,
  files: ReadonlyMap<string, string>,
  shown: (file: string) => string,
  texts: readonly Incoming[],
): Finding {
  const language = texts.find((text) => text.key === key)?.lang === 'en' ? 'Persian' : 'English';
  const params = { source, language, chosen: shown(files.get(chosen)!) };
  return createFinding('ImportPairContradicted', { file: shown(files.get(key)!) }, params);
}

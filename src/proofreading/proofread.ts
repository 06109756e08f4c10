import { proofErrors } from '../errors/proofs.ts';
import type { ErrorName } from '../errors.ts';
import type { Lang } from '../markdown/block.ts';
import type { Fault, Proof } from './fault.ts';
import { proofCharacters } from './proof-characters.ts';
import { proofDrawn } from './proof-drawn.ts';
import { proofElements } from './proof-elements.ts';
import { proofEmphasis } from './proof-emphasis.ts';
import { proofFieldMarks, proofFields } from './proof-fields.ts';
import { proofLists } from './proof-lists.ts';
import { proofLowered, proofMarkup } from './proof-markup.ts';
import { proofDefinitions, proofNotes } from './proof-notes.ts';
import { proofOpenTags } from './proof-open-tags.ts';
import { proofQuotes, type QuotationMarks } from './proof-quotes.ts';
import { proofShape } from './proof-shape.ts';
import { readManuscript } from './read-manuscript.ts';

const proofs: readonly Proof[] = [
  ...[
    proofFields,
    proofFieldMarks,
    proofCharacters,
    proofElements,
    proofEmphasis,
    proofLists,
    proofMarkup,
    proofLowered,
    proofNotes,
    proofDefinitions,
    proofOpenTags,
    proofShape,
  ],
];

/** For those who waive findings. */
export const proofNames = Object.keys(proofErrors) as readonly ErrorName[];

export interface ProofreadOptions {
  readonly marks?: QuotationMarks;
  /** Whether the site's fonts have a character; default: all are drawn. */
  readonly draws?: (code: number) => boolean;
}

/**
 * Finds what will not appear as its author meant it, in the order of the source. Nothing is found in code, addresses,
 * or a text that cannot be read at all.
 * @param file its ending says how to read the source
 */
export function proofread(
  source: string,
  file: string,
  lang: Lang,
  { marks = {}, draws }: ProofreadOptions = {},
): Fault[] {
  const manuscript = readManuscript(source, file, lang);
  if (!manuscript) return [];
  return [...proofs, proofQuotes(marks), ...(draws ? [proofDrawn(draws)] : [])]
    .flatMap((proof) => proof(manuscript))
    .sort((a, b) => a.start - b.start || a.end - b.end);
}

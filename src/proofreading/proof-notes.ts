import type { FootnoteDefinition, Nodes } from 'mdast';
import { type Fault, findInPassage, type Proof } from './fault.ts';

function gatherNotes(node: Nodes, calls: Set<string>, definitions: FootnoteDefinition[]): void {
  if (node.type === 'footnoteReference') calls.add(node.identifier.toLowerCase());
  if (node.type === 'footnoteDefinition') definitions.push(node);
  if ('children' in node) for (const child of node.children) gatherNotes(child, calls, definitions);
}

/** Notes that are called and not written, written and not called, or written twice: readers see the mark, or nothing. */
export const proofNotes: Proof = (manuscript) => {
  const calls = new Set<string>();
  const definitions: FootnoteDefinition[] = [];
  gatherNotes(manuscript.tree, calls, definitions);
  const seen = new Set<string>();
  const faults = definitions.flatMap(({ identifier, position }): Fault[] => {
    const id = identifier.toLowerCase();
    const isDouble = seen.has(id);
    seen.add(id);
    if (!isDouble && calls.has(id)) return [];
    const start = position!.start.offset!;
    const name = isDouble ? 'NoteDoubled' : 'NoteUnused';
    return [{ name, start, end: start + identifier.length + 4, params: { note: identifier } }];
  });
  for (const passage of manuscript.passages)
    if (passage.kind !== 'words')
      for (const { start, end, text } of findInPassage(manuscript, passage, /\[\^[^\]\s]+\]/g))
        faults.push({ name: 'NoteUndefined', start, end, params: { note: text.slice(2, -1) } });
  return faults;
};

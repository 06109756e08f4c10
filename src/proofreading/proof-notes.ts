import type { Definition, FootnoteDefinition, Nodes } from 'mdast';
import { type Fault, findInPassage, type Proof, quote } from './fault.ts';

function gatherNotes(node: Nodes, calls: Set<string>, definitions: FootnoteDefinition[]): void {
  if (node.type === 'footnoteReference') calls.add(node.identifier.toLowerCase());
  if (node.type === 'footnoteDefinition') definitions.push(node);
  if ('children' in node) for (const child of node.children) gatherNotes(child, calls, definitions);
}

/** `[//]: # (words)`, which only the source shows. */
const isRemark = ({ url }: Definition) => url === '' || url === '#';

/** No link takes `[1]: https://…`: readers see nothing of it, though a list of sources may be meant. */
export const proofDefinitions: Proof = ({ tree }) => {
  const used = new Set<string>();
  const definitions: Definition[] = [];
  const gather = (node: Nodes): void => {
    if (node.type === 'linkReference' || node.type === 'imageReference') used.add(node.identifier.toLowerCase());
    if (node.type === 'definition') definitions.push(node);
    if ('children' in node) for (const child of node.children) gather(child);
  };
  gather(tree);
  const seen = new Set<string>();
  return definitions.flatMap((definition): Fault[] => {
    const id = definition.identifier.toLowerCase();
    const isTaken = used.has(id) && !seen.has(id);
    seen.add(id);
    if (isTaken || isRemark(definition)) return [];
    const [start, end] = [definition.position!.start.offset!, definition.position!.end.offset!];
    return [
      { name: 'DefinitionUnused', start, end, params: { name: definition.identifier, url: quote(definition.url) } },
    ];
  });
};

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
      for (const { start, end, text } of findInPassage(manuscript, passage, /\[\^ ?[^\]\s][^\]\n]*\]/g))
        faults.push({ name: 'NoteUndefined', start, end, params: { note: text.slice(2, -1).trim() } });
  return faults;
};

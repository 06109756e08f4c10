import type { Nodes } from 'mdast';
import { findUnclosed, type RawHtml, readRawHtml } from '../markdown/unclosed-markup.ts';
import { type Fault, type Proof, quote } from './fault.ts';

/** Those that hide text are errors, which compiling reports. MDX refuses both kinds. */
export const proofOpenTags: Proof = ({ source, tree, isMdx }) => {
  if (isMdx) return [];
  const pieces: RawHtml[] = [];
  const visit = (node: Nodes): void => {
    if (node.type === 'html') {
      const [start, end] = [node.position!.start.offset!, node.position!.end.offset!];
      pieces.push(readRawHtml(start, source.slice(start, end), node.value));
    }
    if ('children' in node) for (const child of node.children) visit(child);
  };
  visit(tree);
  return findUnclosed(pieces).flatMap(({ start, end, what, lost }): Fault[] => {
    if (lost) return [];
    const reason = what === 'end tag' ? 'ends nothing' : 'is not ended';
    return [{ name: 'TagAlone', start, end, params: { tag: quote(source.slice(start, end)), reason } }];
  });
};

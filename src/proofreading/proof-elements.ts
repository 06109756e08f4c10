import type { Nodes } from 'mdast';
import { componentNames } from '../markdown/components.ts';
import { htmlElements } from '../markdown/html-elements.ts';
import { type Fault, type Proof, quote } from './fault.ts';
import { findTags } from './tag-texts.ts';

/** The tags of unknown elements vanish from the page. */
export const proofElements: Proof = ({ source, tree, isMdx }) => {
  const faults: Fault[] = [];
  /** Drawings and formulas have elements of their own. */
  let drawings = 0;
  const look = (from: number, to: number): void => {
    for (const { name, start, end, isEnd, isEmpty } of findTags(source, from, to)) {
      if (/^(?:svg|math)$/i.test(name) && !isEmpty) drawings += isEnd ? -1 : 1;
      const isComponent = !isMdx && componentNames.includes(name);
      const isKnown = !isComponent && htmlElements.has(name.toLowerCase());
      if (isEnd || drawings > 0 || name.includes('-') || isKnown) continue;
      // In MDX a capital letter begins a component; those that do not exist are found in compiling.
      if (isMdx && !/^[a-z]/.test(name)) continue;
      faults.push({ name: 'MarkupUnknown', start, end, params: { markup: quote(`<${name}>`) } });
    }
  };
  const visit = (node: Nodes): void => {
    const [start, end] = [node.position!.start.offset!, node.position!.end.offset!];
    const type = node.type as string;
    if (type === 'html' && !/^<(?:!|\?|script\b|style\b)/i.test(source.slice(start, end))) look(start, end);
    if (type.startsWith('mdxJsx') && 'name' in node) {
      if (node.name === 'svg' || node.name === 'math') return;
      const inner = 'children' in node && (node as { children: Nodes[] }).children[0];
      look(start, inner ? inner.position!.start.offset! : source.indexOf('>', start) + 1);
    }
    if ('children' in node) for (const child of node.children) visit(child);
  };
  for (const child of tree.children) visit(child);
  return faults;
};

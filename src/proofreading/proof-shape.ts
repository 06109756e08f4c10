import type { Nodes, Table } from 'mdast';
import { type Fault, findInPassage, type Proof, quote } from './fault.ts';

/** `##Heading`, or a short line `#of several words` that is no hashtag. */
const doubled = /(?<=^|\n) {0,3}#{2,6}(?=[^\s#])/g;
const single = /^#(?=\p{L})(?=[^#_\n]*[ \u200c][^#_\n]*$)[^#_\n]{1,80}(?<![.!?؟:،,…])$/gu;
const tableRows = /(?<=^|\n) *\|[^\n]*\|[ \t]*\n *\|[^\n]*\|[ \t]*(?=\n|$)/g;

/** Rows longer than the first one: Markdown leaves the rest out. */
function findLostCells(source: string, table: Table): Fault[] {
  const columns = table.children[0]!.children.length;
  return table.children.flatMap((row): Fault[] => {
    const cell = row.children[columns];
    if (!cell) return [];
    const [start, end] = [cell.position!.start.offset!, row.position!.end.offset!];
    const text = source.slice(start, end).replace(/^[|\s]+|[|\s]+$/g, '');
    return text ? [{ name: 'CellsLost', start, end, params: { text: quote(text) } }] : [];
  });
}

/** Its first line was moved in. */
function isProse(code: string): boolean {
  const persian = code.match(/\p{Script=Arabic}/gu)?.length ?? 0;
  const letters = code.match(/\p{L}/gu)?.length ?? 0;
  const words = code.trim().split(/\s+/).length;
  if (words >= 3 && letters > 0 && persian / letters > 0.8) return true;
  return words >= 6 && /^[\p{L}\p{M}\s,.'’“”"!?—–-]+$/u.test(code) && /[.!?]\s*$/.test(code);
}

export const proofShape: Proof = (manuscript) => {
  const { source, tree, passages } = manuscript;
  const faults: Fault[] = [];
  const visit = (node: Nodes): void => {
    const [start, end] = [node.position!.start.offset!, node.position!.end.offset!];
    const written = source.slice(start, end);
    if (node.type === 'heading') {
      const isUnderlined = !written.startsWith('#');
      const text = quote(written.replace(/^#+\s*|\n[-=]+\s*$/g, ''));
      if (isUnderlined && node.depth === 2 && (/[.؛:،]\s*\n-+\s*$/.test(written) || written.length > 120))
        faults.push({ name: 'HeadingUnmeant', start, end, params: { text } });
      else if (node.depth === 1) faults.push({ name: 'HeadingFirst', start, end, params: { text } });
    }
    if (node.type === 'code') {
      const fence = /^(?:`{3,}|~{3,})/.exec(written)?.[0];
      const lastLine = written.trimEnd().split('\n').at(-1)!;
      const isClosed = fence && written.includes('\n') && new RegExp(`^[ \t>]*${fence}`).test(lastLine);
      if (fence && !(isClosed && written.trimEnd().split('\n').length > 1))
        faults.push({ name: 'CodeOpen', start, end: start + fence.length, params: { fence } });
      else if (!fence && isProse(node.value))
        faults.push({ name: 'CodeUnmeant', start, end, params: { text: quote(node.value) } });
    }
    if (node.type === 'table') faults.push(...findLostCells(source, node));
    if ('children' in node) for (const child of node.children) visit(child);
  };
  for (const child of tree.children) visit(child);
  for (const passage of passages) {
    if (passage.kind !== 'paragraph') continue;
    for (const { start, end } of findInPassage(manuscript, passage, doubled)) {
      const text = quote(source.slice(start).split('\n')[0]!);
      faults.push({ name: 'HeadingFailed', start, end, params: { text }, repair: [{ start: end, end, text: ' ' }] });
    }
    for (const { start, end, text } of findInPassage(manuscript, passage, single))
      faults.push({ name: 'HeadingFailed', start, end, params: { text: quote(text) } });
    const [rows] = findInPassage(manuscript, passage, tableRows);
    if (rows)
      faults.push({ name: 'TableFailed', start: rows.start, end: rows.end, params: { text: quote(rows.text) } });
  }
  return faults;
};

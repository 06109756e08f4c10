import { isMap, isScalar, isSeq, parseDocument, type Scalar } from 'yaml';
import { findFrontmatter } from '../content/frontmatter.ts';

const paths: readonly (readonly string[])[] = [
  ...[['title'], ['description'], ['authors'], ['translators'], ['topics']],
  ...[
    ['source', 'name'],
    ['source', 'title'],
    ['cover', 'alt'],
    ['cover', 'credit'],
    ['corrections', 'text'],
  ],
];

export interface TextField {
  readonly name: string;
  readonly node: Scalar<string>;
  /** With its quotation marks, as `[start, end)`. */
  readonly start: number;
  readonly end: number;
}

export function findTextFields(source: string): TextField[] {
  const found = findFrontmatter(source);
  if (!found) return [];
  const fields: TextField[] = [];
  const enter = (node: unknown, path: readonly string[], name: string): void => {
    if (isScalar(node) && node.range && typeof node.value === 'string' && path.length === 0) {
      const [start, end] = node.range;
      fields.push({ name, node: node as Scalar<string>, start: found.from + start, end: found.from + end });
    } else if (isSeq(node)) for (const item of node.items) enter(item, path, name);
    else if (isMap(node) && path.length > 0) enter(node.get(path[0]!, true), path.slice(1), name);
  };
  const document = parseDocument(found.text, { prettyErrors: false });
  for (const path of paths) enter(document.contents, path, path.join('.'));
  return fields.sort((a, b) => a.start - b.start);
}

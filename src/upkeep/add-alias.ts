import { isScalar, isSeq, parseDocument } from 'yaml';
import { findFrontmatter } from '../content/frontmatter.ts';

/** Everything else stays byte for byte. @param source with frontmatter that has been read without a mistake */
export function addAlias(source: string, alias: string): string {
  const { from, text } = findFrontmatter(source)!;
  const written = JSON.stringify(alias);
  const insert = (at: number, added: string) => source.slice(0, from + at) + added + source.slice(from + at);
  const document = parseDocument(text);
  const node = document.get('aliases', true);
  const lineEnd = source.includes('\r\n') ? '\r\n' : '\n';
  if (isScalar(node) && node.range) {
    const [start, end] = node.range;
    const old = text.slice(start, end);
    return `${source.slice(0, from + start)}[${old}, ${written}]${source.slice(from + end)}`;
  }
  if (isSeq(node) && node.range) {
    if (node.flow) return insert(text.lastIndexOf(']', node.range[1]), node.items.length ? `, ${written}` : written);
    const indent = /[ \t]*$/.exec(text.slice(0, node.range[0]))![0];
    const last = node.items.at(-1) as { range: [number, number, number] };
    return insert(last.range[1], `${lineEnd}${indent}- ${written}`);
  }
  return insert(text.length, `${text && !text.endsWith('\n') ? lineEnd : ''}aliases: [${written}]`);
}

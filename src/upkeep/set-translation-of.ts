import { isScalar, parseDocument } from 'yaml';
import { findFrontmatter } from '../content/frontmatter.ts';

/** Everything else stays byte for byte. @param source with frontmatter that has been read without a mistake */
export function setTranslationOf(source: string, slug: string): string {
  const { from, text } = findFrontmatter(source)!;
  const node = parseDocument(text).get('translationOf', true);
  const lineEnd = source.includes('\r\n') ? '\r\n' : '\n';
  const isThere = isScalar(node) && node.range;
  const [start, end] = isThere ? node.range! : [text.length, text.length];
  const field = isThere ? '' : `${text && !text.endsWith('\n') ? lineEnd : ''}translationOf: `;
  return `${source.slice(0, from + start)}${field}${JSON.stringify(slug)}${source.slice(from + end)}`;
}

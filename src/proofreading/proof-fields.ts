import { type Fault, type Proof, quote } from './fault.ts';
import { findTextFields } from './text-fields.ts';

/** YAML takes values for less than was written: a comment, or the name of a value. */
export const proofFields: Proof = ({ source }) =>
  findTextFields(source).flatMap(({ name, node, start, end }): Fault[] => {
    const { value, type, anchor } = node;
    if (anchor) {
      const from = source.lastIndexOf('&', start);
      const params = { field: name, value: quote(value), lost: `&${anchor}` };
      return [{ name: 'FrontmatterCut', start: from, end: start, params }];
    }
    const rest = /^[ \t]+#[^\r\n]*/.exec(source.slice(end));
    if (type !== 'PLAIN' || !rest) return [];
    const from = end + rest[0].indexOf('#');
    const params = { field: name, value: quote(value), lost: quote(rest[0]) };
    return [{ name: 'FrontmatterCut', start: from, end: end + rest[0].length, params }];
  });

const marks = [
  /!?\[[^[\]\n]+\]\([^()\n]+\)/g,
  /(?<![\p{L}\p{N}*])(?<star>\*{1,3})(?=[^\s*])[^*\n]*(?<=[^\s*])\k<star>(?![\p{L}\p{N}*])/gu,
  /`[^`\n]+`/g,
];

/** These fields are plain text. */
export const proofFieldMarks: Proof = ({ source }) =>
  findTextFields(source).flatMap(({ name, start, end }) =>
    marks.flatMap((pattern) =>
      [...source.slice(start, end).matchAll(pattern)].map(({ 0: all, index }): Fault => {
        const params = { whose: 'a mark of Markdown', markup: quote(all), field: name };
        return { name: 'MarkupForeign', start: start + index, end: start + index + all.length, params };
      }),
    ),
  );

import type { HastPluginDefinition } from 'satteri';
import type { Point } from './block.ts';
import { isComment } from './classify-block.ts';
import type { Jsx } from './hast-nodes.ts';

export const watcherName = '__at';

interface Positioned {
  readonly value: string;
  readonly position?: { readonly start: Point };
}

const call = ({ position }: Pick<Positioned, 'position'>) =>
  `${watcherName}(${position?.start.line ?? 1},${position?.start.column ?? 1})`;

function watch<T extends Positioned>(node: T): T | undefined {
  return isComment(node.value) ? undefined : { ...node, value: `(${call(node)},(${node.value}\n))` };
}

function watchAttributes(node: Jsx): Jsx | undefined {
  const attributes = node.attributes.map((attribute) => {
    if (attribute.type === 'mdxJsxExpressionAttribute')
      return { ...attribute, value: attribute.value.replace(/^(\s*\.\.\.)([\s\S]*)$/, `$1(${call(node)},($2))`) };
    if (typeof attribute.value !== 'object' || attribute.value === null) return attribute;
    return { ...attribute, value: { ...attribute.value, value: `(${call(node)},(${attribute.value.value}))` } };
  });
  return attributes.every((attribute, i) => attribute === node.attributes[i]) ? undefined : { ...node, attributes };
}

/** Has code call `__at(line, column)` before it runs: to find the piece by which an edition has failed. */
export const watchExpressions = {
  name: 'beyt-watch-expressions',
  options: { position: true },
  mdxFlowExpression: watch,
  mdxTextExpression: watch,
  // Only exports may be beside the text.
  mdxjsEsm: (node: Positioned) => ({
    ...node,
    value: `export const ${watcherName}${node.position?.start.line ?? 0} = ${call(node)};\n${node.value}`,
  }),
  mdxJsxFlowElement: { filter: [], visit: watchAttributes },
  mdxJsxTextElement: { filter: [], visit: watchAttributes },
} as unknown as HastPluginDefinition;

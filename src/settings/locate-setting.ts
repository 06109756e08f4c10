import { createRequire } from 'node:module';
import type { Point } from '../markdown/block.ts';

const require = createRequire(import.meta.url);

/** ESTree, as far as it is looked at here. */
interface Node {
  readonly type: string;
  readonly start: number;
  readonly [field: string]: unknown;
}

/** Leaves types and `defineBeyt(…)` aside. */
function unwrap(node: Node | undefined): Node | undefined {
  if (node?.type === 'CallExpression') return unwrap((node.arguments as Node[])[0]);
  if (/^TS(?:As|Satisfies)Expression$/.test(node?.type ?? '')) return unwrap(node!.expression as Node);
  return node;
}

const keyOf = ({ key }: Node): string => String((key as Node | undefined)?.name ?? (key as Node | undefined)?.value);

/** Of the last part of a path that is written there. The parser is loaded only when something is wrong. */
export function createLocator(source: string): (path: readonly PropertyKey[]) => Point {
  const { parseAst } = require('rolldown/parseAst') as typeof import('rolldown/parseAst');
  let root: Node | undefined;
  try {
    const { body } = parseAst(source, { lang: 'ts' }) as unknown as { body: Node[] };
    root = unwrap(body.find(({ type }) => type === 'ExportDefaultDeclaration')?.declaration as Node | undefined);
  } catch {
    // Node's own message says what is wrong with the text.
  }
  return (path) => {
    let at = root?.start ?? 0;
    let node = root;
    for (const step of path) {
      const found: Node | undefined =
        node?.type === 'ObjectExpression'
          ? (node.properties as Node[]).find((property) => keyOf(property) === String(step))
          : node?.type === 'ArrayExpression'
            ? ((node.elements as Node[])[Number(step)] ?? undefined)
            : undefined;
      if (!found) break;
      at = found.start;
      node = unwrap(found.type === 'Property' ? (found.value as Node) : found);
    }
    const before = source.slice(0, at).split('\n');
    return { line: before.length, column: before.at(-1)!.length + 1 };
  };
}

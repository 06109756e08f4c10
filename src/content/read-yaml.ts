import { isMap, isNode, isScalar, isSeq, LineCounter, parseDocument } from 'yaml';
import type { Point } from '../markdown/block.ts';

export interface YamlText {
  readonly data: unknown;
  readonly fault?: { readonly reason: string; readonly point: Point };
  /** Where the last part of a path is that is written there, 1-based; undefined where no part of it is. */
  readonly find: (path: readonly PropertyKey[]) => Point | undefined;
}

/** YAML 1.2, core schema. An empty text is an empty mapping. */
export function readYaml(source: string): YamlText {
  const lines = new LineCounter();
  const document = parseDocument(source, { lineCounter: lines, prettyErrors: false, logLevel: 'error' });
  const pointAt = (offset: number): Point => {
    const { line, col } = lines.linePos(offset);
    return { line, column: col };
  };
  const find = (path: readonly PropertyKey[]): Point | undefined => {
    let node: unknown = document.contents;
    let at: number | undefined;
    for (const step of path) {
      if (isMap(node)) {
        const pair = node.items.find(({ key }) => isScalar(key) && String(key.value) === String(step));
        if (!pair) break;
        at = isNode(pair.key) ? pair.key.range?.[0] : at;
        node = pair.value;
      } else if (isSeq(node)) {
        node = node.items[Number(step)];
        if (!isNode(node)) break;
        at = node.range?.[0];
      } else break;
    }
    return at === undefined ? undefined : pointAt(at);
  };
  const [error] = document.errors;
  if (error) {
    const isDoubled = error.code === 'DUPLICATE_KEY';
    const reason = isDoubled ? 'this name is there twice: keep one of the two' : error.message.replace(/\.$/, '');
    return { data: null, fault: { reason, point: pointAt(error.pos[0]) }, find };
  }
  return { data: document.toJS() ?? {}, find };
}

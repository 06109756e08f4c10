import type { ElementContent, Nodes } from 'hast';
import { createFinding } from '../errors.ts';
import type { Point } from './block.ts';
import { isComment } from './classify-block.ts';
import type { Collector } from './collector.ts';
import { isBlank, isBlockLevel, type Jsx, readAt } from './hast-nodes.ts';
import { readText } from './read-text.ts';

/** Something of their own is seen, whatever they hold. */
const seenTags = /^(?:img|picture|svg|video|audio|a|input|button|select|textarea|iframe|object|embed|canvas|math)$/;

/** As `{' '}`. */
const onlySpace = /^\s*(['"`])\s*\1\s*$/;

const nameOf = (node: Nodes | Jsx): string =>
  node.type === 'element' ? node.tagName : 'name' in node ? (node.name ?? '') : '';

const isSeenItself = (node: Nodes): boolean => {
  if (node.type === 'text') return !isBlank(node);
  if (/^mdx(?:Flow|Text)Expression$/.test(node.type)) {
    const { value } = node as unknown as { value: string };
    return !isComment(value) && !onlySpace.test(value);
  }
  const name = nameOf(node);
  return seenTags.test(name) || /^[A-Z]/.test(name);
};

const isSeen = (node: Nodes): boolean =>
  isSeenItself(node) || ('children' in node && (node.children as Nodes[]).some(isSeen));

function listAll(nodes: readonly Nodes[], into = new Set<Nodes>()): ReadonlySet<Nodes> {
  for (const node of nodes) {
    into.add(node);
    if ('children' in node) listAll(node.children as Nodes[], into);
  }
  return into;
}

/** The largest pieces of which nothing is shown; what is said in one go is one of them. */
function listLeftOut(nodes: readonly Nodes[], shown: ReadonlySet<Nodes>): Nodes[][] {
  const isShown = (node: Nodes): boolean =>
    shown.has(node) || (!isSeenItself(node) && 'children' in node && (node.children as Nodes[]).some(isShown));
  const pieces: Nodes[][] = [];
  let run: Nodes[] = [];
  for (const node of nodes) {
    const isPart = !shown.has(node) && !isShown(node) && !isBlockLevel(node);
    if (isPart && (run.length || isSeen(node))) {
      if (!run.length) pieces.push(run);
      run.push(node);
      continue;
    }
    run = [];
    if (shown.has(node)) continue;
    if (isShown(node)) pieces.push(...listLeftOut((node as { children: Nodes[] }).children, shown));
    else if (isSeen(node)) pieces.push([node]);
  }
  return pieces;
}

/** Words, else the name of what it is. */
function describe(piece: readonly Nodes[]): string {
  const { text } = readText({ type: 'root', children: piece as ElementContent[] });
  if (text) return `"${text.length > 60 ? `${text.slice(0, 59).trimEnd()}…` : text}"`;
  const first = piece.find(isSeen)!;
  const named = [...listAll([first])].find(isSeenItself)!;
  return nameOf(named) ? `<${nameOf(named)}>` : `{${(named as unknown as { value: string }).value.trim()}}`;
}

function locate([first]: readonly Nodes[], fallback: Point): Point {
  const [line, column] = readAt(first!)?.split(':').map(Number) ?? [];
  if (!line || !column) return fallback;
  const before = first!.type === 'text' ? /^\s*/.exec(first!.value)![0].split('\n') : [''];
  if (before.length === 1) return { line, column: column + before[0]!.length };
  return { line: line + before.length - 1, column: before.at(-1)!.length + 1 };
}

export interface Holder {
  readonly name: string;
  readonly content: readonly ElementContent[];
  /** What of its content it shows, as it goes on after its name. */
  readonly limit: string;
  readonly at: Point;
}

/** Reports all that readers would see of the content and that is not in what is shown. */
export function reportLeftOut(
  { name, content, limit, at }: Holder,
  shown: readonly ElementContent[],
  { file, findings }: Collector,
): void {
  if (!content.length) return;
  for (const piece of listLeftOut(content, listAll(shown)))
    findings.push(
      createFinding('ContentLost', { file, ...locate(piece, at) }, { name, limit, content: describe(piece) }),
    );
}

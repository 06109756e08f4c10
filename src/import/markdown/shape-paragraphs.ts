import { type HtmlNode, isBlank, isBlock, isNamed, makeElement, makeText } from './hast-kit.ts';

/** Spaces at the edges stay outside, and blocks inside keep the emphasis to themselves. */
export function emphasise(children: HtmlNode[], bold: boolean, italic: boolean, struck: boolean): HtmlNode[] {
  const names = [bold && 'strong', italic && 'em', struck && 'del'].filter((name) => name !== false);
  if (names.length === 0 || children.every(isBlank) || children.some(isBlock)) return children;
  const [before, shown, after] = cutEdges(children);
  const emphasised = names.reduceRight<HtmlNode[]>((inner, name) => [makeElement(name, {}, inner)], shown);
  return [...before, ...emphasised, ...after];
}

/** Markdown's marks take no white space and line breaks at their edges. */
function cutEdges(children: readonly HtmlNode[]): [HtmlNode[], HtmlNode[], HtmlNode[]] {
  const [before, after]: [HtmlNode[], HtmlNode[]] = [[], []];
  const shown = [...children];
  const isVoid = (node: HtmlNode | undefined) => node !== undefined && (isBlank(node) || isNamed(node, 'br'));
  while (isVoid(shown[0])) before.push(shown.shift()!);
  while (isVoid(shown.at(-1))) after.unshift(shown.pop()!);
  const [first, last] = [shown[0], shown.at(-1)];
  if (first?.type === 'text' && /^\s/.test(first.value)) {
    before.push(makeText(' '));
    shown[0] = makeText(first.value.trimStart());
  }
  if (last?.type === 'text' && /\s$/.test(last.value)) {
    after.unshift(makeText(' '));
    shown[shown.length - 1] = makeText((shown.at(-1) as { value: string }).value.trimEnd());
  }
  return [before, shown, after];
}

export function splitParagraph(children: readonly HtmlNode[]): HtmlNode[] {
  const parts: HtmlNode[] = [];
  let line: HtmlNode[] = [];
  const end = () => {
    const trimmed = trimBreaks(line);
    if (trimmed.length > 0) parts.push(makeElement('p', {}, trimmed));
    line = [];
  };
  for (const [i, child] of children.entries()) {
    if (isBlock(child)) {
      end();
      parts.push(child);
      continue;
    }
    const isSecondBreak = isNamed(child, 'br') && isNamed(previousShown(children, i), 'br');
    if (isSecondBreak) end();
    else line.push(child);
  }
  end();
  return parts;
}

function previousShown(nodes: readonly HtmlNode[], index: number): HtmlNode | undefined {
  for (let i = index - 1; i >= 0; i--) if (isNamed(nodes[i], 'br') || !isBlank(nodes[i]!)) return nodes[i];
  return undefined;
}

function trimBreaks(nodes: readonly HtmlNode[]): HtmlNode[] {
  const isVoid = (node: HtmlNode | undefined) => node !== undefined && (isBlank(node) || isNamed(node, 'br'));
  let [start, end] = [0, nodes.length];
  while (start < end && isVoid(nodes[start])) start++;
  while (end > start && isVoid(nodes[end - 1])) end--;
  return nodes.slice(start, end);
}

/** Children that are all inline are left alone. */
export function wrapLoose(children: readonly HtmlNode[]): HtmlNode[] {
  return splitParagraph(children);
}

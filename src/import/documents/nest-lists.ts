import type { Element } from 'hast';
import { type HtmlParent, isBlank, isElement, isNamed, readAttribute } from '../markdown/hast-kit.ts';

/** Google Docs writes each level of a list as a list of its own, and names the level in its class. Changes the tree. */
export function nestLists(parent: HtmlParent): void {
  let open: Element[] = [];
  const kept: typeof parent.children = [];
  for (const child of parent.children) {
    const level = readLevel(child);
    if (level === undefined || !isNamed(child, 'ul', 'ol')) {
      if (!isBlank(child)) open = [];
      if (isElement(child)) nestLists(child);
      kept.push(child as never);
      continue;
    }
    open = open.slice(0, level);
    const above = open.at(-1)?.children.findLast((item) => isNamed(item, 'li'));
    if (level > 0 && isElement(above)) above.children.push(child);
    else kept.push(child as never);
    while (open.length < level) open.push(child);
    open[level] = child;
  }
  parent.children = joinSame(kept) as typeof parent.children;
}

const readName = (node: Element) => /(?:^|\s)(lst-\w+-\d)(?:\s|$)/.exec(readAttribute(node, 'className'))?.[1];

function readLevel(node: HtmlParent['children'][number]): number | undefined {
  const name = isNamed(node, 'ul', 'ol') ? readName(node) : undefined;
  return name === undefined ? undefined : Number(name.at(-1));
}

/** A list goes on behind the levels below it as a further list of the same class. */
function joinSame(children: HtmlParent['children']): HtmlParent['children'] {
  const joined: HtmlParent['children'] = [];
  for (const child of children) {
    const last = joined.at(-1);
    const isSame =
      isNamed(child, 'ul', 'ol') &&
      isNamed(last, child.tagName) &&
      readName(child) !== undefined &&
      readName(child) === readName(last);
    if (isSame) last.children.push(...child.children);
    else joined.push(child as never);
  }
  return joined;
}

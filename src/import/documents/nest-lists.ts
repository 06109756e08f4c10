import type { Element } from 'hast';
import { type HtmlParent, isBlank, isElement, isNamed, readAttribute } from '../markdown/hast-kit.ts';

/**
 * Google Docs writes every level of a list as a list of its own, one after the other, and says in the class which level
 * it is. Puts them into each other. Changes the tree.
 */
export function nestLists(parent: HtmlParent): void {
  /** The list that is open at each level. */
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

function readLevel(node: HtmlParent['children'][number]): number | undefined {
  if (!isNamed(node, 'ul', 'ol')) return undefined;
  const level = /(?:^|\s)lst-[\w]+-(\d)(?:\s|$)/.exec(readAttribute(node, 'className'))?.[1];
  return level === undefined ? undefined : Number(level);
}

/** A list goes on behind the levels below it as a further list of the same class. */
function joinSame(children: HtmlParent['children']): HtmlParent['children'] {
  const joined: HtmlParent['children'] = [];
  for (const child of children) {
    const last = joined.at(-1);
    const isSame =
      isNamed(child, 'ul', 'ol') &&
      isNamed(last, child.tagName) &&
      readLevel(child) !== undefined &&
      readAttribute(child, 'className')
        .replace(/\bstart\b/, '')
        .trim() ===
        readAttribute(last, 'className')
          .replace(/\bstart\b/, '')
          .trim();
    if (isSame) last.children.push(...child.children);
    else joined.push(child as never);
  }
  return joined;
}

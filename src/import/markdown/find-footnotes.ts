import type { Element, Root } from 'hast';
import {
  type HtmlNode,
  type HtmlParent,
  isBlank,
  isElement,
  isNamed,
  listElements,
  makeElement,
  readAttribute,
  readText,
  removeNodes,
  replaceNodes,
} from './hast-kit.ts';

type Parents = ReadonlyMap<HtmlNode, HtmlParent>;

/** For notes at the end, linked in both directions. Changes the tree: they become `beyt-note-ref` and `beyt-note`. */
export function findFootnotes(tree: Root): void {
  const parents = new Map<HtmlNode, HtmlParent>();
  const targets = new Map<string, Element>();
  const collect = (parent: HtmlParent) => {
    for (const child of parent.children) {
      parents.set(child, parent);
      if (!isElement(child)) continue;
      const id = readAttribute(child, 'id') || (child.tagName === 'a' ? readAttribute(child, 'name') : '');
      if (id && !targets.has(id)) targets.set(id, child);
      collect(child);
    }
  };
  collect(tree);
  const links = [...listElements(tree)].filter(
    (node) => node.tagName === 'a' && /^#./.test(readAttribute(node, 'href')),
  );
  const notes: Element[] = [];
  const done = new Set<Element>();
  for (const link of links) {
    if (done.has(link) || !/^\W{0,2}[\d۰-۹ivx*†]{1,4}\W{0,2}$/i.test(readText(link))) continue;
    const target = targets.get(decodeHash(readAttribute(link, 'href')));
    if (!target || target === link) continue;
    const ids = [link, ...listUp(link, parents).slice(0, 2)].flatMap((node) => [
      readAttribute(node, 'id'),
      readAttribute(node, 'name'),
    ]);
    const block = findNoteBlock(target, parents);
    if (!block || listUp(link, parents).includes(block)) continue;
    const back = [block, ...listElements(block)].find(
      (node) => node.tagName === 'a' && ids.filter(Boolean).includes(decodeHash(readAttribute(node, 'href'))),
    );
    if (!back) continue;
    const id = String(notes.length + 1);
    for (const node of links) if (node === back || listUp(node, parents).includes(block)) done.add(node);
    replaceReference(tree, link, parents, makeElement('beyt-note-ref', { id }));
    removeBackLink(tree, back, parents);
    removeNodes(tree, (node) => node === block);
    notes.push(makeElement('beyt-note', { id }, block.tagName === 'p' ? [block] : block.children));
  }
  if (notes.length === 0) return;
  for (const node of listElements(tree)) {
    // A list of nothing but notes, and the rule above it, go with them.
    node.children = node.children.filter((child) => !isNamed(child, 'ol', 'ul') || !isBlank(child));
  }
  tree.children = tree.children.filter((child) => !isNamed(child, 'ol', 'ul') || !isBlank(child));
  while (tree.children.length > 0 && (isBlank(tree.children.at(-1)!) || isNamed(tree.children.at(-1), 'hr')))
    tree.children.pop();
  tree.children.push(...notes);
}

function decodeHash(href: string): string {
  const raw = href.replace(/^.*#/, '');
  try {
    return decodeURIComponent(raw);
  } catch {
    return raw;
  }
}

function listUp(node: HtmlNode, parents: Parents): Element[] {
  const up: Element[] = [];
  for (let at = parents.get(node); at && at.type === 'element'; at = parents.get(at)) up.push(at);
  return up;
}

function findNoteBlock(target: Element, parents: Parents): Element | undefined {
  return [target, ...listUp(target, parents)].find((node) => isNamed(node, 'li', 'p', 'div', 'dd'));
}

function replaceReference(tree: Root, link: Element, parents: Parents, reference: Element): void {
  const sup = listUp(link, parents).find((node) => node.tagName === 'sup');
  const old = sup && readText(sup) === readText(link) ? sup : link;
  replaceNodes(tree, (node) => (node === old ? [reference] : undefined));
}

function removeBackLink(tree: Root, back: Element, parents: Parents): void {
  const sup = parents.get(back);
  const old = sup && isNamed(sup, 'sup') && readText(sup) === readText(back) ? sup : back;
  removeNodes(tree, (node) => node === old);
}

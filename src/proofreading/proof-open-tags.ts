import type { Nodes } from 'mdast';
import { type Fault, type Proof, quote } from './fault.ts';
import { findTags, type Tag } from './tag-texts.ts';

/** They run on to the end of the text where nothing ends them. */
const running =
  /^(?:a|abbr|b|bdi|bdo|big|button|cite|code|del|dfn|em|font|i|ins|kbd|label|mark|q|s|samp|small|span|strike|strong|sub|sup|time|tt|u|var)$/;

/** MDX refuses both kinds. */
export const proofOpenTags: Proof = ({ source, tree, isMdx }) => {
  if (isMdx) return [];
  const open = new Map<string, Tag[]>();
  const stray: Tag[] = [];
  const look = (tag: Tag): void => {
    const name = tag.name.toLowerCase();
    if (!running.test(name) || tag.isEmpty) return;
    const others = open.get(name) ?? [];
    if (!tag.isEnd) open.set(name, [...others, tag]);
    else if (!others.pop()) stray.push(tag);
  };
  const visit = (node: Nodes): void => {
    const [start, end] = [node.position!.start.offset!, node.position!.end.offset!];
    if (node.type === 'html' && !/^<(?:!|\?|script\b|style\b)/i.test(source.slice(start, end)))
      findTags(source, start, end).forEach(look);
    if ('children' in node) for (const child of node.children) visit(child);
  };
  for (const child of tree.children) visit(child);
  return [...[...open.values()].flat(), ...stray].map(({ start, end, isEnd }): Fault => {
    const params = { tag: quote(source.slice(start, end)), reason: isEnd ? 'ends nothing' : 'is not ended' };
    return { name: 'TagAlone', start, end, params };
  });
};

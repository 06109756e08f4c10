import type { HastPluginDefinition } from 'satteri';
import { groupPhrasing, isBlockLevel, readAt } from './hast-nodes.ts';

/** `<summary>…</summary>` followed by words on the next line is one paragraph to MDX. */
export const unravelParagraphs: HastPluginDefinition = {
  name: 'beyt-unravel-paragraphs',
  options: { position: true },
  element: {
    filter: ['p'],
    visit(node, ctx) {
      if (node.children.some(isBlockLevel)) ctx.replaceNode(node, groupPhrasing(node.children, readAt(node)));
    },
  },
};

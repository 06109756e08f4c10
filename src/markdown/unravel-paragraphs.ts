import type { HastPluginDefinition } from 'satteri';
import { groupPhrasing, isBlockLevel, readAt } from './hast-nodes.ts';

/** MDX makes one paragraph of `<summary>…</summary>` and words on the next line: takes block-level JSX out of it. */
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

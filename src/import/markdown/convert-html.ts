import type { Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import type { Root as MdastRoot } from 'mdast';
import { locales } from '../../locales.ts';
import { tellEmbedsApart } from './clean-embed.ts';
import { cleanTree } from './clean-tree.ts';
import { findFootnotes } from './find-footnotes.ts';
import { isNamed, listElements, readText } from './hast-kit.ts';
import { readClassStyles } from './read-style.ts';
import type { Surroundings } from './surroundings.ts';
import { readPlaces, toArticle } from './write-mdx.ts';

export function parseHtml(html: string): Root {
  return fromHtml(html, { fragment: true });
}

/** Changes the tree. */
export function convertTree(tree: Root, around: Surroundings): MdastRoot {
  const css = [...listElements(tree)]
    .filter((node) => isNamed(node, 'style'))
    .map((node) => readText(node))
    .join('\n');
  findFootnotes(tree);
  const places = readPlaces(tree);
  const cleaned = cleanTree(tree, readClassStyles(css), around);
  tellEmbedsApart(listElements(cleaned), locales[around.lang].tag);
  return toArticle(cleaned, around.lang, places);
}

import type { Root } from 'hast';
import type { Block, BlockType } from '../../markdown/block.ts';
import {
  type HtmlNode,
  type HtmlParent,
  isBlock,
  isElement,
  listElements,
  readAttribute,
  readText,
} from '../markdown/hast-kit.ts';

const TYPES: Readonly<Record<string, BlockType>> = {
  li: 'li',
  blockquote: 'quote',
  tr: 'tr',
  figcaption: 'caption',
  pre: 'code',
  dt: 'dt',
  dd: 'dd',
  'beyt-note': 'fn',
};

export interface TextReading {
  readonly blocks: readonly Block[];
  readonly images: readonly string[];
  readonly links: readonly string[];
}

export function readBlocks(tree: Root): TextReading {
  const blocks: Block[] = [];
  const add = (type: BlockType, depth: number, nodes: readonly HtmlNode[]) => {
    const text = readText(...nodes);
    if (text !== '') blocks.push({ type, depth, text, links: [] });
  };
  const visit = (parent: HtmlParent, type: BlockType) => {
    let loose: HtmlNode[] = [];
    const end = () => {
      add(type, 0, loose);
      loose = [];
    };
    for (const child of parent.children as HtmlNode[]) {
      if (!isBlock(child)) {
        loose.push(child);
        continue;
      }
      end();
      if (!isElement(child) || /^(?:script|style|iframe)$/.test(child.tagName)) continue;
      const heading = /^h([1-6])$/.exec(child.tagName);
      if (heading) add('h', Number(heading[1]), [child]);
      else if (child.tagName === 'tr') add('tr', 0, [child]);
      else visit(child, TYPES[child.tagName] ?? (type === 'p' ? 'p' : type));
    }
    end();
  };
  visit(tree, 'p');
  const elements = [...listElements(tree)];
  const addresses = (name: string, attribute: string) =>
    elements
      .filter(({ tagName }) => tagName === name)
      .map((node) => readAttribute(node, attribute))
      .filter(Boolean);
  return { blocks, images: addresses('img', 'src'), links: addresses('a', 'href') };
}

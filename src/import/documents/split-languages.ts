import type { Element, Root } from 'hast';
import type { Lang } from '../../markdown/block.ts';
import {
  type HtmlNode,
  isBlank,
  isBlock,
  isElement,
  isNamed,
  listElements,
  makeElement,
  readText,
} from '../markdown/hast-kit.ts';
import { guessLanguage } from '../markdown/repair-text.ts';

/** A smaller share is a quotation. */
const LEAST_SHARE = 0.2;
/** … for a part with text of the first language before and after it. */
const LEAST_SHARE_INSIDE = 0.4;

/** Two where both languages are in it one after the other, paragraph by paragraph, or side by side in a table. */
export function splitLanguages(tree: Root): ReadonlyMap<Lang, Root> {
  const isStyle = (node: HtmlNode) => isNamed(node, 'style');
  const styles = [...listElements(tree)].filter(isStyle);
  const blocks = listBlocks(tree).filter((block) => !isStyle(block));
  const letters = { en: 0, fa: 0 };
  const runs: Lang[] = [];
  for (const block of blocks) {
    const lang = guessLanguage(readText(block));
    if (!lang) continue;
    letters[lang] += readText(block).length;
    if (runs.at(-1) !== lang) runs.push(lang);
  }
  const all = letters.en + letters.fa;
  const main: Lang = letters.fa > letters.en ? 'fa' : 'en';
  const other: Lang = main === 'en' ? 'fa' : 'en';
  const least = runs.length === 3 ? LEAST_SHARE_INSIDE : LEAST_SHARE;
  if (all === 0 || letters[other] / all < least) return new Map([[main, tree]]);
  const parts: Record<Lang, HtmlNode[]> = { en: [], fa: [] };
  let last: Lang | undefined;
  for (const block of blocks) {
    const lang = guessLanguage(readText(block));
    // A picture or a rule belongs to the text around it; before any text, to both.
    if (lang) last = lang;
    for (const one of lang ? [lang] : last ? [last] : (['en', 'fa'] as const)) parts[one].push(block);
  }
  return new Map(
    (['en', 'fa'] as const).map((lang) => [
      lang,
      { type: 'root', children: [...styles, ...joinLists(dropLabel(parts[lang]))] as Root['children'] },
    ]),
  );
}

/** Above a column or a text, to name its language. */
const LABEL =
  /^(?:english|persian|dari|farsi|انگلیسی|فارسی|دری)(?: (?:text|version|translation))?:?$|^(?:متن|نسخهٔ|ترجمهٔ) (?:انگلیسی|فارسی|دری):?$/i;

function dropLabel(blocks: readonly HtmlNode[]): readonly HtmlNode[] {
  return blocks.length > 1 && LABEL.test(readText(blocks[0]!)) ? blocks.slice(1) : blocks;
}

function joinLists(blocks: readonly HtmlNode[]): HtmlNode[] {
  const out: HtmlNode[] = [];
  for (const block of blocks) {
    const last = out.at(-1);
    if (isNamed(block, 'ul', 'ol') && isNamed(last, block.tagName))
      out[out.length - 1] = { ...last, children: [...last.children, ...block.children] };
    else out.push(block);
  }
  return out;
}

function listBlocks(parent: Root | Element): HtmlNode[] {
  return (parent.children as HtmlNode[]).flatMap((child): HtmlNode[] => {
    if (!isElement(child) || isNamed(child, 'style')) return isBlank(child) ? [] : [child];
    if (isNamed(child, 'table') && isTwoColumns(child)) return listCells(child).flatMap((cell) => openCell(cell));
    const isWrapper =
      isNamed(child, 'div', 'section', 'article', 'main', 'body') && child.children.some((c) => isBlock(c));
    if (isWrapper) return listBlocks(child);
    if (isNamed(child, 'ul', 'ol'))
      return divide(
        child,
        child.children.filter((item) => !isBlank(item)).map((item) => [item]),
      );
    return isNamed(child, 'p', 'div') ? divide(child, listLines(child)) : [child];
  });
}

function divide(element: Element, parts: readonly Element['children'][]): HtmlNode[] {
  const langs = new Set(parts.map((part) => guessLanguage(readText(...part))).filter(Boolean));
  return langs.size < 2 ? [element] : parts.map((part) => makeElement(element.tagName, element.properties, part));
}

function listLines(paragraph: Element): Element['children'][] {
  const lines: Element['children'][] = [[]];
  for (const child of paragraph.children) {
    if (isNamed(child, 'br')) lines.push([]);
    else lines.at(-1)!.push(child);
  }
  return lines.filter((line) => !line.every(isBlank));
}

const listCells = (table: Element): Element[] =>
  [...listElements(table)].filter(({ tagName }) => tagName === 'td' || tagName === 'th');

function isTwoColumns(table: Element): boolean {
  const rows = [...listElements(table)].filter(({ tagName }) => tagName === 'tr');
  const facing = rows.filter((row) => {
    const langs = row.children.filter((cell) => isElement(cell)).map((cell) => guessLanguage(readText(cell)));
    return langs.length === 2 && langs.includes('en') && langs.includes('fa');
  });
  return rows.length > 0 && facing.length / rows.length > 0.6;
}

function openCell(cell: Element): HtmlNode[] {
  const blocks = listBlocks(cell).filter((child) => !isBlank(child));
  if (blocks.length > 0 && blocks.every((block) => isBlock(block))) return blocks;
  return isBlank(cell) ? [] : [{ ...cell, tagName: 'p' }];
}

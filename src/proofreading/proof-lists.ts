import type { Fault, Proof } from './fault.ts';
import { quote } from './fault.ts';
import type { Edit, Passage } from './passage.ts';

const marker =
  /^(?<indent> *)(?:(?<number>[۰-۹٠-٩\d]{1,4}) ?[.)\-–ـ](?!\d)[ \u200c]*|[([](?<bracketed>[۰-۹٠-٩\d]{1,3})[)\]] *|[([](?<inner>الف|[بپتثجچحخدو]|[a-h])[)\]] *(?=\S)|(?<ringed>[①-⑳]) *|(?<bullet>[•◦▪▫●○■□‣⁃∙·✓✔➢➤►✦★]|[*](?=[\p{L}«])|-(?=[\p{L}«])|[–—] ?(?=[\p{L}«]))[ \u200c]*|(?<letter>الف|[بپتثجچحخدو]|[a-h]) ?[).] +)(?=\S)/u;

interface Item {
  readonly offset: number;
  readonly length: number;
  readonly isFirstLine: boolean;
  readonly number?: number;
  readonly kind: 'number' | 'bullet' | 'dash' | 'letter';
}

const toNumber = (digits: string) => Number(digits.replace(/[٠-٩۰-۹]/g, (digit) => String(digit.charCodeAt(0) & 15)));

function readItems({ words }: Passage): Item[] {
  const items: Item[] = [];
  let offset = 0;
  for (const line of words.split('\n')) {
    const found = marker.exec(line);
    if (found) {
      const { number = found.groups!.bracketed, bullet, letter, inner, ringed } = found.groups!;
      const kind = number ? 'number' : letter || inner || ringed ? 'letter' : /[-–—]/.test(bullet!) ? 'dash' : 'bullet';
      items.push({
        offset,
        length: found[0].length,
        isFirstLine: offset === 0,
        kind,
        ...(number && { number: toNumber(number) }),
      });
    }
    offset += line.length + 1;
  }
  return items;
}

/** Not a number at the end of a sentence, nor a dash within one. */
function isList(items: readonly Item[]): boolean {
  const [first] = items;
  if (!first || items.length < 2 || items.some(({ kind }) => kind !== first.kind)) return false;
  if (first.kind === 'number') return isInSequence(items) || (first.isFirstLine && isRising(items));
  return first.kind === 'bullet' || first.isFirstLine;
}

const isInSequence = (items: readonly Item[]) => items.every(({ number }, i) => number === items[0]!.number! + i);
const isRising = (items: readonly Item[]) => items.every(({ number }, i) => i === 0 || number! > items[i - 1]!.number!);

function makeList(items: readonly Item[], { from, isNested }: Passage, lineEnd: string): readonly Edit[] | undefined {
  const [first] = items as [Item];
  const isNumbered = first.kind === 'number';
  if (isNested || first.kind === 'letter' || first.kind === 'dash') return undefined;
  if (isNumbered && !isInSequence(items)) return undefined;
  return items.map(({ offset, length, number, isFirstLine }, i) => {
    // Only a list that begins with 1 may follow a paragraph's line directly.
    const apart = isNumbered && i === 0 && !isFirstLine && number !== 1 ? lineEnd : '';
    return { start: from + offset, end: from + offset + length, text: `${apart}${isNumbered ? `${number}.` : '-'} ` };
  });
}

const listLine = /^\s*(?:[-*+]|\d{1,9}[.)])\s/;

/** Both lists would become one, and be counted on. */
function isBesideList(source: string, { from, words }: Passage): boolean {
  const before = source.slice(0, from).trimEnd().split('\n').at(-1)!;
  const after = source
    .slice(from + words.length)
    .trimStart()
    .split('\n', 1)[0]!;
  return [before, after].some((line) => listLine.test(line) || marker.test(line));
}

/** Typed with other characters than Markdown's, items run together into one paragraph. */
export const proofLists: Proof = ({ source, passages }) =>
  passages.flatMap((passage): Fault[] => {
    if (passage.kind !== 'paragraph' || !passage.words.includes('\n')) return [];
    const items = readItems(passage);
    if (!isList(items)) return [];
    const start = passage.from + items[0]!.offset;
    const end = passage.from + items[0]!.offset + items[0]!.length;
    const repair = isBesideList(source, passage)
      ? undefined
      : makeList(items, passage, source.includes('\r\n') ? '\r\n' : '\n');
    const params = { mark: quote(source.slice(start, end)), count: String(items.length) };
    return [{ name: 'ListTyped', start, end, params, ...(repair && { repair }) }];
  });

import { htmlElements } from './html-elements.ts';
import { voidTags } from './render-jsx.ts';

/** A node of raw HTML. Offsets are those of the source. */
export interface RawHtml {
  readonly start: number;
  /** As long as in the source: marks of quotations and lists before its lines are blanks. */
  readonly text: string;
}

/** `[start, end)` is the tag, or the beginning of the comment. */
export interface Unclosed {
  readonly start: number;
  readonly end: number;
  /** `end tag`: it ends nothing. The others are not ended themselves. */
  readonly what: 'comment' | 'instruction' | 'declaration' | 'section' | 'tag' | 'element' | 'end tag';
  /** Which text browsers then take for something that they do not show. */
  readonly lost?: 'what follows it' | 'what is between it and the next one';
}

interface Open {
  readonly name: string;
  readonly start: number;
  readonly end: number;
  readonly isReported?: boolean;
}

/** Their content is no HTML. `plaintext` has no end at all. */
const rawTexts = /^(?:iframe|noembed|noframes|noscript|plaintext|script|style|textarea|title|xmp)$/;
/** What is in them is shown by browsers that do not know them, or by none. */
const hiding = /^(?:audio|canvas|datalist|dialog|meter|object|picture|progress|select|template|video)$/;
/** HTML lets authors leave out these end tags: https://html.spec.whatwg.org/multipage/syntax.html#optional-tags */
const optional = /^(?:caption|colgroup|dd|dt|li|optgroup|option|p|rp|rt|tbody|td|tfoot|th|thead|tr)$/;
const ignored = /^(?:body|frame|head|html|image|param)$/;
const drawings = /^(?:math|svg)$/;

/** An attribute's quotation mark that is not ended takes all that follows, as in browsers. */
const token =
  /<!---?>|<!--(?<comment>[\s\S]*?)(?<commentEnd>-->|$)|<!\[CDATA\[[\s\S]*?(?<sectionEnd>\]\]>|$)|<\?[\s\S]*?(?<instructionEnd>\?>|$)|<![a-z][^>]*(?<declarationEnd>>|$)|<(?<slash>\/?)(?<name>[a-z][^\s/>]*)(?<attributes>(?:=\s*"[^"]*(?:"|$)|=\s*'[^']*(?:'|$)|=(?!\s*["'])|[^>=])*)(?<tagEnd>>|$)/gi;

/** A quotation mark was forgotten: that of the next tag ends the value. */
const runningValue = /=\s*(?:"[^"]*<[^"]*"|'[^']*<[^']*')(?=[^\s/>])/;

/** @param source from there to the node's end @param value the node's, without what its containers put before lines */
export function readRawHtml(start: number, source: string, value: string): RawHtml {
  const lines = value.split('\n');
  const text = source.split('\n').map((line, i) => {
    const own = (lines[i] ?? '').replace(/\r$/, '');
    return line.replace(/\r$/, ' ').trimEnd().endsWith(own.trimEnd()) ? own.padStart(line.length) : line;
  });
  return { start, text: text.join('\n') };
}

/**
 * Finds what HTML has no end for, in the order of the source. An element that ends with what it is in, such as `<li>`
 * within `<ul>…</ul>`, is sound; one that is ended in the wrong order is too.
 * @param pieces of one text, in order: an element may begin in one and end in another
 */
export function findUnclosed(pieces: readonly RawHtml[]): Unclosed[] {
  const found: Unclosed[] = [];
  let open: Open[] = [];
  const isDrawing = () => open.some(({ name }) => drawings.test(name));

  const endTag = (name: string, start: number, end: number) => {
    const at = open.findLastIndex((one) => one.name === name);
    if (at < 0) found.push({ start, end, what: 'end tag' });
    else open = open.filter((one, i) => i < at || (i > at && !optional.test(one.name)));
  };

  const readTag = (groups: Record<string, string | undefined>, start: number, end: number) => {
    const { slash, attributes = '', tagEnd } = groups;
    const name = groups.name!.toLowerCase();
    const isReported = !tagEnd || runningValue.test(attributes);
    if (isReported) found.push({ start, end, what: 'tag', lost: 'what follows it' });
    const isKnown = htmlElements.has(name) || name.includes('-');
    if (!isKnown || ignored.test(name) || voidTags.test(name) || (isDrawing() && !drawings.test(name))) return;
    if (slash) endTag(name, start, end);
    else if (!/(?:^|[\s"'])\/$/.test(attributes)) open.push({ name, start, end, isReported });
  };

  for (const { start: from, text } of pieces) {
    token.lastIndex = 0;
    for (;;) {
      const raw = open.find(({ name }) => rawTexts.test(name));
      if (raw) {
        const end = new RegExp(`</${raw.name}(?=[\\s/>])`, 'gi');
        end.lastIndex = token.lastIndex;
        const match = raw.name === 'plaintext' ? null : end.exec(text);
        if (!match) break;
        token.lastIndex = match.index;
      }
      const match = token.exec(text);
      if (!match) break;
      const groups = match.groups!;
      const start = from + match.index;
      const add = (what: Unclosed['what'], lost: Unclosed['lost']) =>
        found.push({ start, end: start + match[0].length, what, lost });
      if (groups.name !== undefined) readTag(groups, start, start + match[0].length);
      else if (groups.comment !== undefined) {
        if (!groups.commentEnd) add('comment', 'what follows it');
        else if (/<!--(?!>)/.test(`${groups.comment}-->`)) add('comment', 'what is between it and the next one');
      } else if (groups.sectionEnd === '') add('section', 'what follows it');
      else if (groups.instructionEnd === '') add('instruction', 'what follows it');
      else if (groups.declarationEnd === '') add('declaration', 'what follows it');
    }
  }
  const left = open.filter(({ name }) => name !== 'p');
  for (const [i, { name, start, end, isReported }] of left.entries()) {
    if (isReported || (i > 0 && optional.test(name))) continue;
    const lost = rawTexts.test(name) || hiding.test(name) ? ('what follows it' as const) : undefined;
    found.push({ start, end, what: 'element', ...(lost && { lost }) });
  }
  return found.sort((a, b) => a.start - b.start);
}

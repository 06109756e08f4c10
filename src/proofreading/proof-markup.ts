import type { Nodes } from 'mdast';
import { Coverage, type Fault, findInPassage, type Proof, quote } from './fault.ts';

/** Only what this site's Markdown shows as it is written. */
const foreign: readonly [whose: string, pattern: RegExp][] = [
  ['a list of attributes, as in Pandoc', /\{(?:[#.:][^{}\n]*|[\w-]+=["'“«\w][^{}\n]*)\}/g],
  ['a template of another program', /\{\{[^{}\n]*\}\}|\{%[^{}\n]*%\}/g],
  ['a container, as in Pandoc', /(?<=^|\n) *:{3,}(?: *\{[^}\n]*\}| *[\p{L}-]+)?(?=\s|$)[^\n]*/gu],
  ['a table of contents', /\[\[?_?TOC_?\]\]?/gi],
  ['a link as in wikis', /!?\[\[[^[\]\n]+\]\]/g],
  ['a remark as on GitHub', /^\[!(?:NOTE|TIP|IMPORTANT|WARNING|CAUTION)\]/gi],
  ['a remark as in MkDocs', /(?<=^|\n)(?:!!!|\?\?\?)\+? [a-z]+(?=\s|$)[^\n]*/g],
  ['a box to tick, which is [ ] or [x]', /^\[(?:| ?[xX✓✔] ?| {2,})\](?=\s)/g],
  ['a highlight', /(?<![=\w])==(?=[^\s=])[^=\n]+(?<=[^\s=])==(?!=)/g],
  ['a heading as in wikis', /(?<=^|\n)={2,6} [^=\n]+ ={2,6}(?=\n|$)/g],
  ['bold text as in wikis', /'''[^'\n]+'''/g],
  ['a formula of TeX', /\$\$[^$]+\$\$/g],
  // As Pandoc has it: no digit follows, because $5 and $6 are prices.
  [
    'a formula of TeX',
    /(?<![\p{L}\p{N}$\\])\$(?=[^\s${])(?=[^$\n]*[A-Za-z\uffff])[^$\n\p{Script=Arabic}]{0,79}[^\s$]?(?<=\S)\$(?![\p{L}\p{N}$])/gu,
  ],
  ['a raised character as in Pandoc', /(?<=[\p{L}\p{N})])\^[\p{L}\p{N}+-]{1,12}\^(?![\^\p{L}\p{N}])/gu],
  ['an emoji by its name', /(?<=^|\s):[a-z][a-z0-9_]{2,}:(?=$|[\s.,!?])/g],
  ['a shortcode of WordPress', /\[\/?(?:caption|gallery|audio|video|embed|playlist|vc_\w+|et_pb_\w+)\b[^\]\n]*\]/g],
  ['a comment that does not end in its paragraph', /<!--[^\n]*/g],
  ['BBCode', /\[(?<tag>b|i|u|s|url|img|quote|color|size|center|code)(?:=[^\]\n]*)?\][^[\]]*\[\/\k<tag>\]/gi],
  ['code that has no empty line before it', /(?<=^|\n)import\s[^'"\n]*(?:\bfrom\s*)?(['"])[^'"\n]+\1;?/g],
  ['a tag of Word', /<\/?[a-z]\w*:\w+[^<>\n]*>/gi],
  [
    'the name of a character without its semicolon',
    /&(?:nbsp|zwnj|zwj|amp|quot|lt|gt|laquo|raquo|[lr]rm|#\d{2,6}|#x[\da-f]{2,6})(?![;\w])/gi,
  ],
  [
    'the name of a character that is escaped twice',
    /\uffff(?:nbsp|zwnj|zwj|quot|apos|lt|gt|laquo|raquo|[lr]rm|#\d+);/g,
  ],
];

const failedLinks: readonly RegExp[] = [
  // Addresses are hidden. A space in the address, or between words and address; the two the wrong way round; an unknown reference.
  /!?\[[^[\]\n]+\]\((?:\.{0,2}\/|\uffff{6}|#|[^()\n]*\.(?:mdx?|html?|png|jpe?g|svg|webp|gif|pdf)\b)[^()\n]*\)/gi,
  /!?\[[^[\]\n]+\][ \t]+\((?:\.{1,2}\/|\/|\uffff{6}|#\p{L})[^()\n]*\)/giu,
  /\([^()\n]+\)\[(?:\.{1,2}\/|\/|\uffff{6}|#\p{L})[^[\]\n]*\]/giu,
  /!?\[(?!\p{N}+\])[^[\]^\n][^[\]\n]*\]\[[^[\]^\n]*\]/gu,
];

/** GFM strikes through what is between single tildes too: formulas have them after a letter, "5~10" after a digit. */
const lowered = /^~[\p{L}\p{N}+-]{1,12}~$/u;
const singleTildes = /^~[^~]+~$/;

export const proofLowered: Proof = ({ source, tree }) => {
  const faults: Fault[] = [];
  const visit = (node: Nodes): void => {
    const [start, end] = [node.position?.start.offset ?? 0, node.position?.end.offset ?? 0];
    const markup = source.slice(start, end);
    if (node.type === 'delete' && singleTildes.test(markup) && /[\p{L}\p{N})]/u.test(source[start - 1] ?? '')) {
      const whose = lowered.test(markup) ? 'a lowered character as in Pandoc' : 'a tilde between two words or numbers';
      const params = { whose, markup, how: 'struck through' };
      faults.push({ name: 'MarkupForeign', start, end, params });
    }
    if ('children' in node) for (const child of node.children) visit(child);
  };
  visit(tree);
  return faults;
};

/** Markdown shows a backslash before these. */
const shownEscape = /\\(?=[،؛؟«»٪٫٬…–—“”‘’ـ])/g;

export const proofMarkup: Proof = (manuscript) =>
  manuscript.passages.flatMap((passage): Fault[] => {
    if (passage.kind === 'words') return [];
    const faults: Fault[] = [];
    const coverage = new Coverage(passage);
    const add = (fault: Fault) => {
      if (coverage.take(fault.start, fault.end)) faults.push(fault);
    };
    for (const [whose, pattern] of foreign)
      for (const { start, end, text } of findInPassage(manuscript, passage, pattern))
        add({ name: 'MarkupForeign', start, end, params: { whose, markup: quote(text) } });
    for (const pattern of failedLinks)
      for (const { start, end, text } of findInPassage(manuscript, passage, pattern))
        add({ name: 'LinkFailed', start, end, params: { text: quote(text) } });
    for (const { start, end } of findInPassage(manuscript, passage, shownEscape)) {
      const text = manuscript.source.slice(start, end + 1);
      add({ name: 'EscapeShown', start, end, params: { text }, repair: [{ start, end, text: '' }] });
    }
    return faults;
  });

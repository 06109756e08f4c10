import { escapeHtml } from '../base/escape-html.ts';
import { listComma } from '../base/list-comma.ts';
import type { Sides, WorkData } from './page-data.ts';

type Side = 'en' | 'fa';

export type UnitText = Sides<readonly string[]>;

/** Isolated, a text keeps its direction wherever it is pasted. */
export const isolate = (side: Side, text: string): string => `${side === 'fa' ? '\u2067' : '\u2066'}${text}\u2069`;

export function formatText(texts: UnitText, sides: readonly Side[], format: 'plain' | 'markdown' | 'html'): string {
  const present = sides.filter((side) => texts[side]);
  const markdown = format === 'markdown';
  const formatBlocks = (side: Side) =>
    texts[side]!.map((block) => {
      if (format === 'html')
        return `<p lang="${side}" dir="${side === 'fa' ? 'rtl' : 'ltr'}">${escapeHtml(block).replace(/\n/g, '<br>')}</p>`;
      const line = side === 'fa' || present.length > 1 ? isolate(side, '$&') : '$&';
      // An isolate ends where its line does. In Markdown two spaces keep the end of a line.
      return block.replace(/.+/g, `${markdown ? '> ' : ''}${line}`).replace(/\n/g, markdown ? '  \n' : '\n');
    });
  const between = format === 'html' ? '\n' : markdown ? '\n>\n' : '\n\n';
  return present.flatMap(formatBlocks).join(between);
}

export function citeText(work: WorkData, side: Side, url: string, translatedBy: string): string {
  const comma = listComma(side);
  const [open, close] = side === 'fa' ? ['«', '»'] : ['“', '”'];
  const names = (work.authors[side] ?? []).join(comma);
  const translators = work.translators[side]?.length ? ` ${translatedBy} ${work.translators[side].join(comma)}.` : '';
  const other = work.dates[side === 'en' ? 'fa' : 'en'];
  const date = `${work.dates[side] ?? work.date}${other ? ` (${isolate(side === 'en' ? 'fa' : 'en', other)})` : ''}`;
  return `${names ? `${names}. ` : ''}${open}${work.title[side]}${close}.${translators} ${work.site[side]}${comma}${date}. ${url}`;
}

/** Names are braced whole, because Afghan names have no fixed family name. */
export function citeBibtex(work: WorkData, side: Side, url: string): string {
  const clean = (value: string) => value.replace(/[{}\\\u2066-\u2069]/g, '');
  const names = (list: readonly string[] = []) => list.map((name) => `{${clean(name)}}`).join(' and ');
  const fields: [string, string][] = [
    ['author', names(work.authors[side])],
    ['title', `{${clean(work.title[side] ?? '')}}`],
    ['translator', names(work.translators[side])],
    ['journal', clean(work.site[side] ?? '')],
    ['date', work.date],
    ['langid', side === 'fa' ? 'persian' : 'english'],
    ['url', url],
  ];
  const lines = fields.filter(([, value]) => value).map(([name, value]) => `  ${name} = {${value}}`);
  return `@article{${work.id}-${side},\n${lines.join(',\n')}\n}`;
}

/** A list of one item, as Zotero and citeproc read it. */
export function citeCsl(work: WorkData, side: Side, url: string): string {
  const names = (list?: readonly string[]) => list?.[0] && list.map((literal) => ({ literal }));
  const item = {
    id: `${work.id}-${side}`,
    type: 'article-newspaper',
    title: work.title[side],
    author: names(work.authors[side]),
    translator: names(work.translators[side]),
    'container-title': work.site[side],
    issued: { 'date-parts': [work.date.split('-').map(Number)] },
    language: side,
    URL: url,
  };
  // Isolates are for what people read.
  return JSON.stringify([item], null, 1).replace(/[\u2066-\u2069]/g, '');
}

import { locales, otherLang } from '../locales.ts';
import type { Lang } from '../markdown/block.ts';
import { findForeignRuns } from '../markdown/foreign-runs.ts';
import type { MarkedText, UnitHit, WorkHits } from '../search/work-hits.ts';
import { button, element } from './page-data.ts';
import { fill, type SearchSettings } from './search-texts.ts';

/** In characters; longer texts are cut. */
const WHOLE = 420;
const AROUND = 170;
const MOST_MARKS = 6;
const PASSAGES = 3;

export function excerpt({ text, marks }: MarkedText): MarkedText & { before: boolean; after: boolean } {
  if (text.length <= WHOLE) return { text, marks, before: false, after: false };
  const first = marks[0]?.[0] ?? 0;
  let from = Math.max(0, first - AROUND);
  let to = Math.min(text.length, from + WHOLE);
  if (from > 0) from = text.indexOf(' ', from) + 1;
  if (to < text.length) to = text.lastIndexOf(' ', to);
  return { ...cutMarked({ text, marks }, from, to), before: from > 0, after: to < text.length };
}

function cutMarked({ text, marks }: MarkedText, from: number, to: number): MarkedText {
  const within = marks.map(([a, b]): [number, number] => [Math.max(a, from) - from, Math.min(b, to) - from]);
  return { text: text.slice(from, to), marks: within.filter(([a, b]) => a < b) };
}

function markWords({ text, marks }: MarkedText): (Node | string)[] {
  const nodes: (Node | string)[] = [];
  let at = 0;
  for (const [from, to] of marks) {
    nodes.push(text.slice(at, from), element('mark', {}, text.slice(from, to)));
    at = to;
  }
  nodes.push(text.slice(at));
  return nodes;
}

/** A run is one element, whatever is marked within it. */
export function renderMarked(marked: MarkedText, lang: Lang): (Node | string)[] {
  const nodes: (Node | string)[] = [];
  let at = 0;
  for (const { start, end, dir, lang: stated } of findForeignRuns(marked.text, lang)) {
    const run = cutMarked(marked, start, end);
    const tag = stated && locales[stated].tag;
    const words = dir === 'rtl' ? renderMarked(run, 'fa') : markWords(run);
    nodes.push(
      ...markWords(cutMarked(marked, at, start)),
      element('bdi', { ...(tag && { lang: tag }), dir }, ...words),
    );
    at = end;
  }
  return [...nodes, ...markWords(cutMarked(marked, at, marked.text.length))];
}

function markedWords(texts: readonly (MarkedText | undefined)[]): string[] {
  const words = texts.flatMap((text) => text?.marks.map(([from, to]) => text.text.slice(from, to)) ?? []);
  return [...new Set(words)].slice(0, MOST_MARKS);
}

export function unitHref(root: string, path: string, unit: string, words: readonly string[]): string {
  const address = path.split('/').map(encodeURIComponent).join('/');
  const query = words.map((word) => `mark=${encodeURIComponent(word)}`).join('&');
  return `${root}${address}${query && `?${query}`}${unit && `#${unit}`}`;
}

const order = ({ lang }: SearchSettings): Lang[] => [lang, otherLang(lang)];

function renderSide(lang: Lang, marked: MarkedText): HTMLElement {
  const shown = excerpt(marked);
  const side = element('p', { lang: locales[lang].tag, dir: locales[lang].dir });
  side.append(...(shown.before ? ['… '] : []), ...renderMarked(shown, lang), ...(shown.after ? [' …'] : []));
  return side;
}

function renderLinks(hits: WorkHits, { unit, texts }: UnitHit, settings: SearchSettings): HTMLElement {
  const { urls } = hits.work;
  const links = order(settings).flatMap((lang) => {
    const path = urls[lang];
    if (path === undefined || (unit !== '' && !texts[lang])) return [];
    const href = unitHref(settings.root, path, unit, markedWords([texts[lang]]));
    return [element('a', { href, hreflang: locales[lang].tag }, fill(settings.lang, lang))];
  });
  if (urls.both !== undefined) {
    const href = unitHref(settings.root, urls.both, unit, markedWords([texts.en, texts.fa]));
    links.push(element('a', { href, 'data-facing': '' }, fill(settings.lang, 'facing')));
  }
  return element('p', { class: 'b-result-links' }, ...links.flatMap((link, i) => (i === 0 ? [link] : [' · ', link])));
}

export function renderUnit(hits: WorkHits, hit: UnitHit, settings: SearchSettings): HTMLElement {
  const sides = order(settings).flatMap((lang) => {
    const marked = hit.texts[lang];
    return marked ? [renderSide(lang, marked)] : [];
  });
  const pair = element('div', { class: 'b-result-pair' }, ...sides);
  return element('li', { 'data-result': hit.unit }, pair, renderLinks(hits, hit, settings));
}

export function renderTitle(hits: WorkHits, settings: SearchSettings): HTMLElement {
  const lang = order(settings).find((side) => hits.work.urls[side] !== undefined) ?? settings.lang;
  const title = hits.titles[lang] ?? { text: hits.work.work, marks: [] };
  const href = unitHref(settings.root, hits.work.urls[lang] ?? '', '', []);
  return element('a', { href, lang: locales[lang].tag, dir: locales[lang].dir }, ...renderMarked(title, lang));
}

export function renderWork(hits: WorkHits, settings: SearchSettings): HTMLElement {
  const list = element('ol', { class: 'b-results' });
  const show = (units: readonly UnitHit[]) => list.append(...units.map((unit) => renderUnit(hits, unit, settings)));
  show(hits.units.slice(0, PASSAGES));
  const rest = hits.units.slice(PASSAGES);
  const date = hits.work.dates[settings.lang];
  const section = element(
    'section',
    { class: 'b-result-work' },
    element('h2', {}, renderTitle(hits, settings)),
    ...(date ? [element('p', { class: 'b-meta' }, element('time', { datetime: hits.work.date }, date))] : []),
    list,
  );
  if (rest.length > 0) {
    const more = button(fill(settings.lang, 'morePassages', { count: rest.length }), () => {
      const next = list.children.length;
      show(rest);
      more.remove();
      list.children[next]?.querySelector('a')?.focus();
    });
    section.append(more);
  }
  return section;
}

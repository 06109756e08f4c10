import { statSync } from 'node:fs';
import { join, posix } from 'node:path';
import { findStored } from '../base/find-stored.ts';
import { listFiles } from '../base/list-files.ts';
import { remember } from '../base/remember.ts';
import { langs } from '../locales.ts';
import type { Lang } from '../markdown/block.ts';
import { publicFolder, settings } from '../settings/current.ts';
import { addresses } from './addresses.ts';
import { findOwnPage, listOwnPages } from './checks/own-pages.ts';
import { listCorrections } from './corrections.ts';
import type { Edition } from './edition.ts';
import { groupByPerson, groupByTopic } from './labels.ts';
import { countPages, listByDate } from './list.ts';
import type { Content } from './load.ts';
import type { PlannedEdition } from './planning.ts';
import { hasEpisodes, hasPodcast } from './sound.ts';
import { isPage as isPlainPage, listEditions } from './work.ts';

export interface LinkTarget {
  /** Path below `dist/`. */
  readonly path: string;
  /** With its question mark, or ''. */
  readonly query: string;
  readonly fragment: string;
  readonly edition?: Edition;
  /** A draft, one that waits or has expired, or a list of nothing else. */
  readonly isUnpublished?: boolean;
  /** Of an edition that is unpublished. */
  readonly planned?: PlannedEdition;
  /** Without a page in this build: a preview shows what is unpublished. */
  readonly isHidden?: boolean;
}

/** Reads percent signs, where they are an encoding. */
export function decodeTarget(text: string): string {
  if (!text.includes('%')) return text;
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** `path` is decoded, below `dist/`: that of a page, of an edition's file, or `''` for the edition itself. */
export function readTarget(edition: Edition, target: string): Pick<LinkTarget, 'path' | 'query' | 'fragment'> {
  const [, path = '', query = '', written = ''] = /^([^#?]*)(\?[^#]*)?(?:#(.*))?$/s.exec(target) ?? [];
  const fragment = decodeTarget(written).normalize('NFC');
  if (path === '') return { path, query, fragment };
  const plain = decodeTarget(path);
  const folder = posix.dirname(addresses.article(edition.lang, edition.slug));
  const full = plain.startsWith('/') ? posix.normalize(plain.slice(1)) : posix.join(folder, plain);
  return { path: full.normalize('NFC'), query, fragment };
}

export function listPlainPages(content: Content): Set<string> {
  const pages = new Set<string>([addresses.root, '404.html']);
  for (const lang of langs) {
    for (const page of ['front', 'search', 'topics', 'people', 'feed'] as const) pages.add(addresses[page](lang));
    for (let page = 1; page <= countPages(listByDate(content, lang).length); page++)
      pages.add(addresses.archive(lang, page));
    if (hasPodcast(content, lang)) pages.add(addresses.podcast(lang));
    if (listCorrections(content, lang).length > 0) pages.add(addresses.corrections(lang));
    for (const id of content.sections.keys()) pages.add(addresses.section(lang, id));
    for (const id of content.series.keys()) pages.add(addresses.series(lang, id));
    for (const { label } of groupByTopic(content, lang)) pages.add(addresses.topic(lang, label.id));
    for (const { label } of groupByPerson(content, lang)) pages.add(addresses.person(lang, label.id));
  }
  return pages;
}

/** Finds an edition by file or address, a page of the site, or a file in `public/`; null where a link goes nowhere. */
export function createLinkResolver(content: Content): (edition: Edition, target: string) => LinkTarget | null {
  const { works, plan, unsound } = content;
  const isPage = createPathCheck(content);
  const [isAnyPage, isPublishedPage] = [plan.all, plan.published].map((some) =>
    createPathCheck({ ...content, works: some }),
  ) as [PathCheck, PathCheck];
  const bySlug: Record<Lang, Map<string, Edition>> = { en: new Map(), fa: new Map() };
  for (const edition of plan.all.flatMap(listEditions)) bySlug[edition.lang].set(edition.slug, edition);
  const shown = new Set(works.flatMap(listEditions));
  const unpublished = new Map(plan.unpublished.map((one) => [one.edition, one]));
  const mark = (isPublished: boolean, isShown: boolean) => ({
    ...(!isPublished && { isUnpublished: true }),
    ...(!isShown && { isHidden: true }),
  });
  const resolve = (edition: Edition, target: string): LinkTarget | null => {
    const { path: full, query, fragment } = readTarget(edition, target);
    if (full === '') return { path: addresses.article(edition.lang, edition.slug), query, fragment, edition };
    const match = /^(en|fa)\/(.+?)(?:\.(?:mdx?|html))?$/.exec(full);
    const found = match ? bySlug[match[1] as Lang].get(match[2]!) : undefined;
    // What takes no part for the time being is reported itself, and not by every link to it.
    if (match && !found && unsound.some(({ lang, slug }) => lang === match[1] && slug === match[2]))
      return { path: addresses.article(match[1] as Lang, match[2]!), query, fragment };
    if (found) {
      const [isShown, planned] = [shown.has(found), unpublished.get(found)];
      const there = { path: addresses.article(found.lang, found.slug), query, fragment, ...(planned && { planned }) };
      return { ...there, ...(isShown && { edition: found }), ...mark(!planned, isShown) };
    }
    const page =
      full === '.' ? addresses.root : full.replace(/\/$/, '/index.html').replace(/^(en|fa)$/, '$1/index.html');
    if (!isPage(page) && !isAnyPage(page)) return null;
    return { path: page, query, fragment, ...mark(isPublishedPage(page), isPage(page)) };
  };
  /** A work's check, its key and its pages ask for the same links. Other files than editions may come and go. */
  const known = new WeakMap<Edition, Map<string, LinkTarget>>();
  return (edition, target) => {
    const targets = remember(known, edition, () => new Map<string, LinkTarget>());
    const found = targets.get(target) ?? resolve(edition, target);
    if (found?.edition) targets.set(target, found);
    return found;
  };
}

function isFile(file: string): boolean {
  return statSync(file, { throwIfNoEntry: false })?.isFile() ?? false;
}

const pagesOf = new WeakMap<Content['works'], Set<string>>();

/** Content is copied when its redirects and findings are known: its works are the same ones. */
function listPages(content: Content): Set<string> {
  return remember(pagesOf, content.works, () => {
    const pages = listPlainPages(content);
    for (const work of content.works) {
      const { name, editions } = work;
      if (settings.epub && !isPlainPage(work)) pages.add(addresses.book(name));
      for (const edition of Object.values(editions)) pages.add(addresses.article(edition.lang, edition.slug));
      if (editions.en && editions.fa) pages.add(addresses.facing(name));
    }
    return pages;
  });
}

type PathCheck = (path: string) => boolean;

/** Whether there is a page or a file at a path below `dist/`. */
export function createPathCheck(content: Content): PathCheck {
  let pages: Set<string> | undefined;
  let ownPages: ReadonlyMap<string, string> | undefined;
  return (path) => {
    pages ??= listPages(content);
    if (pages.has(path)) return true;
    if (path.startsWith('..')) return false;
    // Only a build that knows the site's address makes the podcast: until then, a link to it is not a mistake.
    const lang = langs.find((one) => addresses.podcast(one) === path);
    if (lang) return hasEpisodes(content, lang);
    ownPages ??= listOwnPages('src/pages');
    return (
      isFile(findStored(join(publicFolder, path))) || findOwnPage(ownPages, path.replace(/\.html$/, '')) !== undefined
    );
  };
}

/** Finds the page or file that a path is where capitals are taken for small letters: on Windows and macOS. */
export function createAlikeSearch(content: Content): (path: string) => string | undefined {
  let known: ReadonlyMap<string, string> | undefined;
  return (path) => {
    known ??= new Map(
      [
        ...[...listOwnPages('src/pages').keys()].flatMap((own) =>
          langs.map((lang) => `${own.replace(/^\[lang\]\//, `${lang}/`)}.html`),
        ),
        ...listFiles(publicFolder),
        ...listPages(content),
      ].map((one) => [one.normalize('NFC').toLowerCase(), one]),
    );
    return known.get(path.toLowerCase());
  };
}

import { posix } from 'node:path';
import type { Root as MdastRoot } from 'mdast';
import { slugifyHeading } from '../base/slugify-heading.ts';
import { addresses } from '../content/addresses.ts';
import { pageOf } from '../content/redirects.ts';
import type { Lang } from '../markdown/block.ts';
import { foldTitle } from './fold-words.ts';
import type { Incoming } from './incoming.ts';
import { convertTree } from './markdown/convert-html.ts';
import { readText } from './markdown/hast-kit.ts';
import type { Repairs } from './markdown/repair-text.ts';
import { type Note, noteMissing, type Target } from './markdown/surroundings.ts';
import { findPointer, type Pointer, removePointer } from './pairing/find-pointer.ts';
import type { Source, SourcePlace } from './source.ts';
import type { MediaStore } from './write/media-store.ts';

export interface Site {
  readonly source: Source;
  readonly media: MediaStore;
  /** Of published texts: key → file below the content folder. */
  readonly files: ReadonlyMap<string, string>;
  /** Old address of an edition that came in before → file below the content folder. */
  readonly earlier: ReadonlyMap<string, string>;
  /** Those that have a page: `en/topic/…`, `fa/person/…`. */
  readonly labels: ReadonlySet<string>;
  readonly embeds: readonly string[];
}

export interface Converted {
  readonly article: MdastRoot;
  readonly cover?: string | undefined;
  readonly notes: readonly Note[];
}

/** @param twin its translation, or that it has one that is not in this run; a line that only links there is dropped */
export function convertText(
  text: Incoming,
  file: string,
  twin: Incoming | 'earlier' | undefined,
  site: Site,
  repairs: Repairs,
): Converted {
  const { source, media } = site;
  const notes: Note[] = [];
  const toHref = (path: string) => {
    const href = posix.relative(posix.dirname(file), path);
    return href.startsWith('.') ? href : `./${href}`;
  };
  const findMedia = (address: string, use: 'shown' | 'linked'): Target => {
    const path = source.findUpload(address, text.key);
    if (path === undefined) {
      const isOurs = source.findPlace(address, text.key).kind !== 'outside';
      return { kind: isOurs ? 'missing' : 'elsewhere', href: address };
    }
    const found = media.find(path, use, source.uploads(text.key));
    if (!found) return { kind: 'missing', href: path };
    if ('fault' in found) return { kind: 'missing', href: path, reason: found.fault };
    return { kind: 'here', href: use === 'shown' ? toHref(found.to) : `/${found.to}` };
  };
  const tree = text.readTree();
  const pointer = twin && findPointer(tree, text.lang);
  if (pointer && pointer.nodes.length > 0 && (twin === 'earlier' || leadsTo(pointer, text, twin, source))) {
    notes.push({ name: 'ImportPointerRemoved', params: { line: readText(...pointer.nodes) } });
    removePointer(tree, pointer);
  }
  const article = convertTree(tree, {
    lang: text.lang,
    title: text.title,
    embeds: site.embeds,
    findLink: (href) => findLink(href, text, site, toHref),
    findMedia,
    describeMedia: (src) => source.describeMedia(src, text.key),
    note: (note) => notes.push(note),
    repairs,
  });
  let cover: string | undefined;
  if (text.cover) {
    const target = findMedia(text.cover.src, 'shown');
    if (target.kind === 'here') cover = target.href;
    else if (target.kind === 'missing') notes.push(noteMissing(target));
    else notes.push({ name: 'ImportMediaMissing', params: { target: target.href } });
  }
  return { article, cover, notes: [...source.takeNotes(text.key), ...notes] };
}

function leadsTo({ href, title }: Pointer, { key }: Incoming, twin: Incoming, source: Source): boolean {
  const place = href ? source.findPlace(href, key) : undefined;
  if (place?.kind === 'text') return place.key === twin.key;
  return title !== '' && foldTitle(title) === foldTitle(twin.title);
}

function findLink(href: string, { key, lang }: Incoming, site: Site, toHref: (path: string) => string): Target {
  const place = site.source.findPlace(href, key);
  if (place.kind === 'outside') return { kind: 'elsewhere', href };
  if (place.kind === 'text') {
    const file = site.files.get(place.key);
    return file ? { kind: 'here', href: toHref(file) } : { kind: 'missing', href };
  }
  const page = findListPage(place, lang, site.labels);
  if (page) return { kind: 'here', href: `/${page}` };
  const alias = place.kind === 'unknown' ? place.alias : undefined;
  const file = alias && site.earlier.get(pageOf(alias) ?? alias);
  return file ? { kind: 'here', href: toHref(file) } : { kind: 'missing', href };
}

/** @param labels those that have a page: `en/topic/…`, `fa/section/…` @returns a path below `dist/` */
export function findListPage(place: SourcePlace, lang: Lang, labels: ReadonlySet<string>): string | undefined {
  if (place.kind === 'front') return addresses.front(lang);
  if (place.kind === 'feed') return addresses.feed(lang);
  if (place.kind !== 'topic' && place.kind !== 'person') return undefined;
  const id = slugifyHeading(place.id, []);
  if (place.kind === 'topic' && labels.has(`${lang}/section/${place.id}`)) return addresses.section(lang, id);
  if (!labels.has(`${lang}/${place.kind}/${place.id}`)) return undefined;
  return place.kind === 'topic' ? addresses.topic(lang, id) : addresses.person(lang, id);
}

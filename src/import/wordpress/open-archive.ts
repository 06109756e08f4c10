import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createFinding, type Finding } from '../../errors.ts';
import type { Incoming, IncomingPerson } from '../incoming.ts';
import { parseHtml } from '../markdown/convert-html.ts';
import { repairLine, startRepairs } from '../markdown/repair-text.ts';
import type { Note } from '../markdown/surroundings.ts';
import type { Source, SourcePlace } from '../source.ts';
import { makeKey } from '../source-key.ts';
import { readUploadPath, stripSize } from '../write/media-store.ts';
import type { Spool } from '../write/spool.ts';
import { type Archive, nameSite, type Post, readDomain } from './archive.ts';
import { detectLanguage } from './detect-language.ts';
import { listOldLists } from './list-old-lists.ts';
import { createOldAddresses } from './old-addresses.ts';
import { readContent, readPlain } from './read-content.ts';
import { readDate } from './read-date.ts';
import { isOtherScript, readDescription, readGuid, readPath } from './read-facts.ts';
import { readGroup, readPolylangGroups } from './read-groups.ts';
import { readPeople } from './read-people.ts';
import { readTopics } from './read-topics.ts';
import { readMeta, type WxrSite } from './wxr.ts';

export type ArchiveSource = Pick<
  Source,
  'texts' | 'topics' | 'sections' | 'findPlace' | 'findUpload' | 'describeMedia' | 'takeNotes' | 'findings' | 'lists'
> & {
  readonly otherLanguages: readonly string[];
};

export interface ArchiveOptions {
  readonly categories: 'topics' | 'sections';
  readonly spool: Spool;
  /** To tell archives of the same name apart. */
  readonly number: number;
  /** Everyone named in any archive, by id; new people are added. */
  readonly people: Map<string, IncomingPerson>;
}

export function openArchive(
  archive: Archive,
  { categories, spool, number, people: used }: ArchiveOptions,
): ArchiveSource {
  const { sites, posts, attachments, reusable } = archive;
  const findings: Finding[] = [];
  const otherLanguages: string[] = [];
  const polylang = readPolylangGroups(
    sites.flatMap((site) => site.terms),
    'post_translations',
  );
  const people = readPeople(archive, used);
  const topics = readTopics(sites);
  const old = createOldAddresses([
    ...new Set(sites.map(({ address }) => address).filter(Boolean)),
    ...listHosts(posts, sites),
  ]);
  const byUpload = new Map(
    [...attachments.values()].map((file) => [stripSize(readUploadPath(file.url) ?? file.url), file]),
  );
  const notes = new Map<string, Note[]>();
  const standing = new Map<string, Note[]>();
  const originals = new Set<string>();
  for (const { item } of posts.values()) {
    const group = readGroup(item, polylang);
    if (group?.id.startsWith('original:')) originals.add(group.id);
  }
  const sectionsUsed = new Set<string>();
  const readTree = (key: string, { item, place }: Post) => {
    notes.set(key, []);
    return readContent(spool.get(place), {
      findAttachment: (id) => attachments.get(id),
      listAttached: () => [...attachments].filter(([, { parent }]) => parent === item.id).map(([id]) => id),
      findReusable: (id) => (reusable.has(id) ? spool.get(reusable.get(id)!) : undefined),
      footnotes: readMeta(item, 'footnotes'),
      note: (note) => notes.get(key)!.push(note),
      saveImage: (name, bytes) => writeFileSync(join(spool.folder, name), bytes),
    });
  };
  const texts: Incoming[] = [];
  const byKey = new Map<string, Post>();
  for (const post of posts.values()) {
    const { item, place, site } = post;
    const key = makeKey('wordpress', nameSite(site), item.id, number);
    const at = { file: item.file, line: item.line };
    const plain = () => readPlain(parseHtml(`${item.title} ${spool.get(place).slice(0, 4000)}`));
    const title = repairLine(readPlain(parseHtml(item.title)), 'en', startRepairs());
    const { lang, code, by } = detectLanguage(item, plain, site.language);
    if (!lang) {
      findings.push(createFinding('ImportLanguageOther', at, { title, language: code }));
      otherLanguages.push(code);
      continue;
    }
    if (by !== 'text' && isOtherScript(plain(), lang))
      findings.push(
        createFinding('ImportLanguageDoubtful', at, { title, language: lang === 'en' ? 'English' : 'Persian' }),
      );
    const repair = (text: string) => repairLine(text, lang, startRepairs());
    const { topics: ids, section } = topics.find(item, categories === 'sections');
    if (section) sectionsUsed.add(section);
    const thumbnail = attachments.get(Number(readMeta(item, '_thumbnail_id')));
    const oldSlugs = (item.meta.get('_wp_old_slug') ?? []).map((slug) => slug.trim()).filter(Boolean);
    const guid = readGuid(item, posts);
    old.add(key, [item.link, guid], item.slug, item.id);
    for (const slug of oldSlugs) old.add(key, [], slug, 0);
    const aliases = [item.link, guid, `/?${item.type === 'page' ? 'page_id' : 'p'}=${item.id}`]
      .map((address) => (address ? old.toAlias(address) : undefined))
      .filter((alias) => alias !== undefined);
    const group =
      readGroup(item, polylang) ??
      (originals.has(`original:${item.id}`) ? { by: 'WPML', id: `original:${item.id}` } : undefined);
    byKey.set(key, post);
    texts.push({
      key,
      keyedBy: 'number',
      place: at,
      lang,
      kind: item.type === 'page' ? 'page' : 'article',
      title: repair(title || plain().slice(0, 60)) || `${item.type} ${item.id}`,
      slug: item.type === 'page' ? readPath(item, posts) : item.slug,
      date: readDate(item),
      draft: !/^(?:publish|future)$/.test(item.status) || item.password !== '',
      authors: people.find(item),
      topics: ids,
      section,
      pinned: item.sticky,
      description: repair(readDescription(item)),
      cover: thumbnail && {
        src: thumbnail.url,
        alt: repair(thumbnail.alt),
        credit: repair(readPlain(parseHtml(thumbnail.caption))),
      },
      aliases: [...new Set([...aliases, ...oldSlugs])],
      group: group && { by: group.by, id: `${number} ${nameSite(sites[0]!)} ${group.id}` },
      readTree: () => readTree(key, post),
    });
    if (item.password || item.status === 'private') {
      const state = item.password ? 'protected by a password' : 'private';
      standing.set(key, [{ name: 'ImportProtected', params: { state } }]);
    }
  }
  const find = (href: string, from: string) => old.find(href, byKey.get(from)?.site.address);
  return {
    texts,
    topics: topics.listPaired,
    sections: () => topics.listPaired().filter(({ id }) => sectionsUsed.has(id)),
    findPlace: (href, from): SourcePlace => {
      const place = find(href, from);
      if (place.kind === 'unknown') return { kind: 'unknown', alias: old.toAlias(href, byKey.get(from)?.site.address) };
      if (place.kind !== 'topic' && place.kind !== 'author') return place;
      const id = place.kind === 'topic' ? topics.idOf(place.slug) : people.idOf(place.slug);
      return id ? { kind: place.kind === 'topic' ? 'topic' : 'person', id } : { kind: 'unknown' };
    },
    findUpload: (address, from) => {
      const path = readUploadPath(address);
      const isOurs =
        find(address, from).kind !== 'outside' || /^\//.test(address) || /files\.wordpress\.com/.test(address);
      return path !== undefined && (isOurs || byUpload.has(stripSize(path))) ? path : undefined;
    },
    describeMedia: (address) => byUpload.get(stripSize(readUploadPath(address) ?? address))?.alt ?? '',
    takeNotes: (key) => {
      const taken = [...(standing.get(key) ?? []), ...(notes.get(key) ?? [])];
      notes.delete(key);
      return taken;
    },
    findings,
    otherLanguages,
    lists: (keys) =>
      listOldLists(
        texts
          .filter(({ key }) => keys.has(key))
          .map(({ key, lang, draft }) => ({ lang, draft, item: byKey.get(key)!.item })),
        sites,
        topics,
        people,
      ),
  };
}

/** Of the posts' own links: sites in two languages often have one for each. */
function listHosts(posts: Archive['posts'], sites: readonly WxrSite[]): string[] {
  const domains = new Set(sites.map(({ address }) => readDomain(address)).filter(Boolean));
  const hosts = new Set<string>();
  for (const { item } of posts.values()) if (URL.canParse(item.link)) hosts.add(new URL(item.link).origin);
  return [...hosts].filter((origin) => domains.size === 0 || domains.has(readDomain(origin)));
}

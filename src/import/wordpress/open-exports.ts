import { createFinding, type Finding } from '../../errors.ts';
import type { Lang } from '../../markdown/block.ts';
import type { Incoming } from '../incoming.ts';
import { parseHtml } from '../markdown/convert-html.ts';
import { repairLine, startRepairs } from '../markdown/repair-text.ts';
import type { Note } from '../markdown/surroundings.ts';
import type { Source, SourcePlace } from '../source.ts';
import { readNewestDay } from '../source-day.ts';
import { readUploadPath, stripSize } from '../write/media-store.ts';
import { slugify } from '../write/name-file.ts';
import { openSpool, type SpoolPlace } from '../write/spool.ts';
import { detectLanguage } from './detect-language.ts';
import { listOldLists } from './list-old-lists.ts';
import { createOldAddresses } from './old-addresses.ts';
import { readContent, readPlain } from './read-content.ts';
import { readDate } from './read-date.ts';
import { readGroup, readPolylangGroups } from './read-groups.ts';
import { readPeople } from './read-people.ts';
import { readTopics } from './read-topics.ts';
import { readWxr } from './read-wxr.ts';
import { readMeta, type WxrItem, type WxrSite } from './wxr.ts';

export interface ExportOptions {
  /** Post types to take beside posts and pages. */
  readonly types: readonly string[];
  readonly categories: 'topics' | 'sections';
}

interface Attachment {
  readonly url: string;
  readonly alt: string;
  readonly caption: string;
  readonly parent: number;
}

/** Statuses of texts that their newsroom has thrown away or never begun. */
const GONE = /^(?:trash|auto-draft)$/;

/**
 * Reads the exports of one site, each as a stream. What stays in memory is what is said about the texts; the texts
 * themselves wait on disk.
 * @param files paths of exports; the same post in two of them counts once
 */
export async function openExports(files: readonly string[], options: ExportOptions): Promise<Source> {
  const spool = openSpool();
  const findings: Finding[] = [];
  const leftOut: Record<string, number> = {};
  const sites: WxrSite[] = [];
  const itemless: string[] = [];
  const posts = new Map<string, { item: WxrItem; place: SpoolPlace; site: number }>();
  const attachments = new Map<number, Attachment>();
  const reusable = new Map<number, SpoolPlace>();
  const leaveOut = (why: string) => {
    leftOut[why] = (leftOut[why] ?? 0) + 1;
  };
  for (const [site, file] of files.entries()) {
    let items = 0;
    const reading = await readWxr(file, (item, content) => {
      items++;
      if (item.type === 'attachment') {
        const url = item.attachmentUrl || item.guid;
        attachments.set(item.id, {
          url,
          alt: readMeta(item, '_wp_attachment_image_alt'),
          caption: item.excerpt,
          parent: item.parent,
        });
      } else if (item.type === 'wp_block') reusable.set(item.id, spool.put(content));
      else if (item.type !== 'post' && item.type !== 'page' && !options.types.includes(item.type))
        leaveOut(`type ${item.type}`);
      else if (GONE.test(item.status)) leaveOut(item.status);
      else if (item.id === 0 || posts.has(`${item.id}`))
        leaveOut(item.id === 0 ? 'without an id' : 'twice in the exports');
      else posts.set(`${item.id}`, { item, place: spool.put(content), site });
    });
    if (items === 0) itemless.push(file);
    sites.push(reading.site);
    findings.push(...reading.findings);
  }
  const terms = sites.flatMap((site) => site.terms);
  const polylang = readPolylangGroups(terms, 'post_translations');
  const people = readPeople(sites);
  const topics = readTopics(sites);
  const old = createOldAddresses([
    ...new Set(sites.map(({ address }) => address).filter(Boolean)),
    ...listHosts(posts, sites),
  ]);
  const uploadsKnown = new Set([...attachments.values()].map(({ url }) => stripSize(readUploadPath(url) ?? url)));
  const byUpload = new Map(
    [...attachments.values()].map((file) => [stripSize(readUploadPath(file.url) ?? file.url), file]),
  );
  /** What reading a post's text gave, and what is known of it without that. */
  const notes = new Map<string, Note[]>();
  const standing = new Map<string, Note[]>();
  /** Two sites whose exports do not say where they were differ in their titles. */
  const host = URL.canParse(sites[0]?.address ?? '')
    ? new URL(sites[0]!.address).host + new URL(sites[0]!.address).pathname.replace(/\/$/, '')
    : slugify(sites[0]?.title ?? '') || 'site';
  const keyOf = (id: number) => `wordpress:${host}:${id}`;
  const originals = new Set<string>();
  for (const { item } of posts.values()) {
    const group = readGroup(item, polylang);
    if (group?.id.startsWith('original:')) originals.add(group.id);
  }
  const sectionsUsed = new Set<string>();
  const readTree = (key: string, item: WxrItem, place: SpoolPlace) => {
    notes.set(key, []);
    return readContent(spool.get(place), {
      findAttachment: (id) => attachments.get(id),
      listAttached: () => [...attachments].filter(([, { parent }]) => parent === item.id).map(([id]) => id),
      findReusable: (id) => (reusable.has(id) ? spool.get(reusable.get(id)!) : undefined),
      footnotes: readMeta(item, 'footnotes'),
      note: (note) => notes.get(key)!.push(note),
    });
  };

  const texts: Incoming[] = [];
  const items = new Map<string, WxrItem>();
  for (const { item, place, site } of posts.values()) {
    const key = keyOf(item.id);
    const at = { file: item.file, line: item.line };
    const read = () => readTree(key, item, place);
    const plain = () => readPlain(parseHtml(`${item.title} ${spool.get(place).slice(0, 4000)}`));
    const title = repairLine(readPlain(parseHtml(item.title)), 'en', startRepairs());
    const { lang, code, by } = detectLanguage(item, plain, sites[site]!.language);
    if (!lang) {
      findings.push(createFinding('ImportLanguageOther', at, { title, language: code }));
      leaveOut(`language ${code}`);
      continue;
    }
    if (by !== 'text' && isOtherScript(plain(), lang))
      findings.push(
        createFinding('ImportLanguageDoubtful', at, { title, language: lang === 'en' ? 'English' : 'Persian' }),
      );
    const { topics: ids, section } = topics.find(item, options.categories === 'sections');
    if (section) sectionsUsed.add(section);
    const thumbnail = attachments.get(Number(readMeta(item, '_thumbnail_id')));
    const oldSlugs = (item.meta.get('_wp_old_slug') ?? []).map((slug) => slug.trim()).filter(Boolean);
    old.add(key, [item.link, readGuid(item, posts)], item.slug, item.id);
    for (const slug of oldSlugs) old.add(key, [], slug, 0);
    const guid = readGuid(item, posts);
    const aliases = [item.link, guid, `/?${item.type === 'page' ? 'page_id' : 'p'}=${item.id}`]
      .map((address) => (address ? old.toAlias(address) : undefined))
      .filter((alias) => alias !== undefined);
    const group =
      readGroup(item, polylang) ??
      (originals.has(`original:${item.id}`) ? { by: 'WPML', id: `original:${item.id}` } : undefined);
    items.set(key, item);
    texts.push({
      key,
      place: at,
      lang,
      kind: item.type === 'page' ? 'page' : 'article',
      title: repairLine(title || plain().slice(0, 60), lang, startRepairs()) || `${item.type} ${item.id}`,
      slug: item.type === 'page' ? readPath(item, posts) : item.slug,
      date: readDate(item),
      draft: !/^(?:publish|future)$/.test(item.status) || item.password !== '',
      authors: people.find(item),
      topics: ids,
      section,
      pinned: item.sticky,
      description: readDescription(item),
      cover: thumbnail && { src: thumbnail.url, alt: thumbnail.alt, credit: readPlain(parseHtml(thumbnail.caption)) },
      aliases: [...new Set([...aliases, ...oldSlugs])],
      group,
      readTree: read,
    });
    if (item.password || item.status === 'private') {
      const state = item.password ? 'protected by a password' : 'private';
      standing.set(key, [{ name: 'ImportProtected', params: { state } }]);
    }
  }

  const findPlace = (href: string): SourcePlace => {
    const place = old.find(href);
    if (place.kind === 'topic') {
      const id = topics.idOf(place.slug);
      return id ? { kind: 'topic', id } : { kind: 'unknown' };
    }
    if (place.kind === 'author') {
      const id = people.idOf(place.slug);
      return id ? { kind: 'person', id } : { kind: 'unknown' };
    }
    return place;
  };
  return {
    name: files.join(', '),
    day: readDate({ date: '', dateUtc: '', published: sites[0]?.exported ?? '' }).slice(0, 10) || readNewestDay(files),
    uploads: [],
    texts,
    // A part of an archive may hold nothing but pictures.
    mustHaveText: texts.length === 0 ? files : [...itemless, ...new Set(texts.map(({ place }) => place.file))],
    people: people.listUsed,
    topics: topics.listPaired,
    sections: () => topics.listPaired().filter(({ id }) => sectionsUsed.has(id)),
    findPlace,
    findUpload: (address) => {
      const path = readUploadPath(address);
      const isOurs =
        old.find(address).kind !== 'outside' || /^\//.test(address) || /files\.wordpress\.com/.test(address);
      return path !== undefined && (isOurs || uploadsKnown.has(stripSize(path))) ? path : undefined;
    },
    describeMedia: (address) => byUpload.get(stripSize(readUploadPath(address) ?? address))?.alt ?? '',
    takeNotes: (key) => {
      const taken = [...(standing.get(key) ?? []), ...(notes.get(key) ?? [])];
      notes.delete(key);
      return taken;
    },
    findings,
    leftOut,
    lists: (keys) =>
      listOldLists(
        texts
          .filter(({ key }) => keys.has(key))
          .map(({ key, lang, draft }) => ({ lang, draft, item: items.get(key)! })),
        sites,
        topics,
        people,
      ),
    close: spool.close,
  };
}

/** An address that stays the same; '' where it is that of another post, of which this one was made as a copy. */
function readGuid({ id, guid }: WxrItem, posts: ReadonlyMap<string, unknown>): string {
  const named = /[?&](?:p|page_id)=(\d+)/.exec(guid)?.[1];
  return named !== undefined && named !== `${id}` && posts.has(named) ? '' : guid;
}

/** Hosts of the posts' own links: sites in two languages often have one for each. */
function listHosts(posts: ReadonlyMap<string, { item: WxrItem }>, sites: readonly WxrSite[]): string[] {
  const main = sites
    .map(({ address }) => (URL.canParse(address) ? new URL(address).hostname.replace(/^www\./, '') : ''))
    .filter(Boolean);
  const domain = (host: string) => host.split('.').slice(-2).join('.');
  const hosts = new Set<string>();
  for (const { item } of posts.values()) if (URL.canParse(item.link)) hosts.add(new URL(item.link).origin);
  return [...hosts].filter(
    (origin) => main.length === 0 || main.some((host) => domain(host) === domain(new URL(origin).hostname)),
  );
}

/** A page's name below the pages that it belongs to. */
function readPath(item: WxrItem, posts: ReadonlyMap<string, { item: WxrItem }>): string {
  const path = [item.slug];
  let parent = item.parent;
  for (let depth = 0; parent > 0 && depth < 5; depth++) {
    const above = posts.get(`${parent}`)?.item;
    if (above?.type !== 'page') break;
    path.unshift(above.slug);
    parent = above.parent;
  }
  return path.filter(Boolean).join('/');
}

function readDescription(item: WxrItem): string {
  const excerpt = readPlain(parseHtml(item.excerpt.replace(/\[[^\]]*\]/g, ' ')));
  // What SEO plugins fill in from templates is no description.
  const seo = readMeta(item, '_yoast_wpseo_metadesc', 'rank_math_description', '_aioseo_description')
    .replace(/%%?\w+%%?/g, '')
    .trim();
  return excerpt || seo;
}

function isOtherScript(text: string, lang: Lang): boolean {
  const persian = text.match(/[\u0620-\u06d3]/g)?.length ?? 0;
  const latin = text.match(/[a-z]/gi)?.length ?? 0;
  if (persian + latin < 200) return false;
  return lang === 'fa' ? latin > 3 * persian : persian > 3 * latin;
}

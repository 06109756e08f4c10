import { createReadStream } from 'node:fs';
import { SaxesParser } from 'saxes';
import { createFinding, type Finding } from '../../errors.ts';
import { decodeSlug } from '../decode-slug.ts';
import { createAmpersandFilter } from './escape-ampersands.ts';
import type { WxrAuthor, WxrItem, WxrSite, WxrTerm } from './wxr.ts';

/** Per file; a broken export has thousands. */
const MOST_FAULTS = 20;

/** Other meta is not kept in memory. */
const META =
  /^(?:_thumbnail_id|_wp_attachment_image_alt|_wp_old_slug|footnotes|trid|_yoast_wpseo_(?:metadesc|primary_category)|cap-user_login|rank_math_(?:description|primary_category)|_aioseo_description|_?icl_\w+|_?wpml_\w+|_locale)$/;

/** XML forbids them, old exports have them. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: it is these that are meant
const CONTROLS = /[\0-\x08\x0b\x0c\x0e-\x1f]/g;

export interface WxrReading {
  readonly site: WxrSite;
  readonly findings: readonly Finding[];
}

/** One item at a time; broken XML is reported and read on. @param file as findings name it @throws system errors */
export async function readWxr(file: string, take: (item: WxrItem, content: string) => void): Promise<WxrReading> {
  const builder = createBuilder(file, take);
  const parser = new SaxesParser({ xmlns: true, position: true });
  const faults: Finding[] = [];
  let count = 0;
  const report = (reason: string, line: number, column: number) => {
    if (count++ < MOST_FAULTS) faults.push(createFinding('ImportXmlBroken', { file, line, column }, { reason }));
  };
  parser.on('error', (error) => {
    const reason = error.message.replace(/^.*?\d+:\d+: /, '').replace(/\.$/, '');
    report(reason, parser.line, parser.column + 1);
  });
  parser.on('opentag', (tag) => builder.open(nameTag(tag), parser.line));
  parser.on('closetag', (tag) => builder.close(nameTag(tag)));
  const takeText = (text: string) => builder.text(text.replace(CONTROLS, ''));
  parser.on('text', takeText);
  parser.on('cdata', takeText);
  // WordPress writes entities of HTML into titles.
  Object.assign(parser.ENTITIES, { nbsp: '\u00a0', zwnj: '\u200c', laquo: '«', raquo: '»', hellip: '…', ndash: '–' });
  const filter = createAmpersandFilter();
  for await (const chunk of createReadStream(file, { encoding: 'utf8' })) parser.write(filter(chunk as string));
  parser.write(filter('', true));
  parser.close();
  builder.end();
  if (count > MOST_FAULTS)
    faults.push(
      createFinding('ImportXmlBroken', { file }, { reason: `${count - MOST_FAULTS} more faults like these` }),
    );
  return { site: builder.site(), findings: faults };
}

interface Tag {
  readonly prefix: string;
  readonly local: string;
  readonly uri: string;
  readonly attributes: Record<string, unknown>;
}

interface OpenTag {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
}

function nameTag(tag: Tag): OpenTag {
  const prefix = /wordpress\.org\/export\/[\d.]+\/$/.test(tag.uri)
    ? 'wp'
    : /wordpress\.org\/export\/[\d.]+\/excerpt\/$/.test(tag.uri)
      ? 'excerpt'
      : /rss\/1\.0\/modules\/content\/$/.test(tag.uri)
        ? 'content'
        : tag.prefix;
  const attributes = Object.fromEntries(
    Object.entries(tag.attributes).map(([name, value]) => [
      name,
      typeof value === 'string' ? value : String((value as { value: string }).value),
    ]),
  );
  return { name: prefix ? `${prefix}:${tag.local}` : tag.local, attributes };
}

interface Draft {
  readonly line: number;
  readonly fields: Map<string, string>;
  readonly terms: { domain: string; nicename: string; name: string }[];
  readonly meta: Map<string, string[]>;
}

function createBuilder(file: string, take: (item: WxrItem, content: string) => void) {
  const authors: WxrAuthor[] = [];
  const terms: WxrTerm[] = [];
  const channel = new Map<string, string>();
  let item: Draft | null = null;
  let part: Map<string, string> | null = null;
  const open: { tag: OpenTag; text: string }[] = [];

  const endItem = () => {
    if (item) take(toItem(file, item), item.fields.get('content:encoded') ?? '');
    item = null;
  };
  const endPart = (name: string, fields: ReadonlyMap<string, string>) => {
    const get = (...names: string[]) => names.map((n) => fields.get(n)).find((v) => v !== undefined) ?? '';
    if (name === 'wp:author') {
      const full = [get('wp:author_first_name'), get('wp:author_last_name')].filter(Boolean).join(' ');
      authors.push({ login: get('wp:author_login'), name: get('wp:author_display_name').trim() || full.trim() });
    } else if (name === 'wp:postmeta') {
      const key = get('wp:meta_key');
      if (item && META.test(key)) item.meta.set(key, [...(item.meta.get(key) ?? []), get('wp:meta_value')]);
    } else if (name !== 'wp:comment') {
      terms.push({
        id: Number(get('wp:term_id')) || 0,
        taxonomy: name === 'wp:category' ? 'category' : name === 'wp:tag' ? 'post_tag' : get('wp:term_taxonomy'),
        slug: decodeSlug(get('wp:term_slug', 'wp:category_nicename', 'wp:tag_slug')),
        name: get('wp:term_name', 'wp:cat_name', 'wp:tag_name').trim(),
        parent: decodeSlug(get('wp:term_parent', 'wp:category_parent')),
        description: get('wp:term_description', 'wp:category_description', 'wp:tag_description'),
      });
    }
  };
  const isPart = (name: string) => /^wp:(?:author|category|tag|term|postmeta|comment)$/.test(name);

  return {
    open(tag: OpenTag, line: number) {
      if (tag.name === 'item') {
        endItem();
        item = { line, fields: new Map(), terms: [], meta: new Map() };
      } else if (isPart(tag.name)) part = new Map();
      open.push({ tag, text: '' });
    },
    text(text: string) {
      const last = open.at(-1);
      if (last) last.text += text;
    },
    close({ name }: OpenTag) {
      const closed = open.pop();
      if (!closed) return;
      if (name === 'item') return endItem();
      if (isPart(name)) {
        if (part) endPart(name, part);
        part = null;
      } else if (part) {
        if (!part.has(name)) part.set(name, closed.text);
      } else if (item && name === 'category') {
        const { domain = 'category', nicename = '' } = closed.tag.attributes;
        item.terms.push({ domain, nicename: decodeSlug(nicename), name: closed.text.trim() });
      } else if (item) {
        item.fields.set(name, (item.fields.get(name) ?? '') + closed.text);
      } else if (!channel.has(name)) channel.set(name, closed.text);
    },
    end: endItem,
    site: (): WxrSite => ({
      title: channel.get('title')?.trim() ?? '',
      address: (channel.get('wp:base_blog_url') ?? channel.get('link') ?? '').trim().replace(/\/+$/, ''),
      language: channel.get('language')?.trim() ?? '',
      exported: channel.get('pubDate')?.trim() ?? '',
      authors,
      terms,
    }),
  };
}

function toItem(file: string, { line, fields, terms, meta }: Draft): WxrItem {
  const get = (name: string) => fields.get(name)?.trim() ?? '';
  const isDate = (text: string) => (/^[1-9]\d{3}-\d\d-\d\d \d\d:\d\d/.test(text) ? text : '');
  return {
    file,
    line,
    id: Number(get('wp:post_id')) || 0,
    type: get('wp:post_type') || 'post',
    status: get('wp:status') || 'publish',
    title: get('title'),
    link: get('link'),
    guid: get('guid'),
    creator: get('dc:creator'),
    slug: decodeSlug(get('wp:post_name')),
    parent: Number(get('wp:post_parent')) || 0,
    date: isDate(get('wp:post_date')),
    dateUtc: isDate(get('wp:post_date_gmt')),
    published: get('pubDate'),
    excerpt: get('excerpt:encoded'),
    password: get('wp:post_password'),
    sticky: get('wp:is_sticky') === '1',
    attachmentUrl: get('wp:attachment_url'),
    terms: dropNameless(terms),
    meta,
  };
}

/** WXR 1.0 names each category twice, once without its slug. */
function dropNameless(terms: WxrItem['terms']): WxrItem['terms'] {
  return terms.filter(
    ({ domain, nicename, name }) =>
      nicename !== '' || !terms.some((term) => term.domain === domain && term.name === name && term.nicename !== ''),
  );
}

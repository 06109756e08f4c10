import { escapeHtml } from '../../base/escape-html.ts';
/** Those without a name are numbered from 0. */
export type ShortcodeAttributes = Readonly<Record<string, string>>;

export interface ShortcodeContext {
  readonly findAttachment: (
    id: number,
  ) => { readonly url: string; readonly alt: string; readonly caption: string } | undefined;
  /** For a gallery that names none. */
  readonly listAttached: () => readonly number[];
  readonly noteUnknown: (name: string) => void;
  /** A known shortcode showed nothing, and should have. */
  readonly noteDropped: (what: string) => void;
}

type Convert = (attributes: ShortcodeAttributes, inner: string, context: ShortcodeContext) => string;

const embed = (address: string) => `\n\n<beyt-oembed>${escapeHtml(address.replace(/&amp;/g, '&'))}</beyt-oembed>\n\n`;

const image: Convert = (attributes, _, context) => {
  const found = context.findAttachment(
    Number(attributes.image ?? attributes.id ?? attributes.image_id ?? attributes.attachment),
  );
  const src = found?.url ?? attributes.src ?? attributes.url ?? attributes.image_url ?? '';
  return src ? `\n\n<img src="${escapeHtml(src)}" alt="${escapeHtml(attributes.alt ?? found?.alt ?? '')}">\n\n` : '';
};

/** Where some are missing, they are reported one by one. */
function findAttachments(ids: readonly number[], context: ShortcodeContext) {
  const found = ids.map((id) => context.findAttachment(id));
  if (found.some(Boolean))
    for (const [i, id] of ids.entries()) if (!found[i]) context.noteDropped(`the file with the id ${id}`);
  return found.filter((one) => one !== undefined);
}

const gallery: Convert = (attributes, _, context) => {
  const named = (attributes.ids ?? attributes.include ?? attributes.images ?? '')
    .split(/[\s,]+/)
    .filter(Boolean)
    .map(Number);
  const excluded = (attributes.exclude ?? '').split(/[\s,]+/).map(Number);
  const ids = (named.length > 0 ? named : context.listAttached()).filter((id) => !excluded.includes(id));
  const figures = findAttachments(ids, context).map((found) => {
    const caption = found.caption ? `<figcaption>${found.caption}</figcaption>` : '';
    return `<figure><img src="${escapeHtml(found.url)}" alt="${escapeHtml(found.alt)}">${caption}</figure>`;
  });
  return figures.length > 0 ? `\n\n<div class="beyt-gallery">${figures.join('')}</div>\n\n` : '';
};

const caption: Convert = (attributes, inner) => {
  const picture = /^\s*((?:<a\b[^>]*>\s*)?<img\b[^>]*>(?:\s*<\/a>)?)/i.exec(inner);
  if (!picture) return inner;
  const text = inner.slice(picture[0].length).trim() || attributes.caption || '';
  return `\n\n<figure>${picture[1]}${text ? `<figcaption>${text}</figcaption>` : ''}</figure>\n\n`;
};

const player =
  (name: 'audio' | 'video'): Convert =>
  (attributes, inner) => {
    const src =
      [
        attributes.src,
        attributes.mp4,
        attributes.mp3,
        attributes.m4v,
        attributes.webm,
        attributes.ogg,
        attributes.m4a,
        attributes.wav,
        attributes[0],
      ].find(Boolean) ?? inner.trim();
    if (!src) return '';
    if (!/\.\w{2,4}(?:[?#]|$)/.test(src.replace(/^https?:\/\/[^/]+/, ''))) return embed(src);
    const poster = attributes.poster ? ` poster="${escapeHtml(attributes.poster)}"` : '';
    return `\n\n<${name} src="${escapeHtml(src)}"${poster} title="${escapeHtml(attributes.title ?? '')}"></${name}>\n\n`;
  };

const address: Convert = (attributes, inner) => {
  const given =
    inner.trim() || attributes.url || attributes.src || attributes.link || attributes[0] || attributes.id || '';
  return given ? embed(/^https?:|^\/\//.test(given) ? given : `https://www.youtube.com/watch?v=${given}`) : '';
};

const note: Convert = (_, inner) => `<beyt-inline-note>${inner}</beyt-inline-note>`;
const unwrap: Convert = (attributes, inner) => {
  const title = attributes.title && inner.trim() ? `\n\n<h3>${attributes.title}</h3>\n\n` : '';
  return `\n\n${title}${inner}\n\n`;
};

const CONVERTERS: Readonly<Record<string, Convert>> = {
  caption,
  wp_caption: caption,
  gallery,
  vc_gallery: gallery,
  playlist: (attributes, _, context) =>
    findAttachments((attributes.ids ?? '').split(/[\s,]+/).map(Number), context)
      .map(({ url }) =>
        attributes.type === 'video'
          ? `<video src="${escapeHtml(url)}"></video>`
          : `<audio src="${escapeHtml(url)}"></audio>`,
      )
      .join('\n\n'),
  audio: player('audio'),
  video: player('video'),
  embed: address,
  youtube: address,
  vimeo: (attributes, inner) => {
    const given = attributes[0] ?? attributes.id ?? inner.trim();
    return embed(/^https?:/.test(given) ? given : `https://vimeo.com/${given}`);
  },
  soundcloud: address,
  vc_video: (attributes) => (attributes.link ? embed(attributes.link) : ''),
  vc_single_image: image,
  et_pb_image: image,
  fusion_imageframe: (attributes, inner, context) => image({ src: inner.trim(), ...attributes }, '', context),
  vc_raw_html: (_, inner) => readRawHtml(inner),
  vc_custom_heading: (attributes) => (attributes.text ? `\n\n<h3>${escapeHtml(attributes.text)}</h3>\n\n` : ''),
  vc_separator: () => '\n\n<hr>\n\n',
  vc_empty_space: () => '',
  efn_note: note,
  mfn: note,
  ref: note,
  footnote: note,
  fn: note,
  sidenote: note,
  toc: () => '',
  contact_form_7: () => '',
};

const SPACERS = /^(?:vc_empty_space|toc)$/;

/** Page builders' rows and columns. */
const WRAPPERS =
  /^(?:vc_(?:row|column|column_text|row_inner|column_inner|section|tta_\w+|tabs?|accordion\w*|toggle)|et_pb_(?:section|row|column|text|row_inner|column_inner)|fusion_(?:builder_\w+|text|builder_container)|elementor\w*|su_(?:row|column|box|note|spoiler|tabs?|quote|dropcap|highlight)|column|row|one_half(?:_last)?|one_third(?:_last)?|two_third(?:_last)?|dropcap|highlight|box|spoiler|accordion|toggle|tabs?|rtl|ltr|center|intro)$/;

function readRawHtml(inner: string): string {
  const text = Buffer.from(inner.trim(), 'base64').toString('utf8');
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

// Doubled brackets are only shown.
const TAG = /\[(\[?)(\/?)([a-z][\w-]*)((?:\s+(?:[^\][<>"']|"[^"]*"|'[^']*'|<[^>]*>)*)?)(\/?)\](\]?)/gi;
const ATTRIBUTE = /([\w-]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"']+))|"([^"]*)"|'([^']*)'|(\S+)/g;

function readAttributes(text: string): ShortcodeAttributes {
  const attributes: Record<string, string> = {};
  let unnamed = 0;
  // Editors turn straight quotation marks into curly ones.
  const plain = text.replace(/[“”″]|&#8221;|&#8220;|&#8243;|&quot;/g, '"');
  for (const [, name, a, b, c, d, e, f] of plain.matchAll(ATTRIBUTE)) {
    if (name) attributes[name.toLowerCase()] = a ?? b ?? c ?? '';
    else attributes[unnamed++] = (d ?? e ?? f ?? '').replace(/^=/, '');
  }
  return attributes;
}

interface Open {
  readonly name: string;
  readonly tag: string;
  readonly attributes: ShortcodeAttributes;
  text: string;
}

/** Unknown ones stay visible and are reported; words in brackets that only look like one are text. */
export function expandShortcodes(html: string, context: ShortcodeContext): string {
  if (!html.includes('[')) return html;
  const closed = new Set([...html.matchAll(/\[\/([a-z][\w-]*)\]/gi)].map(([, name]) => name!.toLowerCase()));
  const stack: Open[] = [{ name: '', tag: '', attributes: {}, text: '' }];
  const add = (text: string) => {
    stack.at(-1)!.text += text;
  };
  /** What was never closed holds nothing. */
  const giveUp = (open: Open) => add((convert(open, '', context) ?? open.tag) + open.text);
  let end = 0;
  for (const match of html.matchAll(TAG)) {
    const [tag, before, slash, written, rest, self, after] = match as unknown as string[];
    add(html.slice(end, match.index));
    end = match.index + tag!.length;
    const name = written!.toLowerCase();
    if (before && after) add(tag!.slice(1, -1));
    else if (slash) {
      const at = stack.findLastIndex((open) => open.name === name);
      if (at < 1) {
        if (!isKnown(name)) add(tag!);
        continue;
      }
      while (stack.length > at + 1) giveUp(stack.pop()!);
      const open = stack.pop()!;
      add(convert(open, open.text, context) ?? `${open.tag}${open.text}${tag}`);
    } else if (!isKnown(name) && !looksLikeShortcode(name, rest!, closed)) add(tag!);
    else if (!isKnown(name)) {
      context.noteUnknown(written!);
      add(tag!);
    } else if (closed.has(name) && !self) stack.push({ name, tag: tag!, attributes: readAttributes(rest!), text: '' });
    else add(convert({ name, tag: tag!, attributes: readAttributes(rest!) }, '', context)!);
  }
  add(html.slice(end));
  while (stack.length > 1) giveUp(stack.pop()!);
  return stack[0]!.text;
}

const findConverter = (name: string): Convert | undefined =>
  CONVERTERS[name.replace(/-/g, '_')] ?? (WRAPPERS.test(name) ? unwrap : undefined);
const isKnown = (name: string) => findConverter(name) !== undefined;

function convert(open: Omit<Open, 'text'>, inner: string, context: ShortcodeContext): string | undefined {
  const { name, tag, attributes } = open;
  const converter = findConverter(name);
  const shown = converter?.(attributes, inner, context);
  if (shown?.trim() === '' && converter !== unwrap && !SPACERS.test(name)) context.noteDropped(tag);
  return shown;
}

const looksLikeShortcode = (name: string, rest: string, closed: ReadonlySet<string>): boolean =>
  closed.has(name) || /[\w-]+\s*=\s*["'“”\d]/.test(rest) || name.includes('_');

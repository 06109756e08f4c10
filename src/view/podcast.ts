import { listComma } from '../base/list-comma.ts';
import { escapeXml } from '../base/xml.ts';
import { addresses, encodePath } from '../content/addresses.ts';
import type { Edition } from '../content/edition.ts';
import { toInstant } from '../i18n/format.ts';
import { locales } from '../locales.ts';
import type { Lang } from '../markdown/block.ts';
import { isolatePlain } from '../markdown/isolate-foreign.ts';
import type { Settings } from '../settings/schema.ts';
import { formatEnclosure, type Sound } from './sound.ts';

export interface Episode {
  readonly edition: Edition;
  readonly path: string;
  readonly authors: readonly string[];
  readonly file: Sound;
}

export interface PodcastOptions {
  readonly siteUrl: string;
  readonly settings: Pick<Settings, 'name' | 'tagline' | 'podcast'>;
  readonly image: string | undefined;
}

/** Of `42:15` or `1:02:03`. */
export function toSeconds(duration: string): number {
  return duration.split(':').reduce((seconds, part) => seconds * 60 + Number(part), 0);
}

/** As Apple Podcasts needs it: https://podcasters.apple.com/support/823-podcast-requirements */
export function formatPodcast(
  lang: Lang,
  episodes: readonly Episode[],
  { siteUrl, settings: { name, tagline, podcast }, image }: PodcastOptions,
): string {
  const absolute = (path: string) => escapeXml(siteUrl + encodePath(path));
  const text = (tag: string, words: string) => `<${tag}>${escapeXml(isolatePlain(words, lang))}</${tag}>`;
  const explicit = `<itunes:explicit>${podcast.explicit}</itunes:explicit>`;
  const items = episodes.flatMap(({ edition, path, authors, file }) => {
    const { title, description, date, audio } = edition.frontmatter;
    return [
      '<item>',
      text('title', audio?.title ?? title),
      `<link>${absolute(path)}</link>`,
      `<guid isPermaLink="true">${absolute(path)}</guid>`,
      `<pubDate>${toInstant(date).toUTCString()}</pubDate>`,
      text('description', description),
      formatEnclosure(file, siteUrl),
      ...(audio?.duration ? [`<itunes:duration>${toSeconds(audio.duration)}</itunes:duration>`] : []),
      ...(authors.length > 0 ? [text('itunes:author', authors.join(listComma(lang)))] : []),
      explicit,
      '</item>',
    ];
  });
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd">',
    '<channel>',
    text('title', (podcast.title ?? name)[lang]),
    `<link>${absolute(addresses.front(lang))}</link>`,
    `<atom:link rel="self" type="application/rss+xml" href="${absolute(addresses.podcast(lang))}"/>`,
    text('description', (podcast.description ?? tagline)[lang]),
    `<language>${locales[lang].tag.toLowerCase()}</language>`,
    text('itunes:author', name[lang]),
    ...(image ? [`<itunes:image href="${absolute(image)}"/>`] : []),
    `<itunes:category text="${escapeXml(podcast.category)}"/>`,
    explicit,
    '<itunes:type>episodic</itunes:type>',
    ...(podcast.email
      ? [
          `<itunes:owner>${text('itunes:name', name[lang])}<itunes:email>${escapeXml(podcast.email)}</itunes:email></itunes:owner>`,
        ]
      : []),
    ...items,
    '</channel>',
    '</rss>',
    '',
  ].join('\n');
}

import type { Lang } from '../markdown/block.ts';
import { openEnvironment } from '../site.ts';
import type { Edition } from './edition.ts';
import { listByDate } from './list.ts';
import type { Content } from './load.ts';

/** Media types of sound by the endings of files; of `.m4a` as podcast directories name it. */
const soundTypes: Readonly<Record<string, string>> = {
  mp3: 'audio/mpeg',
  m4a: 'audio/x-m4a',
  aac: 'audio/aac',
  ogg: 'audio/ogg',
  oga: 'audio/ogg',
  opus: 'audio/ogg',
  wav: 'audio/wav',
  flac: 'audio/flac',
};

/** The media type of a file of sound, by its name; undefined where it is none. */
export const soundType = (target: string): string | undefined =>
  soundTypes[(/\.([a-z0-9]+)(?:[?#].*)?$/i.exec(target)?.[1] ?? '').toLowerCase()];

/** Code and comments, in which a component is only spoken of. */
const unspoken =
  /^[ \t]*(`{3,}|~{3,}).*?^[ \t]*\1[`~]*[ \t]*$|(?<!`)(`+)(?!`).*?(?<!`)\2(?!`)|\{\/\*.*?\*\/\}|<!--.*?-->/gms;

const audioTag = /<Audio\s(?:[^>"'{]|"[^"]*"|'[^']*'|\{[^}]*\})*?\bsrc=(?:"([^"]*)"|'([^']*)')/g;

/** The first file of sound in an edition's text, as its author wrote it: only where the address is written out. */
export function findSound(text: string): string | undefined {
  for (const [, double, single] of text.replace(unspoken, '').matchAll(audioTag)) {
    const target = double ?? single!;
    if (soundType(target) && !/^[a-z]+:/i.test(target)) return target;
  }
  return undefined;
}

/** An edition that can be heard, and its sound as the author named it. */
export interface Heard {
  readonly edition: Edition;
  readonly target: string;
}

/** The articles of a language that can be heard, newest first: the episodes of its podcast. */
export function listHeard(content: Content, lang: Lang): Heard[] {
  return listByDate(content, lang).flatMap((edition) =>
    edition.sound === undefined ? [] : [{ edition, target: edition.sound }],
  );
}

/** Whether a language has something for a podcast, wherever its site is built. */
export const hasEpisodes = (content: Content, lang: Lang): boolean => listHeard(content, lang).length > 0;

/** Whether a language has a podcast. Without the site's address there is none: apps ask for sound by whole addresses. */
export const hasPodcast = (content: Content, lang: Lang): boolean =>
  openEnvironment().siteUrl !== undefined && hasEpisodes(content, lang);

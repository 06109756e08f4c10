import type { Lang } from '../markdown/block.ts';
import { openEnvironment } from '../site.ts';
import type { Edition } from './edition.ts';
import { listByDate } from './list.ts';
import type { Content } from './load.ts';

/** By endings; `.m4a` as podcast directories name it. */
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

/** Undefined where a file is not of sound. */
export const soundType = (target: string): string | undefined =>
  soundTypes[(/\.([a-z0-9]+)(?:[?#].*)?$/i.exec(target)?.[1] ?? '').toLowerCase()];

/** In code and comments a component is only spoken of. */
const unspoken =
  /^[ \t]*(`{3,}|~{3,}).*?^[ \t]*\1[`~]*[ \t]*$|(?<!`)(`+)(?!`).*?(?<!`)\2(?!`)|\{\/\*.*?\*\/\}|<!--.*?-->/gms;

const audioTag = /<Audio\s(?:[^>"'{]|"[^"]*"|'[^']*'|\{[^}]*\})*?\bsrc=(?:"([^"]*)"|'([^']*)')/g;

/** As its author wrote it, if the address is written out. */
export function findSound(text: string): string | undefined {
  for (const [, double, single] of text.replace(unspoken, '').matchAll(audioTag)) {
    const target = double ?? single!;
    if (soundType(target) && !/^[a-z]+:/i.test(target)) return target;
  }
  return undefined;
}

export interface Heard {
  readonly edition: Edition;
  readonly target: string;
}

/** The articles that can be heard, newest first. */
export function listHeard(content: Content, lang: Lang): Heard[] {
  return listByDate(content, lang).flatMap((edition) =>
    edition.sound === undefined ? [] : [{ edition, target: edition.sound }],
  );
}

/** Whether there is something for a podcast, wherever the site is built. */
export const hasEpisodes = (content: Content, lang: Lang): boolean => listHeard(content, lang).length > 0;

/** None without the site's address: apps ask for sound by whole addresses. */
export const hasPodcast = (content: Content, lang: Lang): boolean =>
  openEnvironment().siteUrl !== undefined && hasEpisodes(content, lang);

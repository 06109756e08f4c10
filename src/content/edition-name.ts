import { relative, resolve, sep } from 'node:path';
import type { Edition } from './edition.ts';

/** The edition that a finding's file is; undefined for lists and settings. */
export function readEditionName(
  contentDir: string,
  root: string,
  file: string,
): Pick<Edition, 'lang' | 'slug'> | undefined {
  const path = relative(contentDir, resolve(root, file)).split(sep).join('/');
  const [, lang, slug] = /^(en|fa)\/(.+?)(?:\.mdx?)?$/.exec(path) ?? [];
  return lang && slug ? { lang: lang as Edition['lang'], slug: slug.normalize('NFC') } : undefined;
}

import { findUnfitness, isReserved } from '../../content/checks/slug-fitness.ts';
import type { Lang } from '../../markdown/block.ts';
import type { Incoming } from '../incoming.ts';
import { repairLine, startRepairs } from '../markdown/repair-text.ts';

const LONGEST = 120;

/** Letters, digits and hyphens of any script. */
export function slugify(words: string): string {
  const slug = words
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}\u200c\s_-]/gu, '')
    .trim()
    .replace(/[\s_-]+/g, '-')
    .replace(/^-|-$/g, '');
  return cutWords(slug);
}

function cutWords(slug: string): string {
  let cut = slug;
  while (cut.length > LONGEST || Buffer.byteLength(cut) > 200) cut = cut.replace(/(?:-[^-]*|.)$/u, '');
  return cut;
}

function wish({ slug, title, key, kind, lang }: Incoming): string {
  const words = repairLine(slug, lang, startRepairs());
  const parts = words.split('/').map(slugify).filter(Boolean);
  const name = parts.join('/') || slugify(title) || key.replace(/^.*:/, 'post-');
  const isTaken = isReserved(name) || (kind === 'article' && name === 'about');
  return isTaken || findUnfitness(name) ? `${name.replace(/\//g, '-')}-${key.replace(/^.*:/, '')}` : name;
}

export interface NamedFile {
  readonly slug: string;
  readonly instead?: { readonly slug: string; readonly other: string } | undefined;
}

/**
 * Texts in two languages share a name only as one work. Texts that were named before keep their names.
 * @param known names given in earlier runs, by key
 * @param others language and slug → what to call it in a message
 */
export function nameFiles(
  texts: readonly Incoming[],
  twins: ReadonlyMap<string, string>,
  known: ReadonlyMap<string, string>,
  others: ReadonlyMap<string, string>,
): Map<string, NamedFile> {
  const names = new Map<string, NamedFile>();
  const taken = new Map<string, { key?: string; label: string }>();
  for (const [place, label] of others) taken.set(place, { label });
  const hold = (text: Incoming, slug: string) =>
    taken.set(`${text.lang}/${slug}`, { key: text.key, label: `"${text.title}"` });
  const other = (lang: Lang) => (lang === 'en' ? 'fa' : 'en');
  for (const text of texts) {
    const slug = known.get(text.key);
    if (slug === undefined) continue;
    names.set(text.key, { slug });
    hold(text, slug);
  }
  for (const text of texts) {
    if (names.has(text.key)) continue;
    const wished = wish(text);
    const findOther = (slug: string) => {
      const across = taken.get(`${other(text.lang)}/${slug}`);
      return taken.get(`${text.lang}/${slug}`) ?? (across && across.key !== twins.get(text.key) ? across : undefined);
    };
    const first = findOther(wished);
    let slug = wished;
    for (let n = 2; findOther(slug); n++) slug = `${wished}-${n}`;
    names.set(text.key, first ? { slug, instead: { slug: wished, other: first.label } } : { slug });
    hold(text, slug);
  }
  return names;
}

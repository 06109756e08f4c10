import type { AlignmentRecord } from '../alignment/records/record.ts';
import type { Edition } from '../content/edition.ts';
import type { Work } from '../content/work.ts';
import { langs } from '../locales.ts';
import type { Lang } from '../markdown/block.ts';

export interface RenamedEdition {
  readonly edition: Edition;
  readonly oldSlug: string;
}

/** Of editions that are not named as their work is. */
export function listSlugs({ name, editions }: Work): AlignmentRecord['slugs'] {
  const renamed = langs.flatMap((lang) => {
    const slug = editions[lang]?.slug;
    return slug === undefined || slug === name ? [] : [[lang, slug] as const];
  });
  return renamed.length ? Object.fromEntries(renamed) : undefined;
}

/**
 * Those that do not have their old slug as an alias yet.
 * @param isTaken whether a slug is that of an edition today
 * @param wasThere whether an edition ever had the slug: records of earlier versions do not name those that differ from
 * the work's name
 */
export function findRenamed(
  work: Pick<Work, 'name' | 'editions'>,
  record: Pick<AlignmentRecord, 'work' | 'units' | 'slugs'>,
  isTaken: (lang: Lang, slug: string) => boolean,
  wasThere: (lang: Lang, slug: string) => boolean,
): RenamedEdition[] {
  return langs.flatMap((lang): RenamedEdition[] => {
    const edition = work.editions[lang];
    if (!edition || !record.units.some((unit) => unit[lang].length > 0)) return [];
    const oldSlug = record.slugs?.[lang] ?? record.work;
    if (oldSlug === edition.slug || isTaken(lang, oldSlug)) return [];
    if (edition.frontmatter.aliases?.includes(oldSlug)) return [];
    // On Windows and macOS the two pages would be one file.
    if (oldSlug.toLowerCase() === edition.slug.toLowerCase()) return [];
    const hasWorkName = edition.slug === work.name || edition.frontmatter.translationOf === undefined;
    const isSure = record.slugs?.[lang] !== undefined || hasWorkName || wasThere(lang, oldSlug);
    return isSure ? [{ edition, oldSlug }] : [];
  });
}

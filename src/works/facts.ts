import type { MediaUse } from '../content/media.ts';
import type { Finding } from '../errors.ts';
import { langs } from '../locales.ts';
import type { Lang } from '../markdown/block.ts';
import type { PreparedWork } from './prepared.ts';

/** What the rest of the site, and the next build, need without the text. */
export interface EditionFacts {
  readonly links: readonly string[];
  readonly images: readonly string[];
  readonly files: readonly MediaUse[];
  readonly modules: readonly string[];
  /** What a fragment may name: ids, aliases, headings' slugs. */
  readonly places: readonly string[];
}

export interface WorkFacts {
  readonly editions: Readonly<Partial<Record<Lang, EditionFacts>>>;
  /** Of the text itself: links and images are checked anew each time. */
  readonly findings: readonly Finding[];
  readonly units: number;
  readonly twins: number;
  readonly stale: number;
  /** The aligner paired something that the record lacked, with what the whole site teaches. */
  readonly paired: boolean;
  readonly lessons?: string;
}

export function gatherFacts({ editions, alignment, recordFindings }: PreparedWork): WorkFacts {
  const { units } = alignment;
  const each = langs.flatMap((lang): [Lang, EditionFacts][] => {
    const edition = editions[lang];
    if (!edition) return [];
    const { links, images, files, modules, headings, ids } = edition.compiled;
    const places = new Set<string>();
    for (const unit of edition.units) {
      places.add(unit.id);
      for (const alias of unit.aliases) places.add(alias);
    }
    for (const { slug } of headings) places.add(slug);
    for (const id of ids) places.add(id);
    return [[lang, { links, images, files, modules, places: [...places] }]];
  });
  return {
    editions: Object.fromEntries(each),
    findings: [...Object.values(editions).flatMap(({ compiled }) => compiled.findings), ...recordFindings],
    units: units.length,
    twins: units.filter((unit) => unit.en.length && unit.fa.length).length,
    stale: units.filter((unit) => unit.state === 'stale').length,
    paired: alignment.changed,
  };
}

import type { Finding } from '../errors.ts';
import { langs } from '../locales.ts';
import type { Lang } from '../markdown/block.ts';
import type { PreparedWork } from './prepared.ts';

/** What the rest of the site, and the next build, must know of an edition without its text. */
export interface EditionFacts {
  /** Targets of links, sources of images and of media as the author wrote them. */
  readonly links: readonly string[];
  readonly images: readonly string[];
  readonly files: readonly string[];
  /** Files that it imports. */
  readonly modules: readonly string[];
  /** What a fragment may name on its page: ids, aliases, headings' slugs. */
  readonly places: readonly string[];
}

/** What the rest of the site, and the next build, must know of a work without its text. */
export interface WorkFacts {
  readonly editions: Readonly<Partial<Record<Lang, EditionFacts>>>;
  /** Of the text itself; what links and images point to is checked anew each time. */
  readonly findings: readonly Finding[];
  readonly units: number;
  /** Units with both sides, which link to their twin. */
  readonly twins: number;
  readonly stale: number;
  /** The record lagged behind the text, so that the aligner paired something with what the whole site teaches. */
  readonly paired: boolean;
  /** Digest of what the site taught the aligner then. */
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

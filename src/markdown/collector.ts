import type { Glossary, Term } from '../content/glossary.ts';
import type { MediaUse } from '../content/media.ts';
import type { Finding } from '../errors.ts';
import type { Block, Lang, Point } from './block.ts';

export interface Places {
  readonly blocks: readonly Point[];
  readonly links: readonly Point[];
  readonly images: readonly Point[];
  readonly files: readonly Point[];
  readonly modules: readonly Point[];
}

/** Links may name a heading: `#its-words-joined`. */
export interface Heading {
  readonly slug: string;
  readonly depth: number;
  readonly text: string;
  readonly block: number;
}

export interface Collector {
  readonly lang: Lang;
  readonly file: string;
  readonly glossary: Glossary;
  readonly blocks: Block[];
  readonly links: string[];
  readonly images: string[];
  readonly files: MediaUse[];
  /** As the author wrote them; packages are not among them. */
  readonly modules: string[];
  /** Useless where the tree has no positions. */
  readonly places: { readonly [of in keyof Places]: Point[] };
  readonly headings: Heading[];
  readonly findings: Finding[];
  readonly glossed: Set<Term>;
  ownNames: string;
  imports: boolean;
  /** In order: raw HTML makes the tree lose the positions of rows. */
  readonly rows: Point[];
  last: Point;
}

export function createCollector(lang: Lang, file: string, glossary: Glossary): Collector {
  return {
    lang,
    file,
    glossary,
    blocks: [],
    links: [],
    images: [],
    files: [],
    modules: [],
    places: { blocks: [], links: [], images: [], files: [], modules: [] },
    headings: [],
    findings: [],
    glossed: new Set(),
    ownNames: '',
    imports: false,
    rows: [],
    last: { line: 1, column: 1 },
  };
}

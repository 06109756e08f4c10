import type { Glossary, Term } from '../content/glossary.ts';
import type { Finding } from '../errors.ts';
import type { Block, Lang, Point } from './block.ts';

/** Where the blocks, links, images, other files and imports of an edition begin, in their order. */
export interface Places {
  readonly blocks: readonly Point[];
  readonly links: readonly Point[];
  readonly images: readonly Point[];
  readonly files: readonly Point[];
  readonly modules: readonly Point[];
}

/** A heading as a place that links may name: `#its-words-joined`. */
export interface Heading {
  readonly slug: string;
  readonly depth: number;
  readonly text: string;
  readonly block: number;
}

/** What the plugins gather while Sätteri walks one edition. One a compile, thrown away after it. */
export interface Collector {
  readonly lang: Lang;
  readonly file: string;
  readonly glossary: Glossary;
  readonly blocks: Block[];
  /** Targets of links, sources of images and of media as the author wrote them. */
  readonly links: string[];
  readonly images: string[];
  readonly files: string[];
  /** Files that the edition imports, as the author wrote them; packages are not among them. */
  readonly modules: string[];
  /** Where each of these begins. Of no use where the tree has no positions. */
  readonly places: { readonly [of in keyof Places]: Point[] };
  readonly headings: Heading[];
  readonly findings: Finding[];
  /** Terms that have shown their other-language form: once per edition is enough. */
  readonly glossed: Set<Term>;
  /** Names that the edition imports or defines itself. */
  ownNames: string;
  /** The edition imports something: only Vite can compile it. */
  imports: boolean;
  /** Positions of table rows in order, where raw HTML makes the tree lose its own. */
  readonly rows: Point[];
  /** Position of the last block. */
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
